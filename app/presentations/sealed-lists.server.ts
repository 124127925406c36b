import { type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { isHidden } from '~/candidates/non-disclosure.server'
import { comparisonWith, type MatchNeed } from '~/needs/match'
import type { MatchRules } from '~/needs/match-rules'
import { contentHash } from '~/platform/content-hash.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import type { ListParams } from '~/platform/list-params'
import { replayOrder, type SealedFacts } from './sealed-list'
import { type ListToSeal, listHash } from './sealing.server'
import { groundsOf, type ListStanding } from './why-shown'

/** Every read of sealed lists for a page of the house starts here. */
function visibleSealedLists(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const lists = db
    .selectFrom('sealed_list')
    .innerJoin('presentation', 'presentation.id', 'sealed_list.presentation_id')
    .innerJoin('candidate', 'candidate.id', 'presentation.candidate_id')
    .innerJoin('need', 'need.id', 'sealed_list.need_id')
    .innerJoin('company', 'company.id', 'need.company_id')
    .leftJoin('user_account as sealer', 'sealer.id', 'sealed_list.sealed_by')
  return may(viewer, 'sealed_lists.read') ? lists : lists.where(sql<SqlBool>`false`)
}

const headColumns = [
  'sealed_list.id',
  'sealed_list.presentation_id as presentationId',
  'sealed_list.sealed_at as sealedAt',
  'sealed_list.rules_version as rulesVersion',
  'sealed_list.more',
  'need.id as needId',
  'need.title as needTitle',
  'company.name as companyName',
  'candidate.number',
  'sealer.name as sealerName',
] as const

/** One page of the lists that presentations came of, newest first. */
export async function listSealedLists(db: Db, viewer: Viewer, list: ListParams<'sealed'>) {
  const lists = visibleSealedLists(db, viewer)
  return readListPage(db, list, {
    rows: lists
      .innerJoin('sealed_list_person as shown', (join) =>
        join.onRef('shown.sealed_list_id', '=', 'sealed_list.id').on('shown.presented', '=', true),
      )
      .select([...headColumns, 'shown.place'])
      .select((eb) => [
        eb
          .selectFrom('sealed_list_person as over')
          .select((one) => one.fn.countAll<number>().as('count'))
          .whereRef('over.sealed_list_id', '=', 'sealed_list.id')
          .where('over.passed_over', '=', true)
          .as('passedOver'),
        eb
          .selectFrom('sealed_list_person as listed')
          .select((one) => one.fn.count<number>('listed.place').as('count'))
          .whereRef('listed.sealed_list_id', '=', 'sealed_list.id')
          .as('of'),
      ])
      .orderBy('sealed_list.id', list.direction),
    matching: lists.select('sealed_list.id'),
  })
}

export type SealedListRow = Awaited<ReturnType<typeof listSealedLists>>['rows'][number]

/** The whole record of a presentation as it is kept, with its people in their order. */
async function findRecord(db: Db, viewer: Pick<Viewer, 'userId' | 'roles'>, presentationId: string) {
  const head = await visibleSealedLists(db, viewer)
    .select([
      ...headColumns,
      sql<MatchRules>`sealed_list.rules`.as('rules'),
      sql<MatchNeed>`sealed_list.need`.as('need'),
      'sealed_list.seed',
      'sealed_list.sha256',
      'presentation.candidate_id as candidateId',
    ])
    .where('sealed_list.presentation_id', '=', presentationId)
    .executeTakeFirst()
  if (!head) return undefined
  const people = await db
    .selectFrom('sealed_list_person')
    .innerJoin('candidate', 'candidate.id', 'sealed_list_person.candidate_id')
    .selectAll('sealed_list_person')
    .select(['candidate.number', isHidden(viewer).as('isHidden')])
    .where('sealed_list_id', '=', head.id)
    .orderBy(sql`sealed_list_person.place nulls last`)
    .orderBy('candidate.number')
    .execute()
  return { head, people: people.map((one) => ({ ...one, facts: one.facts as SealedFacts | null })) }
}

/** The list behind a presentation, looked at again: whether it is unchanged, and whether its order comes out the same. */
export async function findSealedList(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  presentationId: string,
) {
  const record = await findRecord(db, viewer, presentationId)
  if (!record) return undefined
  const { rules, need, seed, sha256, ...head } = record.head
  const replay = replayOrder(
    { rules, need, seed },
    record.people.map((one) => ({ ...one, candidateId: one.candidate_id })),
  )
  const againOf = new Map(replay.places.map((place) => [place.candidateId, place]))
  return {
    ...head,
    seed,
    sha256,
    intact: isIntact(record),
    replay: { same: replay.same, forgotten: replay.forgotten },
    people: record.people.map((one) => ({
      id: one.candidate_id,
      number: one.number,
      place: one.place,
      again: againOf.get(one.candidate_id) ?? null,
      presented: one.presented,
      passedOver: one.passed_over,
      leftOut: one.left_out,
      shownBefore: one.shown_before,
      consent: one.consent,
      timesShown: one.times_shown,
      tier: one.tier,
      strength: one.strength,
      words: one.facts?.words ?? null,
    })),
  }
}

export type SealedList = NonNullable<Awaited<ReturnType<typeof findSealedList>>>

type Kept = NonNullable<Awaited<ReturnType<typeof findRecord>>>

/** Whether the hashes still tell what is there: of the list, and of every person's facts that have not been erased. */
function isIntact({ head, people }: Kept): boolean {
  const hash = listHash({
    presentationId: head.presentationId,
    needId: head.needId,
    sealedAt: head.sealedAt.toISOString(),
    rules: head.rules,
    need: head.need,
    seed: head.seed,
    more: head.more,
    people: people.map(({ number: _, isHidden: __, ...row }) => row),
  })
  return (
    hash === head.sha256 &&
    people.every(({ facts, facts_sha256 }) => facts === null || contentHash(facts) === facts_sha256)
  )
}

/**
 * The record as data for whoever may take it out of the house; that it was taken is written down. What was compared of
 * somebody under non-disclosure may tell where the person lives: others than the own coach get its hash only.
 */
export async function exportSealedList(trx: Trx, viewer: Viewer, presentationId: string) {
  const record = await findRecord(trx, viewer, presentationId)
  if (!record || !may(viewer, 'sealed_lists.export')) return undefined
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'sealed_list_exported',
    subject: ['presentation', presentationId],
    candidateId: record.head.candidateId,
  })
  const people = record.people.map(({ isHidden, facts, ...one }) => ({
    ...one,
    facts: isHidden ? null : facts,
    factsWithheld: isHidden,
  }))
  return { ...record.head, people }
}

/** How a person stands on the list of a need at this moment. */
export function standingNow({ people, candidateId }: ListToSeal): ListStanding {
  const own = people.find(({ person }) => person.id === candidateId)
  const listed = people.filter(({ place }) => place !== null)
  const before = listed.filter(({ place }) => own?.place && place && place < own.place)
  const equals = before.filter(
    ({ match }) => match.tier === own?.match.tier && match.strength === own.match.strength,
  )
  return {
    compared: own !== undefined,
    presented: false,
    reason: null,
    shownBefore: own?.shownBefore ?? false,
    consent: own?.consent ?? 'not_asked',
    leftOut: own?.leftOut ?? null,
    place: own?.place ?? null,
    of: listed.length,
    strongerBefore: before.length - equals.length,
    equalsBefore: equals.length,
    match: own?.match ?? null,
  }
}

/** Sealed lists told to one person, or about one person and need, at a time. */
const MOST_TOLD = 50

/**
 * The latest lists that somebody was presented from, each with why this person was or was not: those the person is on,
 * or with `needId` all of that need. The caller has found the person.
 */
export async function listStandings(
  db: Db,
  candidateId: string,
  { needId, most = MOST_TOLD }: { needId?: string; most?: number | null } = {},
) {
  const rows = await db
    .selectFrom('sealed_list')
    .innerJoin('need', 'need.id', 'sealed_list.need_id')
    .leftJoin('sealed_list_person as own', (join) =>
      join.onRef('own.sealed_list_id', '=', 'sealed_list.id').on('own.candidate_id', '=', candidateId),
    )
    .select([
      'sealed_list.id',
      'sealed_list.presentation_id as presentationId',
      'sealed_list.sealed_at as sealedAt',
      sql<MatchRules>`sealed_list.rules`.as('rules'),
      sql<MatchNeed>`sealed_list.need`.as('need'),
      'need.title as needTitle',
      'own.candidate_id as candidateId',
      'own.place',
      'own.presented',
      'own.shown_before as shownBefore',
      'own.left_out as leftOut',
      'own.consent',
      'own.facts',
      countOf(sql`true`).as('of'),
      countOf(sql`listed.place < own.place`).as('before'),
      countOf(sql`listed.place < own.place and listed.tier = own.tier and listed.strength = own.strength`).as(
        'equals',
      ),
    ])
    .where(
      needId ? sql<SqlBool>`sealed_list.need_id = ${needId}` : sql<SqlBool>`own.candidate_id is not null`,
    )
    .orderBy('sealed_list.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ rules, need, facts, ...row }) => {
    const sealed = facts as SealedFacts | null
    const match = sealed && comparisonWith(rules, need)(sealed.person)
    const grounds = groundsOf({
      compared: row.candidateId !== null,
      presented: row.presented ?? false,
      reason: sealed?.words ?? null,
      shownBefore: row.shownBefore ?? false,
      consent: row.consent ?? 'given',
      leftOut: row.leftOut ? { reason: sealed?.words ?? null } : null,
      place: row.place,
      of: row.of,
      strongerBefore: row.before - row.equals,
      equalsBefore: row.equals,
      match,
    })
    const { id, presentationId, sealedAt, needTitle } = row
    return { id, presentationId, sealedAt, needTitle, grounds }
  })
}

function countOf(which: ReturnType<typeof sql>) {
  return sql<number>`(
    select count(*)::int from sealed_list_person as listed
    where listed.sealed_list_id = sealed_list.id and listed.place is not null and ${which}
  )`
}

/** Takes what was compared of an erased person out of every list; that the person was on it, and where, stays. */
export async function forgetSealedFacts(trx: Trx, candidateId: string): Promise<void> {
  await trx
    .updateTable('sealed_list_person')
    .set({ facts: null })
    .where('candidate_id', '=', candidateId)
    .where('facts', 'is not', null)
    .execute()
}

/** Job: the same for people who left half a year ago. */
export async function forgetOldSealedFacts(db: Db): Promise<void> {
  await db
    .updateTable('sealed_list_person')
    .from('candidate')
    .set({ facts: null })
    .whereRef('candidate.id', '=', 'sealed_list_person.candidate_id')
    .where('candidate.ended_at', '<', sql<Date>`now() - interval '6 months'`)
    .where('sealed_list_person.facts', 'is not', null)
    .execute()
}
