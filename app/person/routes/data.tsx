import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { listFactSources } from '~/candidates/fact-sources.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, Section } from '~/ui/page'
import { findOwnDetails, listOwnCvs, listOwnSkills } from '../own-data.server'
import { OwnDetailsCard } from '../own-details'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'
import { OwnSkillList } from '../own-skills'

export const meta = pageTitle('person:data.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const candidateId = ownCandidateId(viewer)
  const [details, sources, skills, cvs] = await Promise.all([
    findOwnDetails(db, candidateId),
    listFactSources(db, candidateId),
    listOwnSkills(db, candidateId),
    listOwnCvs(db, candidateId),
  ])
  return { details, sources, skills, cvs }
}

export default function OwnData() {
  const { t, format } = useText()
  const { details, sources, skills, cvs } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('person:data.title')}
      lead={t('person:data.lead')}
      up={{ to: '/own', label: t('person:title') }}
      actions={
        <>
          <ButtonLink to="/own/requests/new?kind=correction">{t('person:data.correct')}</ButtonLink>
          <ButtonLink to="/own/download" reloadDocument>
            {t('person:data.download')}
          </ButtonLink>
        </>
      }
    >
      <Section id="details" title={t('person:data.details')}>
        <OwnDetailsCard details={details} sources={sources} />
      </Section>
      <Section
        id="skills"
        title={t('person:data.skills')}
        actions={<ButtonLink to="/own/skills/new">{t('person:skill.add')}</ButtonLink>}
      >
        <p className="mb-3 text-soft">{t('person:data.skills_lead')}</p>
        <OwnSkillList skills={skills} />
      </Section>
      <Section
        id="cvs"
        title={t('person:data.cvs')}
        actions={<ButtonLink to="/own/cvs/new">{t('history:cv.bring')}</ButtonLink>}
      >
        <p className="mb-3 text-soft">{t('history:cv.kept')}</p>
        {cvs.length === 0 ? (
          <p className="text-soft">{t('person:data.no_cvs')}</p>
        ) : (
          <ul className="divide-y divide-line rounded-lg border border-line bg-card">
            {cvs.map((cv) => (
              <li key={cv.id} className="px-4 py-3">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <a className="link font-medium break-all" href={`/own/cvs/${cv.id}/file`}>
                    {cv.fileName}
                  </a>
                  {cv.madeCurrentAt && <Badge tone="good">{t('cvs:current')}</Badge>}
                  {cv.isPersonsOwn && <Badge>{t('history:cv.yours')}</Badge>}
                  {cv.mayRemove && <Badge tone="info">{t('history:cv.waits')}</Badge>}
                  {cv.status !== 'read' && (
                    <Badge tone={cv.status === 'waiting' ? 'info' : 'warn'}>
                      {t(cv.status === 'waiting' ? 'history:cv.being_read' : 'history:cv.not_read')}
                    </Badge>
                  )}
                </p>
                <p className="text-base text-soft first-letter:uppercase">
                  {[
                    t('cvs:version', { number: cv.number }),
                    t('person:data.written', {
                      name: cv.uploaderName ?? t('person:data.house'),
                      day: format.moment(cv.uploadedAt),
                    }),
                    cv.approvedOn && t('person:data.you_approved', { day: format.day(cv.approvedOn) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
                {cv.mayRemove && (
                  <ActionButton action={`/own/cvs/${cv.id}/removal`}>
                    {t('history:cv.remove')}
                    <span className="sr-only"> {cv.fileName}</span>
                  </ActionButton>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <p className="mb-3">
        <Link className="link inline-flex min-h-11 items-center" to="/own/history">
          {t('history:title')}
        </Link>
      </p>
      <p className="text-soft">{t('person:data.notes')}</p>
    </OwnPage>
  )
}
