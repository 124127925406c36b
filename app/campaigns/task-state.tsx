import { useText } from '~/texts/use-text'
import { Badge } from '~/ui/page'
import type { CallTaskRow } from './call-tasks.server'

/** Whose turn a company is: in the queue, somebody's callback, on the line, done or withdrawn. */
export function TaskState({ task }: { task: CallTaskRow }) {
  const { t } = useText()
  if (task.withdrawnAt)
    return (
      <>
        <Badge tone="warn">{t('campaigns:task_state.withdrawn')}</Badge>{' '}
        <span className="text-sm text-soft">{task.withdrawReason}</span>
      </>
    )
  if (task.heldBy) return <Badge tone="info">{t('campaigns:held_by', { name: task.heldBy })}</Badge>
  if (task.status === 'callback')
    return (
      <>
        <Badge tone="info">{t('campaigns:task_state.callback')}</Badge>{' '}
        {task.callbackFor && <span className="text-sm text-soft">{task.callbackFor}</span>}
      </>
    )
  if (task.status === 'done')
    return (
      <>
        <Badge>{t('campaigns:task_state.done')}</Badge>{' '}
        {task.doneReason === 'max_attempts' && (
          <span className="text-sm text-soft">{t('campaigns:max_attempts_reached')}</span>
        )}
      </>
    )
  return <Badge>{t('campaigns:task_state.queued')}</Badge>
}
