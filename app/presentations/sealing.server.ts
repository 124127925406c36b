import { randomBytes } from 'node:crypto'
import type { Viewer } from '~/auth/viewer.server'
import { factsBearingOn } from '~/needs/bearing-facts'
import { coversSomething } from '~/needs/match'
import { decisionsFor } from '~/needs/match-decisions.server'
import { type ComparedNeed, compareForNeed, consentsForNeed } from '~/needs/matching.server'
import { contentHash } from '~/platform/content-hash.server'
import type { Db, Trx } from '~/platform/db.server'
import { type ListedPerson, passedOver, type SealedFacts } from './sealed-list'

type ListedNeed = ComparedNeed & { companyId: string; roundId: string | null }

/** The list of a need as it stands now, with the presented person on it whatever the place, as a record would hold it. */
export async function listToSeal(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  need: ListedNeed,
  candidateId: string,
) {
  const {
    rules,
    need: compared,
    seed,
    people,
    matches,
    more,
  } = await compareForNeed(db, viewer, need, [candidateId])
  const ids = matches.map(({ personId }) => personId)
  const [consents, shown, decisions] = await Promise.all([
    consentsForNeed(db, need, ids),
    everShownFor(db, need.id),
    decisionsFor(db, need.id),
  ])
  const byId = new Map(people.map((person) => [person.id, person]))
  const consentOf = new Map(consents.map(({ id, profile }) => [id, profile?.state ?? 'not_asked']))
  const places = new Map(matches.filter(coversSomething).map(({ personId }, index) => [personId, index + 1]))
  const bearing = factsBearingOn(compared)
  const listed = matches.flatMap((match): ListedPerson[] => {
    const person = byId.get(match.personId)
    const decision = decisions.get(match.personId)
    return person
      ? [
          {
            match,
            person: bearing(person),
            place: places.get(person.id) ?? null,
            consent: consentOf.get(person.id) ?? 'not_asked',
            shownBefore: shown.has(person.id),
            leftOut: decision?.decision === 'left_out' ? { reason: decision.reason } : null,
          },
        ]
      : []
  })
  return { needId: need.id, rules, need: compared, seed, more, people: listed, candidateId }
}

/** Ids of people who have been presented for a need, however that ended. */
async function everShownFor(db: Db, needId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('presentation')
    .select('candidate_id as candidateId')
    .distinct()
    .where('need_id', '=', needId)
    .execute()
  return new Set(rows.map(({ candidateId }) => candidateId))
}

export type ListToSeal = Awaited<ReturnType<typeof listToSeal>>

/** Seals the list that a presentation came of, with the reason for whoever was passed over. */
export async function sealList(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  list: ListToSeal,
  {
    presentationId,
    reason,
    sealedAt = new Date(),
  }: { presentationId: string; reason: string | null; sealedAt?: Date },
): Promise<void> {
  const rows = sealedRows(list, reason)
  const { rules, need, seed, more } = list
  const sealed = {
    presentationId,
    needId: list.needId,
    sealedAt: sealedAt.toISOString(),
    rules,
    need,
    seed,
    more,
  }
  const { id } = await trx
    .insertInto('sealed_list')
    .values({
      presentation_id: presentationId,
      need_id: list.needId,
      sealed_by: viewer.userId,
      sealed_at: sealedAt,
      rules_version: rules.version,
      rules,
      need,
      seed,
      more,
      sha256: listHash({ ...sealed, people: rows }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('sealed_list_person')
    .values(rows.map((row) => ({ ...row, sealed_list_id: id })))
    .execute()
}

/** The people of a list as they are sealed, each with the hash of what bore on the need. */
function sealedRows(list: ListToSeal, reason: string | null) {
  const over = new Set(passedOver(list.people, list.candidateId))
  return list.people.map((one) => {
    const presented = one.person.id === list.candidateId
    const facts: SealedFacts = {
      salt: randomBytes(16).toString('hex'),
      person: one.person,
      words: presented ? reason : (one.leftOut?.reason ?? null),
    }
    return {
      candidate_id: one.person.id,
      place: one.place,
      presented,
      passed_over: over.has(one),
      left_out: one.leftOut !== null,
      shown_before: one.shownBefore,
      consent: one.consent,
      times_shown: one.match.timesShown,
      tier: one.match.tier,
      strength: one.match.strength,
      facts,
      facts_sha256: contentHash(facts),
    }
  })
}

/** SHA-256 (hex) of a sealed list. Of people's facts only their hashes enter, so that it outlives an erasure. */
export function listHash({
  people,
  ...list
}: {
  presentationId: string
  needId: string
  sealedAt: string
  rules: unknown
  need: unknown
  seed: string
  more: boolean
  people: readonly ({ candidate_id: string; facts: unknown; sealed_list_id?: string } & Record<
    string,
    unknown
  >)[]
}): string {
  const rows = people
    .map(({ facts: _, sealed_list_id: __, ...row }) => row)
    .sort((a, b) => (String(a.candidate_id) < String(b.candidate_id) ? -1 : 1))
  return contentHash({ ...list, people: rows })
}
