import { type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { shownName } from '~/candidates/candidates.server'
import type { SharingTier } from '~/candidates/consent'
import { consentStates } from '~/candidates/consent-states.server'
import { readableSnapshot } from '~/candidates/non-disclosure.server'
import { mailPersonLink } from '~/candidates/person-links.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import type { NewPresentation } from './presentation'
import {
  activePerson,
  approvedCv,
  checkSecondLook,
  openNeed,
  presentCandidate,
  reachableContact,
  requireReason,
} from './presenting.server'
import { previewOf } from './preview.server'
import { listToSeal } from './sealing.server'
import type { ShownMatch, ShownProfile } from './shown-profile'

/** Plans joined with what names them. Not yet limited to anyone. */
function plans(db: Db) {
  return db
    .selectFrom('presentation_plan')
    .innerJoin('candidate', 'candidate.id', 'presentation_plan.candidate_id')
    .innerJoin('company', 'company.id', 'presentation_plan.company_id')
    .innerJoin('contact', 'contact.id', 'presentation_plan.contact_id')
    .leftJoin('need', 'need.id', 'presentation_plan.need_id')
    .leftJoin('user_account as planner', 'planner.id', 'presentation_plan.planned_by')
}

const planColumns = [
  'presentation_plan.id',
  'presentation_plan.candidate_id as candidateId',
  'presentation_plan.company_id as companyId',
  'presentation_plan.need_id as needId',
  'presentation_plan.contact_id as contactId',
  'presentation_plan.tier',
  'presentation_plan.cv_id as cvId',
  'presentation_plan.expires_on as expiresOn',
  'presentation_plan.message',
  'presentation_plan.planned_at as plannedAt',
  'presentation_plan.answer',
  'presentation_plan.answer_reason as answerReason',
  'presentation_plan.answered_at as answeredAt',
  'presentation_plan.cancelled_at as cancelledAt',
  'presentation_plan.presentation_id as presentationId',
  'company.name as companyName',
  'contact.name as contactName',
  'need.title as needTitle',
  'need.round_id as roundId',
  'planner.name as plannerName',
] as const

/** Every read of plans for a page of the house starts here. */
export function visiblePlans(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return may(viewer, 'presentations.read') ? plans(db) : plans(db).where(sql<SqlBool>`false`)
}

const MOST = 200

/** Plans that wait for the person or for the house, the newest first; what the person declined stays for a month. */
export function listOpenPlans(db: Db, viewer: Viewer) {
  return visiblePlans(db, viewer)
    .select([...planColumns, 'candidate.number', shownName(viewer).as('name')])
    .where('presentation_plan.presentation_id', 'is', null)
    .where('presentation_plan.cancelled_at', 'is', null)
    .where((where) =>
      where.or([
        where('presentation_plan.answer', 'is', null),
        where('presentation_plan.answer', '=', 'accepted'),
        where('presentation_plan.answered_at', '>', sql<Date>`now() - interval '30 days'`),
      ]),
    )
    .orderBy('presentation_plan.id', 'desc')
    .limit(MOST)
    .execute()
}

/** One plan as the house sees it; the profile is null where non-disclosure for safety keeps it from this viewer. */
export async function findPlan(db: Db, viewer: Viewer, planId: string) {
  const plan = await visiblePlans(db, viewer)
    .select([
      ...planColumns,
      'candidate.number',
      shownName(viewer).as('name'),
      readableSnapshot(viewer, 'presentation_plan').as('profile'),
      'presentation_plan.match',
      'presentation_plan.profile_sha256 as profileSha256',
      'presentation_plan.second_look as secondLook',
      'presentation_plan.out_of_order as outOfOrder',
    ])
    .$narrowType<{ tier: SharingTier }>()
    .where('presentation_plan.id', '=', planId)
    .executeTakeFirst()
  return (
    plan && {
      ...plan,
      profile: plan.profile as ShownProfile | null,
      match: plan.match as ShownMatch | null,
    }
  )
}

type Plan = NonNullable<Awaited<ReturnType<typeof findPlan>>>

/** What waits for this person, and what the person has answered, the newest first. */
export function listPlansFor(db: Db, candidateId: string, { most = MOST }: { most?: number | null } = {}) {
  return plans(db)
    .select(planColumns)
    .where('presentation_plan.candidate_id', '=', candidateId)
    .orderBy('presentation_plan.id', 'desc')
    .limit(most)
    .execute()
}

/** One plan as the person it is about sees it: exactly what the employer would see. */
export async function findPlanFor(db: Db, candidateId: string, planId: string) {
  const plan = await plans(db)
    .select([...planColumns, 'presentation_plan.profile', 'presentation_plan.match'])
    .$narrowType<{ tier: SharingTier }>()
    .where('presentation_plan.id', '=', planId)
    .where('presentation_plan.candidate_id', '=', candidateId)
    .executeTakeFirst()
  return plan && { ...plan, profile: plan.profile as ShownProfile, match: plan.match as ShownMatch | null }
}

/**
 * Shows the person what an employer would see, before anyone else sees it, and mails a link. Refuses what could not
 * be sent anyway, and whoever has said no to this company: a plan is no way to ask again.
 */
export async function planPresentation(trx: Trx, viewer: Viewer, form: NewPresentation): Promise<string> {
  const person = await activePerson(trx, form)
  checkSecondLook(viewer, person, form)
  const need = await openNeed(trx, viewer, form)
  await reachableContact(trx, form)
  await refuseAfterNo(trx, { ...form, roundId: need?.roundId ?? null })
  if (form.expiresOn < today()) throw new RuleError('presentations:refused.expiry_past')
  const cv = form.tier === 'T2' ? await approvedCv(trx, form, person.nonDisclosure) : null
  const preview = await previewOf(trx, viewer, form.candidateId, need)
  if (preview?.profileSha256 !== form.profileSha256)
    throw new RuleError('presentations:refused.profile_changed')
  if (need) requireReason(await listToSeal(trx, viewer, need, form.candidateId), form)
  const planned = await trx
    .insertInto('presentation_plan')
    .values({
      candidate_id: form.candidateId,
      company_id: form.companyId,
      contact_id: form.contactId,
      need_id: need?.id ?? null,
      tier: form.tier,
      cv_id: cv?.id ?? null,
      profile: preview.profile,
      profile_sha256: preview.profileSha256,
      match: preview.match,
      message: form.message ?? null,
      second_look: person.nonDisclosure ? (form.secondLook ?? null) : null,
      out_of_order: form.outOfOrder ?? null,
      expires_on: form.expiresOn,
      planned_by: viewer.userId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!planned) throw new RuleError('presentations:plan.already')
  await mailPersonLink(trx, null, form.candidateId)
  await recordPlanActivity(trx, viewer, 'presentation_planned', { ...form, id: planned.id })
  return planned.id
}

async function refuseAfterNo(
  trx: Trx,
  asked: { candidateId: string; companyId: string; roundId: string | null; tier: SharingTier },
): Promise<void> {
  const states = await consentStates(trx, { ...asked, candidateIds: [asked.candidateId] })
  const state = states.get(asked.candidateId)?.state
  if (state === 'blocked') throw new RuleError('presentations:refused.blocked')
  if (state === 'refused' || state === 'withdrawn') throw new RuleError('presentations:plan.said_no')
}

/** Keeps the person's answer; it can be given once. False when it was given, or the plan taken back, meanwhile. */
export async function answerPlan(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  plan: { id: string; candidateId: string; companyId: string },
  answer: { answer: 'accepted' | 'declined'; reason: string | null },
): Promise<boolean> {
  const answered = await trx
    .updateTable('presentation_plan')
    .set({ answer: answer.answer, answer_reason: answer.reason, answered_at: new Date() })
    .where('id', '=', plan.id)
    .where('candidate_id', '=', plan.candidateId)
    .where('answer', 'is', null)
    .where('cancelled_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!answered) return false
  await recordPlanActivity(
    trx,
    viewer,
    answer.answer === 'accepted' ? 'presentation_plan_accepted' : 'presentation_plan_declined',
    plan,
  )
  return true
}

/** Sends what the person has accepted, as it was accepted; the rules of every presentation hold. Gives its id. */
export async function sendPlan(trx: Trx, viewer: Viewer, plan: Plan): Promise<string> {
  const accepted = await trx
    .selectFrom('presentation_plan')
    .select('id')
    .where('id', '=', plan.id)
    .where('answer', '=', 'accepted')
    .where('cancelled_at', 'is', null)
    .where('presentation_id', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!accepted) throw new RuleError('presentations:plan.not_accepted')
  const id = await presentCandidate(
    trx,
    viewer,
    {
      candidateId: plan.candidateId,
      companyId: plan.companyId,
      needId: plan.needId ?? undefined,
      contactId: plan.contactId,
      tier: plan.tier,
      cvId: plan.cvId ?? undefined,
      expiresOn: plan.expiresOn,
      message: plan.message ?? undefined,
      secondLook: plan.secondLook ?? undefined,
      outOfOrder: plan.outOfOrder ?? undefined,
      profileSha256: plan.profileSha256,
    },
    { accepted: true },
  )
  await trx.updateTable('presentation_plan').set({ presentation_id: id }).where('id', '=', plan.id).execute()
  return id
}

/** Takes a plan back that was not sent. False when it was, or was taken back before. */
export async function cancelPlan(
  trx: Trx,
  viewer: Viewer,
  plan: Pick<Plan, 'id' | 'candidateId' | 'companyId'>,
) {
  const cancelled = await trx
    .updateTable('presentation_plan')
    .set({ cancelled_at: new Date(), cancelled_by: viewer.userId })
    .where('id', '=', plan.id)
    .where('presentation_id', 'is', null)
    .where('cancelled_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (cancelled) await recordPlanActivity(trx, viewer, 'presentation_plan_cancelled', plan)
  return cancelled !== undefined
}

function recordPlanActivity(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  action:
    | 'presentation_planned'
    | 'presentation_plan_accepted'
    | 'presentation_plan_declined'
    | 'presentation_plan_cancelled',
  plan: { id: string; candidateId: string; companyId: string },
) {
  return recordActivity(trx, {
    actorId: viewer.userId,
    action,
    subject: ['presentation_plan', plan.id],
    companyId: plan.companyId,
    candidateId: plan.candidateId,
  })
}
