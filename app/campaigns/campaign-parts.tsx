import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Facts } from '~/ui/page'
import type { countCampaign } from './campaign-counts.server'
import { CampaignStatusBadge } from './campaign-status'
import type { Campaign } from './campaigns.server'
import { Counts } from './counts'
import { period } from './period'

type CampaignCounts = Awaited<ReturnType<typeof countCampaign>>

/** How far the decisions on the list are; each figure opens its companies. */
export function DecisionCounts({ decisions }: Pick<CampaignCounts, 'decisions'>) {
  const { t } = useText()
  return (
    <Counts
      counts={[
        { key: 'included', label: t('campaigns:state.included'), count: decisions.included },
        { key: 'excluded', label: t('campaigns:state.excluded'), count: decisions.excluded },
        { key: 'undecided', label: t('campaigns:state.undecided'), count: decisions.undecided },
      ].map((count) => ({ ...count, to: `list?state=${count.key}` }))}
    />
  )
}

/** How far the calling is; each figure opens its companies. */
export function TaskCounts({ tasks }: Pick<CampaignCounts, 'tasks'>) {
  const { t } = useText()
  return (
    <Counts
      counts={(['queued', 'callback', 'done'] as const).map((state) => ({
        key: state,
        label: t(`campaigns:task_state.${state}`),
        count: tasks[state],
        to: `tasks?state=${state}`,
      }))}
    />
  )
}

/** Which round and list a campaign belongs to, its days, and how it calls. */
export function CampaignFacts({ campaign }: { campaign: Campaign }) {
  const { t, format } = useText()
  return (
    <Facts
      facts={[
        { label: t('ui:status'), value: <CampaignStatusBadge status={campaign.status} /> },
        {
          label: t('rounds:one'),
          value: (
            <Link className="link" to={`/rounds/${campaign.roundId}`}>
              {campaign.roundName}
            </Link>
          ),
        },
        {
          label: t('campaigns:source_list'),
          value: (
            <Link className="link" to={`/source-lists/${campaign.sourceListId}`}>
              {campaign.sourceListName}
            </Link>
          ),
        },
        { label: t('campaigns:period'), value: period(campaign, format) },
        { label: t('campaigns:max_attempts'), value: format.number(campaign.maxAttempts) },
        { label: t('campaigns:retry_hours'), value: format.number(campaign.retryHours) },
        { label: t('campaigns:lease_minutes'), value: format.number(campaign.leaseMinutes) },
      ]}
    />
  )
}
