import { useText } from '~/texts/use-text'
import { ActionButton } from '~/ui/form'
import { Card } from '~/ui/page'
import type { Quiet } from './calling-times.server'
import { CampaignStatusBadge } from './campaign-status'
import { period } from './period'
import { queueStates } from './queue-state'
import type { QueueCounts } from './queue-state.server'
import { QueueVerdict } from './queue-verdict'
import { QuietNotice } from './quiet-notice'

type Assigned = {
  id: string
  name: string
  status: string
  goal: string | null
  startsOn: string | null
  endsOn: string | null
  queue: QueueCounts
  quiet: Quiet | null
}

/** One campaign of the caller: what is left to call and, when there is nothing just now, why. */
export function CampaignQueue({ campaign, open }: { campaign: Assigned; open: boolean }) {
  const { t, format } = useText()
  const { queue } = campaign
  const quiet = campaign.status === 'running' ? campaign.quiet : null
  const rest = queueStates
    .filter((state) => state !== 'now' && queue[state] > 0)
    .map((state) => t(`queue:rest.${state}`, { count: queue[state] }))
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
      <QuietNotice quiet={quiet} />
      <p className="font-medium">
        {quiet && queue.now > 0
          ? t('queue:after_quiet', { count: queue.now, when: format.moment(quiet.until) })
          : t('queue:rest.now', { count: queue.now })}
      </p>
      {queue.now === 0 && (
        <p className="font-medium">
          <QueueVerdict queue={queue} />
        </p>
      )}
      <ul className="mb-4 text-sm text-soft">
        {[...rest, t('queue:done', { count: queue.done })].map((line) => (
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
