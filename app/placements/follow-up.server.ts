import type { z } from 'zod'
import { type ActivityAction, recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import type { AssessmentForm, CheckInForm, OutcomeForm } from './placement'
import type { Placement } from './placements.server'

type Of = Pick<Placement, 'id' | 'companyId' | 'candidateId' | 'roundId'>

/** Check-ins, assessments and outcomes of one placement. */
export async function listFollowUp(db: Db, placementId: string) {
  const [checkIns, assessments, outcomes] = await Promise.all([
    db
      .selectFrom('check_in')
      .select(['id', 'held_on as heldOn', 'mode', 'heard', 'mood', 'on_track as onTrack', 'concern', 'note'])
      .where('placement_id', '=', placementId)
      .orderBy('held_on', 'desc')
      .execute(),
    db
      .selectFrom('placement_assessment')
      .select([
        'id',
        'kind',
        'given_on as givenOn',
        'given_by_name as givenByName',
        'fit_to_work as fitToWork',
        'readiness',
        'strengths',
        'to_develop as toDevelop',
        'would_hire as wouldHire',
      ])
      .where('placement_id', '=', placementId)
      .orderBy('given_on')
      .execute(),
    db
      .selectFrom('outcome')
      .select([
        'id',
        'class',
        'happened_on as happenedOn',
        'seen_as as seenAs',
        'evidence',
        'withdrawn_at as withdrawnAt',
      ])
      .where('placement_id', '=', placementId)
      .orderBy('happened_on')
      .execute(),
  ])
  return { checkIns, assessments, outcomes }
}

export type FollowUp = Awaited<ReturnType<typeof listFollowUp>>

/** Keeps what was heard at a check-in of a placement. */
export async function addCheckIn(
  trx: Trx,
  viewer: Viewer,
  placement: Of,
  form: z.output<typeof CheckInForm>,
): Promise<void> {
  await trx
    .insertInto('check_in')
    .values({
      placement_id: placement.id,
      held_on: form.heldOn,
      mode: form.mode,
      heard: form.heard,
      mood: form.mood ?? null,
      on_track: form.onTrack === 'yes',
      concern: form.concern,
      note: form.note ?? null,
      created_by: viewer.userId,
    })
    .execute()
  await record(trx, viewer, 'check_in_held', placement)
}

/** Saves the mid or closing assessment; a second one of the same kind corrects the first. */
export async function saveAssessment(
  trx: Trx,
  viewer: Viewer,
  placement: Of,
  form: z.output<typeof AssessmentForm>,
): Promise<void> {
  const values = {
    given_on: form.givenOn,
    given_by_name: form.givenByName ?? null,
    fit_to_work: form.fitToWork,
    readiness: form.readiness ?? null,
    strengths: form.strengths ?? null,
    to_develop: form.toDevelop ?? null,
    would_hire: form.wouldHire ?? null,
  }
  await trx
    .insertInto('placement_assessment')
    .values({ ...values, placement_id: placement.id, kind: form.kind, created_by: viewer.userId })
    .onConflict((conflict) => conflict.columns(['placement_id', 'kind']).doUpdateSet(values))
    .execute()
  await record(trx, viewer, `assessment_${form.kind}`, placement)
}

/** Records what came of a placement; it counts in the group the person was in by then. */
export async function recordOutcome(
  trx: Trx,
  viewer: Viewer,
  placement: Of,
  form: z.output<typeof OutcomeForm>,
): Promise<void> {
  const participation = await trx
    .selectFrom('participation')
    .select('id')
    .where('candidate_id', '=', placement.candidateId)
    .where((where) => where.or([where('started_on', 'is', null), where('started_on', '<=', form.happenedOn)]))
    .orderBy('started_on', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst()
  await trx
    .insertInto('outcome')
    .values({
      candidate_id: placement.candidateId,
      participation_id: participation?.id ?? null,
      placement_id: placement.id,
      round_id: placement.roundId,
      class: form.class,
      happened_on: form.happenedOn,
      seen_as: form.seenAs,
      evidence: form.evidence ?? null,
      recorded_by: viewer.userId,
    })
    .execute()
  await record(trx, viewer, 'outcome_recorded', placement)
}

/** Takes an outcome back; the row stays, so that an earlier report can be explained. */
export async function withdrawOutcome(
  trx: Trx,
  viewer: Viewer,
  placement: Of,
  outcomeId: string,
): Promise<void> {
  await trx
    .updateTable('outcome')
    .set({ withdrawn_at: new Date(), withdrawn_by: viewer.userId })
    .where('id', '=', outcomeId)
    .where('placement_id', '=', placement.id)
    .where('withdrawn_at', 'is', null)
    .execute()
  await record(trx, viewer, 'outcome_withdrawn', placement)
}

async function record(trx: Trx, viewer: Viewer, action: ActivityAction, placement: Of): Promise<void> {
  await recordActivity(trx, {
    actorId: viewer.userId,
    action,
    subject: ['placement', placement.id],
    companyId: placement.companyId,
    candidateId: placement.candidateId,
    roundId: placement.roundId,
  })
}
