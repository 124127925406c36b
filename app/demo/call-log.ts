import type { CallOutcome } from '~/campaigns/call-outcome'
import type { Company } from './companies'
import type { Row } from './row-collection'
import type { Story } from './story'

export type CallTask = {
  id: string
  company: Company
  campaignId: string
  roundId: string
  callerId: string
}
type Answers = Partial<
  Pick<
    Row<'call'>,
    | 'reason'
    | 'contact_id'
    | 'recruiting_difficulty'
    | 'limits_growth'
    | 'motives'
    | 'skills_needed'
    | 'callback_at'
    | 'no_need_until'
    | 'meeting_wish'
    | 'suppression_id'
    | 'wording'
    | 'note'
  >
>

/** One call with its outcome, as long ago as `claimedAt`; gives the call's id and when it ended. */
export function addCall(
  story: Story,
  task: CallTask,
  claimedAt: Date,
  outcome: CallOutcome,
  answers: Answers = {},
): { id: string; endedAt: Date } {
  const id = story.id(claimedAt)
  const reached = !['no_answer', 'busy', 'wrong_number'].includes(outcome)
  const minutes = reached ? story.random.whole(4, 16) : 1
  const endedAt = new Date(claimedAt.getTime() + minutes * 60_000)
  const script = story.rows.of('call_script').find(({ campaign_id }) => campaign_id === task.campaignId)
  story.rows.add('call', {
    id,
    task_id: task.id,
    campaign_id: task.campaignId,
    company_id: task.company.id,
    caller_id: task.callerId,
    claimed_at: claimedAt,
    lease_until: new Date(claimedAt.getTime() + 30 * 60_000),
    ended_at: endedAt,
    outcome,
    script_id: script?.id,
    script_language: 'fi',
    wrap_up_ms: (reached ? 9_000 : 2_500) + ((minutes * 1_700) % 9_000),
    ...answers,
  })
  const about = { companyId: task.company.id, campaignId: task.campaignId, roundId: task.roundId }
  story.tell(endedAt, task.callerId, `call_${outcome}`, ['call', id], about, { minutes })
  return { id, endedAt }
}

/** Clock times of a caller's day, one for each call, so that calls do not lie over each other. */
export function callTimes(random: Story['random'], count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const minutes = 9 * 60 + Math.floor((index * 400) / Math.max(count, 1)) + random.whole(0, 5)
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  })
}
