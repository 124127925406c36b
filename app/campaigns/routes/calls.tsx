import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useEffect } from 'react'
import { requireMay } from '~/auth/viewer.server'
import { instantOf, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { EmptyState, Notice, Page, Section } from '~/ui/page'
import { findCallDesk } from '../call-desk.server'
import { forgetDrafts } from '../call-draft'
import { quietAt } from '../calling-times.server'
import { undoWindow } from '../calls.server'
import { CampaignQueue } from '../campaign-queue'
import { DaySummary, MyCallbacks, MyResults, UnfinishedCalls } from '../my-calls'
import { countQueue } from '../queue-state.server'
import { summariseOwnCalls } from '../work-report.server'

export const meta = pageTitle('campaigns:my_calls')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  const since = instantOf(`${today()}T00:00`)
  const [desk, summary] = await Promise.all([
    findCallDesk(db, viewer, since),
    summariseOwnCalls(db, viewer, since),
  ])
  const campaigns = await Promise.all(
    desk.campaigns.map(async (campaign) => ({
      ...campaign,
      queue: await countQueue(db, viewer, campaign),
      quiet: await quietAt(campaign),
    })),
  )
  return { ...desk, campaigns, summary, undoableSince: new Date(Date.now() - undoWindow.minutes * 60_000) }
}

export default function Calls() {
  const { t, format } = useText()
  const { open, unfinished, callbacks, ended, campaigns, summary, undoableSince } =
    useLoaderData<typeof loader>()
  const [params] = useSearchParams()
  useEffect(() => forgetDrafts((id) => ended.some((call) => call.id === id)), [ended])
  return (
    <Page
      title={t('campaigns:my_calls')}
      actions={
        <>
          <ButtonLink to="callbacks">{t('calls:all_callbacks')}</ButtonLink>
          <ButtonLink to="work">{t('calls:work.own')}</ButtonLink>
        </>
      }
    >
      {params.has('elsewhere') && <Notice tone="good">{t('calls:elsewhere')}</Notice>}
      {open && (
        <Notice tone="warn" title={t('campaigns:open_call', { company: open.companyName })}>
          <p className="mb-3">
            {t('campaigns:open_call_lead', {
              campaign: open.campaignName,
              when: format.time(open.claimedAt),
            })}
          </p>
          <ButtonLink to={`/calls/${open.id}`} look="primary">
            {t('campaigns:continue_call')}
          </ButtonLink>
        </Notice>
      )}
      {unfinished.length > 0 && (
        <Section title={t('queue:unfinished')} id="unfinished">
          <UnfinishedCalls calls={unfinished} />
        </Section>
      )}
      <Section title={t('campaigns:my_campaigns')} id="campaigns">
        {campaigns.length === 0 ? (
          <EmptyState title={t('campaigns:no_my_campaigns')}>
            {t('campaigns:no_my_campaigns_hint')}
          </EmptyState>
        ) : (
          <div className="grid gap-4 lg:grid-cols-2">
            {campaigns.map((campaign) => (
              <CampaignQueue key={campaign.id} campaign={campaign} open={open !== null} />
            ))}
          </div>
        )}
      </Section>
      {summary.calls > 0 && <DaySummary summary={summary} />}
      <div className="grid gap-x-8 lg:grid-cols-2">
        <Section title={t('campaigns:my_callbacks')} id="callbacks">
          <MyCallbacks callbacks={callbacks} />
        </Section>
        <Section title={t('campaigns:my_results')} id="results">
          <MyResults ended={ended} undoableSince={undoableSince} />
        </Section>
      </div>
    </Page>
  )
}
