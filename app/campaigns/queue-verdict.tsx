import { useText } from '~/texts/use-text'
import type { QueueCounts } from './queue-state.server'

/** In words: whether the campaign is done, can go on, waits, or is stuck. */
export function QueueVerdict({ queue }: { queue: QueueCounts }) {
  const { t, format } = useText()
  if (queue.now > 0) return t('queue:goes_on')
  if (queue.nextFreeAt) return t('queue:waits', { when: format.moment(queue.nextFreeAt) })
  if (queue.held > 0) return t('queue:waits_for_callers')
  return t(queue.suppressed > 0 ? 'queue:stuck' : 'queue:all_done')
}
