import { type SqlBool, sql } from 'kysely'
import { type EvidencePlace, passagesOf } from '~/candidates/cv-passages'
import type { CvReading } from '~/candidates/cv-reading/cv-reading'
import type { Db } from '~/platform/db.server'
import type { HeldSkill, MatchPerson } from './match'

/**
 * What is compared of these people, and nothing more. With `confirmedOnly` the CV itself is left aside: what nobody
 * has gone through with the person is no ground to present them.
 */
export async function comparablePeople(
  db: Db,
  ids: string[],
  { confirmedOnly }: { confirmedOnly: boolean },
): Promise<MatchPerson[]> {
  if (ids.length === 0) return []
  const [people, confirmed, undecided, declined, languages, readings] = await Promise.all([
    wishesOf(db, ids),
    confirmedSkills(db, ids),
    confirmedOnly ? [] : undecidedSkills(db, ids),
    confirmedOnly ? [] : declinedSkills(db, ids),
    db
      .selectFrom('candidate_language')
      .select(['candidate_id as ownerId', 'language', 'level'])
      .where('candidate_id', 'in', ids)
      .orderBy('language')
      .execute(),
    confirmedOnly ? [] : readingsInUse(db, ids),
  ])
  const confirmedOf = grouped(confirmed)
  const undecidedOf = grouped(undecided)
  const declinedOf = grouped(declined)
  const languagesOf = grouped(languages)
  const readingOf = new Map(readings.map(({ ownerId, reading }) => [ownerId, reading]))
  return people.map((person) => {
    const reading = readingOf.get(person.id)
    return {
      ...person,
      skills: [
        ...(confirmedOf.get(person.id) ?? []).map((row) => heldSkill(row, true)),
        ...(undecidedOf.get(person.id) ?? []).map((row) => heldSkill(row, false)),
      ],
      declined: (declinedOf.get(person.id) ?? []).map(({ skillId }) => skillId),
      passages: reading ? passagesOf(reading) : [],
      languages: languagesOf.get(person.id) ?? [],
    }
  })
}

type SkillRow = {
  skillId: string
  level: number | null
  years: number | null
  words: string | null
  evidence: string | null
  place: string | null
  jobs: number
  source: string
}

function heldSkill({ place, ...row }: SkillRow, confirmed: boolean): HeldSkill {
  return { ...row, place: place as EvidencePlace | null, confirmed }
}

function wishesOf(db: Db, ids: string[]) {
  return db
    .selectFrom('candidate')
    .select([
      'candidate.id',
      'candidate.number',
      'candidate.forms',
      'candidate.works_in as worksIn',
      'candidate.remote',
      'candidate.available_from as availableFrom',
      timesShown().as('timesShown'),
    ])
    .where('candidate.id', 'in', ids)
    .execute()
}

/** How often a person of the query has been presented to anybody. */
export function timesShown() {
  return sql<number>`(select count(*)::int from presentation where presentation.candidate_id = candidate.id)`
}

function confirmedSkills(db: Db, ids: string[]) {
  return db
    .selectFrom('candidate_skill')
    .leftJoin('cv_finding', (join) =>
      join
        .onRef('cv_finding.cv_id', '=', 'candidate_skill.cv_id')
        .onRef('cv_finding.skill_id', '=', 'candidate_skill.skill_id'),
    )
    .select([
      'candidate_skill.candidate_id as ownerId',
      'candidate_skill.skill_id as skillId',
      'candidate_skill.level',
      'candidate_skill.years',
      'cv_finding.words',
      'candidate_skill.evidence',
      'candidate_skill.place',
      'candidate_skill.jobs',
      'candidate_skill.source',
    ])
    .where('candidate_skill.candidate_id', 'in', ids)
    .where('candidate_skill.removed_at', 'is', null)
    .orderBy('candidate_skill.skill_id')
    .execute()
}

/** Skills that the CV in use names and nobody has decided about, where the profile has no word of them. */
function undecidedSkills(db: Db, ids: string[]) {
  return db
    .selectFrom('cv_finding')
    .innerJoin('cv', 'cv.id', 'cv_finding.cv_id')
    .select([
      'cv_finding.candidate_id as ownerId',
      'cv_finding.skill_id as skillId',
      sql<number | null>`cv_finding.level::int`.as('level'),
      'cv_finding.years',
      'cv_finding.words',
      'cv_finding.sentence as evidence',
      'cv_finding.place',
      'cv_finding.jobs',
      sql<string>`'cv'`.as('source'),
    ])
    .where('cv_finding.candidate_id', 'in', ids)
    .where('cv_finding.decision', 'is', null)
    .where(inUse())
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('candidate_skill')
            .select('candidate_skill.skill_id')
            .whereRef('candidate_skill.candidate_id', '=', 'cv_finding.candidate_id')
            .whereRef('candidate_skill.skill_id', '=', 'cv_finding.skill_id'),
        ),
      ),
    )
    .orderBy('cv_finding.skill_id')
    .execute()
}

/** Skills found and rejected in any version, or taken off the profile, and not confirmed since. */
function declinedSkills(db: Db, ids: string[]) {
  const isHeld = sql<SqlBool>`exists (
    select from candidate_skill as held
    where held.candidate_id = cv_finding.candidate_id and held.skill_id = cv_finding.skill_id
      and held.removed_at is null
  )`
  return db
    .selectFrom('cv_finding')
    .select(['candidate_id as ownerId', 'skill_id as skillId'])
    .where('candidate_id', 'in', ids)
    .where('decision', '=', 'rejected')
    .where(({ not }) => not(isHeld))
    .union(
      db
        .selectFrom('candidate_skill')
        .select(['candidate_id as ownerId', 'skill_id as skillId'])
        .where('candidate_id', 'in', ids)
        .where('removed_at', 'is not', null),
    )
    .execute()
}

/** The version of a person's CV that is current and not taken away. */
function inUse() {
  return sql<SqlBool>`cv.made_current_at is not null and cv.removed_at is null`
}

async function readingsInUse(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('cv')
    .select(['cv.candidate_id as ownerId', 'cv.reading'])
    .where('cv.candidate_id', 'in', ids)
    .where('cv.status', '=', 'read')
    .where(inUse())
    .execute()
  return rows.flatMap(({ ownerId, reading }) => (reading ? [{ ownerId, reading: reading as CvReading }] : []))
}

/** Rows by whose they are, without saying so again in each. */
export function grouped<Row extends { ownerId: string }>(rows: Row[]): Map<string, Omit<Row, 'ownerId'>[]> {
  const groups = new Map<string, Omit<Row, 'ownerId'>[]>()
  for (const { ownerId, ...row } of rows) {
    const group = groups.get(ownerId) ?? []
    group.push(row)
    groups.set(ownerId, group)
  }
  return groups
}
