import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Badge, Card, Notice, Page, Section } from '~/ui/page'
import { findCandidate } from '../candidates.server'
import { FindingList } from '../cv-findings'
import { listFindings } from '../cv-findings.server'
import { CvText } from '../cv-text'
import { findCv } from '../cvs.server'

export const meta = pageTitle<typeof loader>(
  (data, t) => `${data.candidate.number} · ${t('candidates:cv.title', { number: data.cv.number })}`,
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), cvId: idParam(params, 'cvId') }
  const [candidate, cv] = await Promise.all([
    findCandidate(db, viewer, at.candidateId),
    findCv(db, viewer, at),
  ])
  if (!candidate || !cv) throw notFound()
  const [findings] = await Promise.all([
    listFindings(db, cv.id),
    recordReading(db, viewer.userId, 'cv', { candidateId: at.candidateId }),
  ])
  return {
    candidate: { id: candidate.id, number: candidate.number },
    cv: { ...cv, reading: undefined },
    personal:
      cv.reading?.sentences.filter(({ personal }) => personal).map(({ start, end }) => ({ start, end })) ??
      [],
    findings,
  }
}

export default function CvPage() {
  const { t, format } = useText()
  const { candidate, cv, findings, personal } = useLoaderData<typeof loader>()
  const base = `/candidates/${candidate.id}/cvs/${cv.id}`
  const undecided = findings.filter(({ decision }) => decision === null).length
  useReloadWhile(cv.status === 'waiting')
  return (
    <Page
      title={t('candidates:cv.title', { number: cv.number })}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
      lead={cv.madeCurrentAt && <Badge tone="info">{t('candidates:cv.current')}</Badge>}
      actions={
        <>
          <ButtonLink to={`${base}/file`} reloadDocument>
            {t('candidates:cv.open_file')}
          </ButtonLink>
          {!cv.madeCurrentAt && (
            <ActionButton action={`${base}/use`}>{t('candidates:cv.make_current')}</ActionButton>
          )}
          <ActionButton action={`${base}/rereading`}>{t('candidates:cv.read_again')}</ActionButton>
          <ButtonLink to={`${base}/removal`}>{t('candidates:cv.remove')}</ButtonLink>
        </>
      }
    >
      {cv.status === 'waiting' && (
        <Notice>
          <p role="status">{t('candidates:cv.waiting')}</p>
        </Notice>
      )}
      {cv.problem && (
        <Notice tone="warn" title={t(`candidates:cv.problem.${cv.problem}` as TextKey)}>
          {cv.status === 'unreadable' && t('candidates:cv.kept_by_hand')}
        </Notice>
      )}
      <Card className="mb-6">
        {cv.approvedOn ? (
          <p>{t('candidates:cv.approved_on', { day: format.day(cv.approvedOn) })}</p>
        ) : (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="max-w-prose text-soft">{t('candidates:cv.approve_explain')}</p>
            <ActionButton action={`${base}/approval`}>{t('candidates:cv.approve')}</ActionButton>
          </div>
        )}
      </Card>
      {cv.status === 'read' && (
        <div className="grid gap-x-8 lg:grid-cols-2">
          <Section
            id="findings"
            title={t('candidates:cv.findings_title')}
            actions={
              undecided > 1 && (
                <ActionButton action={`${base}/decisions`} fields={{ decision: 'confirmed' }}>
                  {t('candidates:cv.confirm_all')} ({undecided})
                </ActionButton>
              )
            }
          >
            <p className="mb-3 text-soft">
              {findings.length > 0 ? t('candidates:cv.findings_lead') : t('candidates:cv.findings_none')}
            </p>
            <FindingList findings={findings} action={`${base}/decisions`} />
          </Section>
          <Section id="text" title={t('candidates:cv.text_title')}>
            <p className="mb-3 text-soft">{t('candidates:cv.text_lead')}</p>
            <CvText text={cv.text ?? ''} findings={findings} personal={personal} />
          </Section>
        </div>
      )}
    </Page>
  )
}

const RELOAD_EVERY_MS = 1500

/** Asks the server again while the CV is being read. */
function useReloadWhile(waiting: boolean) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(revalidate, RELOAD_EVERY_MS)
    return () => clearInterval(timer)
  }, [waiting, revalidate])
}
