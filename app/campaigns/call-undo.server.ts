import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { takeBackContact } from '~/companies/contact-ledger.server'
import { revertEngagement } from '~/companies/engagement-moves.server'
import type { Stage } from '~/companies/stage'
import { liftSuppression } from '~/companies/suppressions.server'
import { cancelMeetingsOfCall } from '~/meetings/bookings.server'
import type { Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { type CallOutcome, stageOfOutcome } from './call-outcome'
import { undoWindow } from './calls.server'

/** A call as an undo needs to know it. */
export function findCallToUndo(trx: Trx, viewer: Pick<Viewer, 'userId'>, callId: string) {
  return trx
    .selectFrom('call')
    .innerJoin('campaign', 'campaign.id', 'call.campaign_id')
    .select([
      'call.id',
      'call.task_id as taskId',
      'call.campaign_id as campaignId',
      'call.company_id as companyId',
      'call.outcome',
      'call.ended_at as endedAt',
      'call.suppression_id as suppressionId',
      'call.stage_before as stageBefore',
      'campaign.round_id as roundId',
      'campaign.lease_minutes as leaseMinutes',
    ])
    .where('call.id', '=', callId)
    .where('call.caller_id', '=', viewer.userId)
    .where('call.outcome', 'is not', null)
    .where('call.undone_at', 'is', null)
    .forUpdate('call')
    .executeTakeFirst()
}

type CallToUndo = NonNullable<Awaited<ReturnType<typeof findCallToUndo>>>

/**
 * Takes an outcome back within the undo window: the ban, the meeting, the stage and the task return, the call itself stays on
 * record as undone. The caller holds the company again in a new call, whose id is returned; null when they hold
 * another, and the company then waits as their callback. RuleError when it is too late.
 */
export async function undoCallOutcome(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  call: CallToUndo,
  reason: string,
): Promise<string | null> {
  const endedAt = call.endedAt ?? new Date(0)
  if (Date.now() - endedAt.getTime() > undoWindow.minutes * 60_000)
    throw new RuleError('campaigns:rule.undo_too_late', { minutes: undoWindow.minutes })
  const later = await trx
    .selectFrom('call')
    .select('id')
    .where('task_id', '=', call.taskId)
    .where('id', '>', call.id)
    .limit(1)
    .executeTakeFirst()
  if (later) throw new RuleError('campaigns:rule.undo_called_again')

  await trx
    .updateTable('call')
    .set({ undone_at: new Date(), undone_by: viewer.userId })
    .where('id', '=', call.id)
    .execute()
  await takeBackContact(trx, ['call', call.id])
  await cancelMeetingsOfCall(trx, viewer, call.id, reason)
  if (call.suppressionId) await liftSuppression(trx, viewer, call.suppressionId, { reason })
  if (call.stageBefore)
    await revertEngagement(trx, call, {
      wanted: stageOfOutcome[call.outcome as CallOutcome],
      back: call.stageBefore as Stage,
      since: endedAt,
    })
  await trx
    .updateTable('call_task')
    .set((eb) => ({
      status: 'callback',
      callback_for: viewer.userId,
      due_at: new Date(),
      done_reason: null,
      attempts: eb.fn<number>('greatest', [eb('attempts', '-', 1), eb.lit(0)]),
    }))
    .where('id', '=', call.taskId)
    .where('withdrawn_at', 'is', null)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'call_undone',
    subject: ['call', call.id],
    companyId: call.companyId,
    campaignId: call.campaignId,
    roundId: call.roundId,
  })
  return holdAgain(trx, viewer, call)
}

async function holdAgain(trx: Trx, viewer: Pick<Viewer, 'userId'>, call: CallToUndo): Promise<string | null> {
  const held = await trx
    .insertInto('call')
    .values({
      task_id: call.taskId,
      campaign_id: call.campaignId,
      company_id: call.companyId,
      caller_id: viewer.userId,
      lease_until: sql<Date>`now() + make_interval(mins => ${call.leaseMinutes}::int)`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return held?.id ?? null
}
