import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { recordContact } from '~/companies/contact-ledger.server'
import { addContact } from '~/companies/contacts.server'
import { advanceEngagement, type EngagementNews } from '~/companies/engagement-moves.server'
import { readEngagementState } from '~/companies/engagement-undo.server'
import { suppressCompany } from '~/companies/suppressions.server'
import { instantOf, localTimeOf, plusDays, today } from '~/platform/dates'
import type { Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { translatorFor } from '~/texts/language.server'
import { bookInCall, type Invited, nameOfContact } from './call-booking.server'
import { keepCallEffect, type SpokenWith } from './call-effect.server'
import { type CallOutcome, isReached, moveOfTask, partsOf, stageOfOutcome } from './call-outcome'
import type { CallOutcomeForm } from './call-outcome-form'
import { callbackTime } from './callback-time'
import { quietAt } from './calling-times.server'
import type { CallCard } from './calls.server'
import { followUp } from './outcome-effect'
import { keepScriptAnswers } from './scripts.server'

/** A wrap-up measured longer was left lying; the median is not to be led by it. */
const longestWrapUp = { minutes: 60 }

/**
 * Writes what came of the caller's open call, and everything that follows from it, at once: the next step of the
 * task, the company's stage in the round, a new contact person, a ban on contact. Returns what became of the invitation
 * to a meeting that was booked, null without one. RuleError when the call is not
 * open for this caller any more.
 */
export async function logCallOutcome(
  trx: Trx,
  viewer: Pick<Viewer, 'userId' | 'language'>,
  call: CallCard,
  filledIn: CallOutcomeForm,
): Promise<Invited | null> {
  const form = { ...filledIn, callbackAt: filledIn.callbackAt ?? (await chosenCallbackTime(filledIn, call)) }
  const { outcome } = form
  requireRecordingTold(call, outcome)
  await holdTask(trx, call.taskId)
  const engagementBefore = await readEngagementState(trx, call)
  const endedAt = await endCall(trx, viewer, call, form)
  await moveTask(trx, viewer, call, form)
  const contact = await contactSpokenWith(trx, viewer, call, form)
  const contactId = contact?.id ?? null
  const suppressionId = await keepWishOfNoContact(trx, viewer, call, form, contactId)
  const followUpWords = translatorFor(viewer.language)('calls:follow_up')
  await advanceEngagement(trx, viewer, call, newsOf(form, call, followUpWords))
  await trx
    .updateTable('call')
    .set({ contact_id: contactId, suppression_id: suppressionId })
    .where('id', '=', call.id)
    .execute()
  await recordContact(trx, {
    companyId: call.companyId,
    channel: 'call',
    subject: ['call', call.id],
    reached: isReached(outcome),
    userId: viewer.userId,
    roundId: call.roundId,
    campaignId: call.campaignId,
  })
  const { addressKept, invited } = await bookAgreedTime(trx, viewer, call, form, contactId)
  await keepCallEffect(trx, call, { engagementBefore, contact, addressKept })
  await keepScriptAnswers(trx, call, {
    scriptId: form.scriptId,
    language: form.scriptLanguage,
    answers: form.answers,
  })
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: `call_${outcome}`,
    subject: ['call', call.id],
    companyId: call.companyId,
    campaignId: call.campaignId,
    roundId: call.roundId,
    detail: { minutes: Math.max(0, Math.round((endedAt.getTime() - call.claimedAt.getTime()) / 60_000)) },
  })
  return invited
}

/** Puts the company under the ban that was asked for in the call; its id, or null when none was. */
async function keepWishOfNoContact(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  call: Pick<CallCard, 'companyId'>,
  form: CallOutcomeForm,
  contactId: string | null,
): Promise<string | null> {
  if (!partsOf.noMoreContact(form.outcome)) return null
  return suppressCompany(
    trx,
    viewer,
    { id: call.companyId },
    {
      channel: form.channel,
      reason: 'asked',
      askedBy: contactId ? await nameOfContact(trx, contactId) : undefined,
      askedHow: 'phone',
      wording: form.wording,
    },
  )
}

/** Books the meeting agreed in the call, if one was. */
async function bookAgreedTime(
  trx: Trx,
  viewer: Pick<Viewer, 'userId' | 'language'>,
  call: CallCard,
  form: CallOutcomeForm,
  contactId: string | null,
): Promise<{ addressKept: boolean; invited: Invited | null }> {
  const { slot } = form
  if (slot === undefined || !partsOf.answers(form.outcome)) return { addressKept: false, invited: null }
  return bookInCall(trx, viewer, call, { ...form, slot }, contactId)
}

/** The wall-clock time that a key for calling back means, outside of the campaign's quiet hours and days. */
async function chosenCallbackTime(form: CallOutcomeForm, call: CallCard): Promise<string | undefined> {
  if (!form.callbackIn) return undefined
  const wanted = callbackTime(form.callbackIn, new Date())
  const quiet = await quietAt(call, instantOf(wanted))
  return quiet ? localTimeOf(quiet.until) : wanted
}

/**
 * Where a campaign records its calls nobody is spoken with before being told so, or being left unrecorded: a call
 * that reached somebody asks which.
 */
function requireRecordingTold(call: CallCard, outcome: CallOutcome): void {
  if (call.recordingKeptDays !== null && isReached(outcome) && !call.recordingToldAt && !call.notRecordedAt)
    throw new RuleError('calls:rule.tell_recording')
}

/**
 * A claim locks the task and then looks at its calls. Whoever ends a call takes the two in the same order, or each
 * could wait for the other.
 */
async function holdTask(trx: Trx, taskId: string): Promise<void> {
  await trx.selectFrom('call_task').select('id').where('id', '=', taskId).forNoKeyUpdate().execute()
}

/** Marks the call ended. A call released for its lease may still be ended while nobody has called after it. */
async function endCall(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  call: CallCard,
  form: CallOutcomeForm,
): Promise<Date> {
  const { outcome } = form
  const answers = partsOf.answers(outcome)
  const ended = await trx
    .updateTable('call')
    .set({
      outcome,
      // The clock of the engagement's milestones, so that an undo knows which of them came with this call.
      ended_at: sql<Date>`now()`,
      reason: partsOf.refusal(outcome) ? (form.refusalReason ?? null) : null,
      recruiting_difficulty: answers ? (form.recruitingDifficulty ?? null) : null,
      limits_growth: answers ? (form.limitsGrowth ?? null) : null,
      motives: answers ? form.motives : [],
      skills_needed: answers ? form.skillsNeeded : [],
      meeting_wish: answers ? (form.meetingWish ?? null) : null,
      callback_at: partsOf.callback(outcome) && form.callbackAt ? instantOf(form.callbackAt) : null,
      no_need_until: partsOf.until(outcome) ? (form.until ?? null) : null,
      wording: partsOf.noMoreContact(outcome) ? (form.wording ?? null) : null,
      note: form.note ?? null,
      wrap_up_ms:
        form.wrapUpMs === undefined ? null : Math.min(form.wrapUpMs, longestWrapUp.minutes * 60_000),
    })
    .where('call.id', '=', call.id)
    .where('call.caller_id', '=', viewer.userId)
    .where('call.outcome', 'is', null)
    .where((eb) =>
      eb.or([
        eb('call.released_at', 'is', null),
        eb.not(
          eb.exists(
            eb
              .selectFrom('call as later')
              .select('later.id')
              .whereRef('later.task_id', '=', 'call.task_id')
              .whereRef('later.id', '>', 'call.id'),
          ),
        ),
      ]),
    )
    .returning('call.ended_at as endedAt')
    .executeTakeFirst()
  if (!ended?.endedAt) throw new RuleError('campaigns:rule.call_not_yours')
  return ended.endedAt
}

async function moveTask(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  call: CallCard,
  form: CallOutcomeForm,
): Promise<void> {
  const { attempts } = await trx
    .updateTable('call_task')
    .set((eb) => ({ attempts: eb('call_task.attempts', '+', 1) }))
    .where('id', '=', call.taskId)
    .returning('attempts')
    .executeTakeFirstOrThrow()
  const move = moveOfTask(form, { attempts }, call)
  // A company withdrawn from the list while it was on the line stays withdrawn.
  await trx
    .updateTable('call_task')
    .set(
      move.to === 'done'
        ? { status: 'done', done_reason: move.reason, callback_for: null }
        : move.to === 'queued'
          ? {
              status: 'queued',
              due_at: sql<Date>`now() + make_interval(hours => ${move.inHours}::int)`,
              callback_for: null,
            }
          : { status: 'callback', due_at: move.at, callback_for: move.forCaller ? viewer.userId : null },
    )
    .where('id', '=', call.taskId)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** The contact person the call was about: chosen from those known, or a new one of the company. */
async function contactSpokenWith(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  call: CallCard,
  form: CallOutcomeForm,
): Promise<SpokenWith | null> {
  if (partsOf.person(form.outcome) && form.personName) {
    const id = await addContact(trx, viewer, call.companyId, {
      name: form.personName,
      role: form.personRole,
      phone: form.personPhone,
      email: form.personEmail,
      source: 'call',
      informedOn: today(),
    })
    return { id, added: true }
  }
  if (!form.contactId) return null
  const known = await trx
    .selectFrom('contact')
    .select('id')
    .where('id', '=', form.contactId)
    .where('company_id', '=', call.companyId)
    .executeTakeFirst()
  return known ? { id: known.id, added: false } : null
}

function newsOf(
  form: CallOutcomeForm,
  call: Pick<CallCard, 'earlierProject'>,
  defaultNextAction: string,
): EngagementNews {
  const { outcome } = form
  const common = { stage: stageOfOutcome[outcome], returningPartner: call.earlierProject }
  if (partsOf.answers(outcome))
    return {
      ...common,
      motives: form.motives,
      promised: form.promised,
      nextAction: form.nextAction ?? form.meetingWish ?? defaultNextAction,
      nextActionOn: form.nextActionOn ?? plusDays(today(), followUp.days),
      needTold: form.skillsNeeded.length > 0,
    }
  if (partsOf.until(outcome)) return { ...common, nextActionOn: form.until, reason: form.note }
  return { ...common, reason: partsOf.refusal(outcome) ? form.note : undefined }
}
