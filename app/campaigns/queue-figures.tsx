import { useText } from '~/texts/use-text'
import { Counts } from './counts'
import { queueStates } from './queue-state'
import type { QueueCounts } from './queue-state.server'

/** How many companies of a queue are where; each figure opens them. */
export function QueueFigures({ campaignId, counts }: { campaignId: string; counts: QueueCounts }) {
  const { t } = useText()
  return (
    <Counts
      counts={[
        ...queueStates.map((state) => ({
          key: state,
          label: t(`queue:state.${state}`),
          count: counts[state],
          to: `?state=${state}#list`,
        })),
        {
          key: 'done',
          label: t('queue:finished'),
          count: counts.done,
          to: `/campaigns/${campaignId}/tasks?state=done`,
          hint: t('queue:finished_hint', { unreached: counts.unreached, withdrawn: counts.withdrawn }),
        },
      ]}
    />
  )
}
