import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { listFactSources } from '~/candidates/fact-sources.server'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Section } from '~/ui/page'
import { OwnCvList } from '../own-cvs'
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
  const { t } = useText()
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
        <OwnCvList cvs={cvs} />
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
