import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, Notice, Page, Section } from '~/ui/page'
import { findCandidate } from '../candidates.server'
import { FindingList } from '../cv-findings'
import { listFindings } from '../cv-findings.server'
import { CvLanguageOffer } from '../cv-language-offer'
import { languagesToAsk, offeredLanguages } from '../cv-languages'
import { CvActions, CvApproval } from '../cv-parts'
import { CvStatus } from '../cv-status'
import { CvText } from '../cv-text'
import { CvUnderstanding, understoodOf } from '../cv-understanding'
import { findCv, spansIn } from '../cvs.server'
import { NotUnderstood } from '../not-understood'
import { findNotUnderstood } from '../not-understood.server'

export const meta = pageTitle<typeof loader>(
  (data, t) => `${data.candidate.number} · ${t('cvs:title', { number: data.cv.number })}`,
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), cvId: idParam(params, 'cvId') }
  const [candidate, cv] = await Promise.all([
    findCandidate(db, viewer, at.candidateId),
    findCv(db, viewer, at),
  ])
  if (!candidate || !cv) throw notFound()
  const [findings, notUnderstood] = await Promise.all([
    listFindings(db, cv.id),
    findNotUnderstood(db, cv),
    recordReading(db, viewer.userId, 'cv', { candidateId: at.candidateId }),
  ])
  const { reading, form: _, ...shown } = cv
  return {
    candidate: { id: candidate.id, number: candidate.number },
    cv: shown,
    spans: spansIn(reading, findings),
    understood: reading && understoodOf(reading),
    offered: offeredLanguages(reading?.languages ?? [], candidate.languages),
    toAsk: languagesToAsk(reading?.languages ?? [], candidate.languages),
    notUnderstood,
    findings,
  }
}

export default function CvPage() {
  const { t } = useText()
  const { candidate, cv, findings, spans, understood, offered, toAsk, notUnderstood } =
    useLoaderData<typeof loader>()
  const base = `/candidates/${candidate.id}/cvs/${cv.id}`
  const undecided = findings.filter(({ decision }) => decision === null).length
  const missing = offered.filter(({ now }) => now === null).length
  const holdsCode = understood?.keptOut.includes('identity_code') ?? false
  return (
    <Page
      title={t('cvs:title', { number: cv.number })}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
      lead={
        <>
          {cv.madeCurrentAt && <Badge tone="info">{t('cvs:current')}</Badge>}{' '}
          {cv.isPersonsOwn && <Badge>{t('cvs:persons_own')}</Badge>}
        </>
      }
      actions={<CvActions candidateId={candidate.id} cv={cv} />}
    >
      <CvStatus cv={cv} />
      {holdsCode && <Notice tone="warn" title={t('cvs:problem.identity_code')} />}
      {cv.status === 'read' && (
        <div className="grid gap-x-8 lg:grid-cols-2">
          <Section
            id="findings"
            title={t('cvs:findings_title')}
            actions={
              <>
                {undecided > 1 && (
                  <ActionButton action={`${base}/decisions`} fields={{ decision: 'confirmed' }}>
                    {t(missing > 0 ? 'cvs:confirm_all_with_languages' : 'cvs:confirm_all', {
                      skills: undecided,
                      languages: missing,
                    })}
                  </ActionButton>
                )}
                <ButtonLink to={`${base}/findings/new`}>{t('candidates:skills.add')}</ButtonLink>
              </>
            }
          >
            <p className="mb-1 text-soft">
              {findings.length > 0 ? t('cvs:findings_lead') : t('cvs:findings_none')}
            </p>
            {findings.length > 0 && <FindingList findings={findings} base={base} />}
          </Section>
          <Section id="text" title={t('cvs:text_title')}>
            <p className="mb-3 text-soft">{t('cvs:text_lead')}</p>
            <CvText text={cv.text ?? ''} findings={findings} {...spans} />
          </Section>
        </div>
      )}
      {understood && cv.status === 'read' && (
        <CvUnderstanding
          understood={understood}
          correctAt={`/candidates/${candidate.id}/cvs/form?from=${cv.id}`}
        />
      )}
      {cv.status === 'read' && (
        <CvLanguageOffer offered={offered} toAsk={toAsk} action={`${base}/languages`} />
      )}
      {cv.status === 'read' && <NotUnderstood things={notUnderstood} base={base} />}
      <CvApproval base={base} cv={cv} />
    </Page>
  )
}
