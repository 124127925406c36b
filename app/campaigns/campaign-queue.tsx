import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'
import { Card } from '~/ui/page'
import type { QueueCounts } from './call-queue.server'
import { CampaignStatusBadge } from './campaign-status'
import { period } from './period'

type Assigned = {
  id: string
  name: string
  status: string
  goal: string | null
  startsOn: string | null
  endsOn: string | null
  queue: QueueCounts
}

/** One campaign of the caller: what is left to call and, when there is nothing just now, why. */
export function CampaignQueue({ campaign, open }: { campaign: Assigned; open: boolean }) {
  const { t, format } = useText()
  const { queue } = campaign
  const rest = [
    queue.waiting > 0 &&
      t('campaigns:queue.waiting', {
        count: queue.waiting,
        when: queue.nextDueAt ? format.moment(queue.nextDueAt) : '',
      }),
    queue.held > 0 && t('campaigns:queue.held', { count: queue.held }),
    queue.suppressed > 0 && t('campaigns:queue.suppressed', { count: queue.suppressed }),
    t('campaigns:queue.done', { count: queue.done }),
  ].filter((line) => typeof line === 'string')
  return (
    <Card>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-lg font-semibold">{campaign.name}</h3>
        <CampaignStatusBadge status={campaign.status} />
      </div>
      {(campaign.startsOn || campaign.endsOn) && (
        <p className="text-sm text-soft">{period(campaign, format)}</p>
      )}
      {campaign.goal && <p className="mb-3 text-soft">{campaign.goal}</p>}
      <p className="font-medium">{t('campaigns:queue.due', { count: queue.due })}</p>
      <ul className="mb-4 text-sm text-soft">
        {rest.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {campaign.status === 'running' ? (
        <ActionButton action={`/campaigns/${campaign.id}/calls`} look={open ? 'secondary' : 'primary'}>
          {t('campaigns:next_company')}
        </ActionButton>
      ) : (
        <p className="text-soft">{t('campaigns:not_running_now')}</p>
      )}
    </Card>
  )
}
