import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { takeBackContact } from '~/companies/contact-ledger.server'
import { takeBackAddedContact, takeBackAddress } from '~/companies/contact-undo.server'
import { type EngagementPart, restoreEngagement } from '~/companies/engagement-undo.server'
import { liftSuppression } from '~/companies/suppressions.server'
import { cancelMeetingsOfCall } from '~/meetings/bookings.server'
import { closeNeedsOfCall } from '~/needs/needs-of-call.server'
import type { Trx } from '~/platform/db.server'
import type { Toast } from '~/platform/http.server'
import { RuleError } from '~/platform/rule-error'
import { createFormat } from '~/texts/format'
import { translatorFor } from '~/texts/language.server'
import { findCallEffect } from './call-effect.server'
import { undoWindow } from './calls.server'

/** A call as an undo needs to know it. */
function findCallToUndo(trx: Trx, viewer: Pick<Viewer, 'userId'>, callId: string) {
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

/**
 * Takes an outcome back as `undoCallOutcome` does, with what to say of it; undefined when the call is not the viewer's
 * to undo.
 */
export async function takeBackOutcome(
  trx: Trx,
  viewer: Pick<Viewer, 'userId' | 'language'>,
  callId: string,
): Promise<{ heldAgain: string | null; toast: Toast } | undefined> {
  const call = await findCallToUndo(trx, viewer, callId)
  if (!call) return undefined
  const t = translatorFor(viewer.language)
  const { heldAgain, left } = await undoCallOutcome(trx, viewer, call, t('campaigns:undo_reason'))
  if (left.length === 0)
    return { heldAgain, toast: { text: heldAgain ? 'campaigns:undone_held' : 'campaigns:undone_waiting' } }
  const what = createFormat(viewer.language).list(left.map((part) => t(`calls:undo.part.${part}`)))
  return { heldAgain, toast: { text: 'calls:undo.left', params: { what } } }
}

type CallToUndo = NonNullable<Awaited<ReturnType<typeof findCallToUndo>>>

/** What an undo has left as it is, because somebody has changed it or gone on with it since. */
type LeftByUndo = EngagementPart | 'contact' | 'address' | 'meeting' | 'need'

/**
 * Takes an outcome back within the undo window: the ban, the meeting, needs written from it, the company's part in the
 * round, the contact person and the task are again as before the call; the call itself stays on record as undone. The
 * caller holds the company again in a new call, whose id is returned; null when they hold another, and the company
 * then waits as their callback. What somebody has changed since stays and is told in `left`. RuleError when it is too
 * late.
 */
async function undoCallOutcome(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  call: CallToUndo,
  reason: string,
): Promise<{ heldAgain: string | null; left: LeftByUndo[] }> {
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
  if (call.suppressionId) await liftSuppression(trx, viewer, call.suppressionId, { reason })
  const left = await takeBackEffects(trx, viewer, call, reason)
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
    detail: { left },
  })
  return { heldAgain: await holdAgain(trx, viewer, call), left }
}

/** Takes back what the outcome wrote outside of the call, and tells what had to stay. */
async function takeBackEffects(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  call: CallToUndo,
  reason: string,
): Promise<LeftByUndo[]> {
  const meetings = await cancelMeetingsOfCall(trx, viewer, call.id, reason)
  const needsLeft = await closeNeedsOfCall(trx, viewer, call.id, reason)
  const left: LeftByUndo[] = [
    ...(meetings.left > 0 ? (['meeting'] as const) : []),
    ...(needsLeft > 0 ? (['need'] as const) : []),
  ]
  const effect = await findCallEffect(trx, call.id)
  if (!effect) return left
  left.push(
    ...(await restoreEngagement(trx, call, {
      before: effect.engagementBefore,
      after: effect.engagementAfter,
    })),
  )
  const { contactAddedId, addressAddedTo, contactVersion } = effect
  const version = contactVersion ?? 0
  if (contactAddedId) {
    await trx.updateTable('call').set({ contact_id: null }).where('id', '=', call.id).execute()
    const contact = { id: contactAddedId, companyId: call.companyId, version }
    const invited = meetings.cancelled > 0
    if (meetings.left > 0 || !(await takeBackAddedContact(trx, viewer, contact, { invited })))
      left.push('contact')
  } else if (addressAddedTo && !(await takeBackAddress(trx, { id: addressAddedTo, version }))) {
    left.push('address')
  }
  return left
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
