import { type SqlBool, sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { visibleCandidates } from '~/candidates/candidates.server'
import { consentStates } from '~/candidates/consents.server'
import { evidenceReader } from '~/candidates/readable-evidence.server'
import { today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import type { Language } from '~/texts/text-keys'
import { inShownOrder, type Match, type MatchNeed, type MatchPerson, matchPerson } from './match'
import { type Need, visibleNeeds } from './needs.server'
import { kinshipOf } from './skill-kinship'

/** People compared line by line for one need, chosen by how many needed skills they cover. */
const MOST_COMPARED = 200
/** Open needs compared for one person. */
const MOST_NEEDS = 100

/**
 * The people who fit a need, in the order of `inShownOrder`, with whether each may be shown to its company. At
 * most MOST_COMPARED are compared; `more` tells that others cover something too.
 */
export async function matchesForNeed(db: Db, viewer: Viewer, need: Need) {
  const kinship = kinshipOf(loadVocabulary().vocabulary)
  const preselected = await peopleCovering(db, viewer, need, kinship)
  const people = await comparablePeople(db, preselected.slice(0, MOST_COMPARED))
  const matches = inShownOrder(people.flatMap((person) => matchPerson(need, person, kinship) ?? []))
  return { matches, more: preselected.length > MOST_COMPARED }
}

/** These matches with the sentences of CVs as the viewer may read them. */
export async function withReadableEvidence<T extends Match>(
  db: Db,
  viewer: Viewer,
  matches: T[],
): Promise<T[]> {
  const readable = await evidenceReader(db, viewer, [...new Set(matches.map(({ personId }) => personId))])
  return matches.map((match) => ({
    ...match,
    lines: match.lines.map((line) => ({
      ...line,
      held: line.held && { ...line.held, evidence: readable(match.personId, line.held.evidence) },
    })),
  }))
}

/** One person compared with one need, or null when nothing is covered. The caller has found both. */
export async function matchOf(db: Db, need: MatchNeed, candidateId: string): Promise<Match | null> {
  const [person] = await comparablePeople(db, [candidateId])
  return person ? matchPerson(need, person, kinshipOf(loadVocabulary().vocabulary)) : null
}

export type NeedMatches = Awaited<ReturnType<typeof matchesForNeed>>

/** Whether each of these people may be shown to the need's company, as a profile (T1) and by name (T2). */
export async function consentsForNeed(
  db: Db,
  need: Pick<Need, 'companyId' | 'roundId'>,
  candidateIds: string[],
) {
  const asked = { candidateIds, companyId: need.companyId, roundId: need.roundId }
  const [profile, byName] = await Promise.all([
    consentStates(db, { ...asked, tier: 'T1' }),
    consentStates(db, { ...asked, tier: 'T2' }),
  ])
  return candidateIds.map((id) => ({ id, profile: profile.get(id), byName: byName.get(id) }))
}

/** Ids of active people by needed skills covered, must-haves first; ties in the order that people are shown. */
async function peopleCovering(
  db: Db,
  viewer: Viewer,
  need: Need,
  kinship: ReturnType<typeof kinshipOf>,
): Promise<string[]> {
  const covering = need.skills.flatMap(({ id, skillId, must }) =>
    skillId ? [skillId, ...kinship.moreSpecific(skillId)].map((held) => ({ needed: id, must, held })) : [],
  )
  if (covering.length === 0) return []
  const rows = await visibleCandidates(db, viewer)
    .innerJoin('candidate_skill', 'candidate_skill.candidate_id', 'candidate.id')
    .innerJoin(
      sql<{ needed: string; must: boolean; held: string }>`(
        select * from unnest(
          ${covering.map((one) => one.needed)}::uuid[],
          ${covering.map((one) => one.must)}::boolean[],
          ${covering.map((one) => one.held)}::text[]
        ) as rows (needed, must, held)
      )`.as('covering'),
      'covering.held',
      'candidate_skill.skill_id',
    )
    .select('candidate.id')
    .where('candidate.ended_at', 'is', null)
    .where('candidate_skill.removed_at', 'is', null)
    .groupBy('candidate.id')
    .orderBy(sql`count(distinct covering.needed) filter (where covering.must)`, 'desc')
    .orderBy(sql`count(distinct covering.needed)`, 'desc')
    .orderBy(timesShown())
    .orderBy('candidate.id')
    .limit(MOST_COMPARED + 1)
    .execute()
  return rows.map(({ id }) => id)
}

function timesShown() {
  return sql<number>`(select count(*)::int from presentation where presentation.candidate_id = candidate.id)`
}

/** What is compared of these people, and nothing more. */
async function comparablePeople(db: Db, ids: string[]): Promise<MatchPerson[]> {
  if (ids.length === 0) return []
  const [people, skills, languages] = await Promise.all([
    db
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
      .execute(),
    db
      .selectFrom('candidate_skill')
      .select(['candidate_id as ownerId', 'skill_id as skillId', 'level', 'evidence', 'source'])
      .where('candidate_id', 'in', ids)
      .where('removed_at', 'is', null)
      .execute(),
    db
      .selectFrom('candidate_language')
      .select(['candidate_id as ownerId', 'language', 'level'])
      .where('candidate_id', 'in', ids)
      .execute(),
  ])
  const skillsOf = grouped(skills)
  const languagesOf = grouped(languages)
  return people.map((person) => ({
    ...person,
    skills: skillsOf.get(person.id) ?? [],
    languages: languagesOf.get(person.id) ?? [],
  }))
}

/**
 * Open needs that one person fits, best first; ties go to the newer need. The caller has found the person
 * through visibleCandidates.
 */
export async function matchesForCandidate(db: Db, viewer: Viewer, candidateId: string) {
  if (!may(viewer, 'matches.read')) return []
  const [person] = await comparablePeople(db, [candidateId])
  if (!person) return []
  const kinship = kinshipOf(loadVocabulary().vocabulary)
  const covered = [...new Set(person.skills.flatMap(({ skillId }) => [...kinship.covers(skillId)]))]
  if (covered.length === 0) return []

  const needs = await openNeedsAsking(db, viewer, covered)
  return inShownOrder(
    needs.flatMap((need) => {
      const match = matchPerson(need, person, kinship)
      return match ? [{ ...match, need }] : []
    }),
  )
}

export type CandidateMatch = Awaited<ReturnType<typeof matchesForCandidate>>[number]

/** Whether one person may be shown, as a profile (T1), to the company of each need. */
export function consentsForCandidate(
  db: Db,
  candidateId: string,
  needs: readonly Pick<Need, 'id' | 'companyId' | 'roundId'>[],
) {
  return Promise.all(
    needs.map(async ({ id, companyId, roundId }) => {
      const asked = { candidateIds: [candidateId], companyId, roundId, tier: 'T1' as const }
      return { id, profile: (await consentStates(db, asked)).get(candidateId) }
    }),
  )
}

type AskingNeed = MatchNeed & {
  id: string
  title: string
  companyId: string
  companyName: string
  roundId: string | null
}

/** Open needs whose last day has not passed and that ask for any of the skills, those asking for most first. */
async function openNeedsAsking(db: Db, viewer: Viewer, skillIds: string[]): Promise<AskingNeed[]> {
  const needs = await visibleNeeds(db, viewer)
    .innerJoin('need_skill', 'need_skill.need_id', 'need.id')
    .select([
      'need.id',
      'need.title',
      'need.round_id as roundId',
      'need.forms',
      'need.municipality',
      'need.remote',
      'need.starts_on as startsOn',
      'company.id as companyId',
      'company.name as companyName',
    ])
    .where('need.status', '=', 'open')
    .where(sql<SqlBool>`(need.valid_until is null or need.valid_until >= ${today()}::date)`)
    .where('need_skill.skill_id', 'in', skillIds)
    .groupBy(['need.id', 'company.id'])
    .orderBy(sql`count(*) filter (where need_skill.must)`, 'desc')
    .orderBy('need.id', 'desc')
    .limit(MOST_NEEDS)
    .execute()
  if (needs.length === 0) return []
  const ids = needs.map(({ id }) => id)
  const [skills, languages] = await Promise.all([
    db
      .selectFrom('need_skill')
      .select(['need_id as ownerId', 'words', 'skill_id as skillId', 'must', 'level'])
      .where('need_id', 'in', ids)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('need_language')
      .select(['need_id as ownerId', 'language', 'level'])
      .where('need_id', 'in', ids)
      .execute(),
  ])
  const skillsOf = grouped(skills)
  const languagesOf = grouped(languages)
  return needs.map((need) => ({
    ...need,
    skills: skillsOf.get(need.id) ?? [],
    languages: languagesOf.get(need.id) ?? [],
  }))
}

/** Rows by whose they are, without saying so again in each. */
function grouped<Row extends { ownerId: string }>(rows: Row[]): Map<string, Omit<Row, 'ownerId'>[]> {
  const groups = new Map<string, Omit<Row, 'ownerId'>[]>()
  for (const { ownerId, ...row } of rows) {
    const group = groups.get(ownerId) ?? []
    group.push(row)
    groups.set(ownerId, group)
  }
  return groups
}

/** Names of the held skills that matches speak of, in one language, by id. */
export function skillNamesIn(language: Language, matches: readonly Match[]): Record<string, string> {
  const { vocabulary } = loadVocabulary()
  const held = matches.flatMap((match) => match.lines.flatMap((line) => line.held?.skillId ?? []))
  return Object.fromEntries(held.map((id) => [id, vocabulary.skills.get(id)?.name[language] ?? id]))
}
