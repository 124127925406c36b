import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActivityFeed } from '~/activity/activity-feed'
import { requireMay } from '~/auth/viewer.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Badge, Notice, Page, Section } from '~/ui/page'
import { CandidateActions, DealingsColumn, PersonColumn } from '../candidate-columns'
import { loadCandidatePage } from '../candidate-page.server'

export const meta = pageTitle<typeof loader>((data) => data.candidate.number)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.read')
  const data = orNotFound(await loadCandidatePage(viewer, idParam(params, 'candidateId')))
  return data
}

export default function CandidatePage() {
  const { t } = useText()
  const data = useLoaderData<typeof loader>()
  const { candidate } = data
  const base = `/candidates/${candidate.id}`
  return (
    <Page
      title={
        <>
          {candidate.name ? `${candidate.name} (${candidate.number})` : candidate.number}{' '}
          {data.privateDetails?.nonDisclosure && (
            <Badge tone="warn">{t('candidates:field.non_disclosure')}</Badge>
          )}{' '}
          {candidate.endedAt && <Badge>{t('candidates:end.ended_badge')}</Badge>}
        </>
      }
      lead={candidate.headline}
      up={{ to: '/candidates', label: t('candidates:title') }}
      actions={<CandidateActions base={base} data={data} />}
    >
      {!candidate.name && <Notice>{t('candidates:unnamed')}</Notice>}
      <div className="grid gap-x-8 lg:grid-cols-2">
        <PersonColumn base={base} data={data} />
        <DealingsColumn base={base} data={data} />
      </div>
      <Section id="timeline" title={t('ui:timeline')}>
        <ActivityFeed timeline={data.timeline} moreFrom={`${base}/timeline`} />
      </Section>
    </Page>
  )
}
