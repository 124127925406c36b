import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { EngagementState } from '~/companies/engagement-undo.server'
import { localTimeOf, today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { translatorFor } from '~/texts/language.server'
import { LANGUAGES } from '~/texts/text-keys'
import { type CallOutcome, partsOf } from './call-outcome'
import { type CallCard, unfinishedAsked } from './calls.server'

/**
 * What the holder of a call wrote of the company and took back last, while it is remembered, or undefined: also when
 * another outcome has been logged since.
 */
export async function findUndoneAnswers(db: Db, call: Pick<CallCard, 'id' | 'taskId' | 'callerId'>) {
  const last = await db
    .selectFrom('call')
    .leftJoin('call_effect as effect', 'effect.call_id', 'call.id')
    .leftJoin('suppression', 'suppression.id', 'call.suppression_id')
    .select((eb) => [
      'call.caller_id as callerId',
      'call.undone_at as undoneAt',
      'call.outcome',
      'call.contact_id as contactId',
      'call.reason',
      'call.recruiting_difficulty as recruitingDifficulty',
      'call.limits_growth as limitsGrowth',
      'call.motives',
      'call.skills_needed as skillsNeeded',
      'call.meeting_wish as meetingWish',
      'call.callback_at as callbackAt',
      'call.no_need_until as noNeedUntil',
      'call.wording',
      'call.note',
      'call.script_id as scriptId',
      'suppression.channel',
      'effect.engagement_before as before',
      'effect.engagement_after as after',
      jsonArrayFrom(
        eb
          .selectFrom('call_answer')
          .select(['call_answer.number', 'call_answer.answer'])
          .whereRef('call_answer.call_id', '=', 'call.id')
          .orderBy('call_answer.number'),
      ).as('answers'),
    ])
    .$narrowType<{ before: EngagementState | null; after: EngagementState | null }>()
    .where('call.task_id', '=', call.taskId)
    .where('call.id', '<', call.id)
    .where('call.outcome', 'is not', null)
    .orderBy('call.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const remembered = Date.now() - unfinishedAsked.hours * 3_600_000
  return last?.undoneAt && last.undoneAt.getTime() > remembered && last.callerId === call.callerId
    ? last
    : undefined
}

type UndoneAnswers = NonNullable<Awaited<ReturnType<typeof findUndoneAnswers>>>

/**
 * An outcome taken back as the values of the form it was written in. Times that have passed and words that the house
 * wrote by itself are left out; answers fill the script's own questions, whose `numbers` stand in the order of the form.
 */
export function formOfUndone(undone: UndoneAnswers, script: { id: string; numbers: number[] } | null) {
  const { callbackAt, noNeedUntil, after, before, answers } = undone
  const told = after && partsOf.answers(undone.outcome as CallOutcome) ? after : null
  const ownStep = told && told.next_action !== before?.next_action && !isHousesStep(told.next_action, undone)
  return {
    outcome: undone.outcome,
    contactId: undone.contactId,
    refusalReason: undone.reason,
    recruitingDifficulty: undone.recruitingDifficulty,
    limitsGrowth: undone.limitsGrowth,
    motives: undone.motives,
    skillsNeeded: undone.skillsNeeded.join(', '),
    meetingWish: undone.meetingWish,
    promised: told && told.promised !== before?.promised ? told.promised : null,
    nextAction: ownStep ? told.next_action : null,
    nextActionOn: ownStep ? told.next_action_on : null,
    callbackAt: callbackAt && callbackAt > new Date() ? localTimeOf(callbackAt) : null,
    until: noNeedUntil && noNeedUntil > today() ? noNeedUntil : null,
    wording: undone.wording,
    channel: undone.channel ?? 'all',
    note: undone.note,
    answers:
      script?.id === undone.scriptId
        ? script?.numbers.map((number) => ({
            answer: answers.find((one) => one.number === number)?.answer ?? '',
          }))
        : undefined,
  }
}

/** A next step that was not written by the caller: the wish for a meeting, or the house's own words. */
function isHousesStep(nextAction: string | null, { meetingWish }: UndoneAnswers): boolean {
  return (
    nextAction === meetingWish ||
    LANGUAGES.some((language) => nextAction === translatorFor(language)('calls:follow_up'))
  )
}

export type OutcomeRefill = ReturnType<typeof formOfUndone>
