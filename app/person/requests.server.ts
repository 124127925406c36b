import { type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { shownName } from '~/candidates/candidates.server'
import { isInCaseload } from '~/candidates/caseload/own-coach.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { dueOn, latestOn, type RequestKind } from './request'

const MOST = 300

/**
 * Every read of requests by the house starts here. Coordinators see those of people they coach and of people
 * without a coach; administrators see all, by number.
 */
export function visibleRequests(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>) {
  const requests = db
    .selectFrom('person_request')
    .innerJoin('candidate', 'candidate.id', 'person_request.candidate_id')
    .leftJoin('user_account as answerer', 'answerer.id', 'person_request.answered_by')
  if (!may(viewer, 'person_requests.answer')) return requests.where(sql<SqlBool>`false`)
  if (may(viewer, 'settings.manage')) return requests
  return requests.where((where) => where.or([isInCaseload(viewer), where('candidate.coach_id', 'is', null)]))
}

const requestColumns = [
  'person_request.id',
  'person_request.candidate_id as candidateId',
  'person_request.kind',
  'person_request.words',
  'person_request.how',
  'person_request.received_on as receivedOn',
  'person_request.due_on as dueOn',
  'person_request.extended_until as extendedUntil',
  'person_request.extension_reason as extensionReason',
  'person_request.answered_at as answeredAt',
  'person_request.outcome',
  'person_request.answer',
] as const

/** Open requests, the first due first, then those answered, the latest first. */
export function listRequests(db: Db, viewer: Viewer) {
  return visibleRequests(db, viewer)
    .select([...requestColumns, 'candidate.number', shownName(viewer).as('name')])
    .$narrowType<{ kind: RequestKind }>()
    .orderBy(sql`person_request.answered_at is not null`)
    .orderBy('person_request.answered_at', 'desc')
    .orderBy(sql`coalesce(person_request.extended_until, person_request.due_on)`)
    .limit(MOST)
    .execute()
}

/** One request with who answered it; undefined when the viewer may not see it. */
export function findRequest(db: Db, viewer: Viewer, requestId: string) {
  return visibleRequests(db, viewer)
    .select([
      ...requestColumns,
      'candidate.number',
      'candidate.erased_at as erasedAt',
      shownName(viewer).as('name'),
      'answerer.name as answererName',
    ])
    .$narrowType<{ kind: RequestKind }>()
    .where('person_request.id', '=', requestId)
    .executeTakeFirst()
}

/** The person's own requests, newest first. */
export function listOwnRequests(db: Db, candidateId: string, { most = MOST }: { most?: number | null } = {}) {
  return db
    .selectFrom('person_request')
    .select(requestColumns)
    .$narrowType<{ kind: RequestKind; outcome: 'done' | 'partly' | 'refused' | null }>()
    .where('candidate_id', '=', candidateId)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

/** Writes a request down; the month begins on the day it was received. Gives its id. */
export async function addRequest(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  request: { kind: RequestKind; words: string | null; how: string; receivedOn: string },
): Promise<string> {
  if (request.receivedOn > today()) throw new RuleError('requests:in_future')
  const { id } = await trx
    .insertInto('person_request')
    .values({
      candidate_id: candidateId,
      kind: request.kind,
      words: request.words,
      how: request.how,
      received_on: request.receivedOn,
      due_on: dueOn(request.receivedOn),
      recorded_by: viewer.userId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'person_request_received',
    subject: ['person_request', id],
    candidateId,
    detail: { kind: request.kind },
  })
  return id
}

/** Keeps the answer the person is given. False when somebody has answered meanwhile. */
export async function answerRequest(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  request: { id: string; candidateId: string },
  given: { outcome: 'done' | 'partly' | 'refused'; answer: string },
): Promise<boolean> {
  const answered = await trx
    .updateTable('person_request')
    .set({ ...given, answered_at: new Date(), answered_by: viewer.userId })
    .where('id', '=', request.id)
    .where('answered_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!answered) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'person_request_answered',
    subject: ['person_request', request.id],
    candidateId: request.candidateId,
  })
  return true
}

/** Takes more time, at most three months in all; why is told to the person on the own pages. */
export async function extendRequest(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  request: { id: string; candidateId: string; receivedOn: string },
  { until, reason }: { until: string; reason: string },
): Promise<void> {
  if (until > latestOn(request.receivedOn)) throw new RuleError('requests:too_late')
  if (until <= dueOn(request.receivedOn)) throw new RuleError('requests:no_extension')
  await trx
    .updateTable('person_request')
    .set({ extended_until: until, extension_reason: reason })
    .where('id', '=', request.id)
    .where('answered_at', 'is', null)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'person_request_extended',
    subject: ['person_request', request.id],
    candidateId: request.candidateId,
  })
}
