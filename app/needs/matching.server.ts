import { type SqlBool, sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { consentStates } from '~/candidates/consent-states.server'
import { evidenceReader } from '~/candidates/readable-evidence.server'
import { today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { indexTexts, seekWords, textsSharing } from '~/skills/shared-words'
import { loadVocabulary } from '~/skills/vocabulary.server'
import type { Language } from '~/texts/text-keys'
import { comparablePeople, grouped } from './comparable-people.server'
import { type GapService, servicesFor } from './gap-services'
import { coversSomething, inShownOrder, type Match, type MatchNeed, matchPerson, orderPeople } from './match'
import { currentRules } from './match-rules.server'
import { neededSkills } from './needed-skills'
import { type Need, visibleNeeds } from './needs.server'
import { kinshipOf } from './skill-kinship'
import { strongestPeople } from './strongest-people.server'

/** People compared line by line for one need, chosen by the strength of their confirmed and found skills. */
const MOST_COMPARED = 100
/** Open needs compared for one person. */
const MOST_NEEDS = 100
/** Newest open needs with words that no vocabulary knows, looked through for one person. */
const MOST_WORDED_NEEDS = 1000

/** A need as its page has it, of which the comparison takes its share. */
export type ComparedNeed = Pick<
  Need,
  'id' | 'languages' | 'forms' | 'municipality' | 'remote' | 'startsOn'
> & { skills: readonly { words: string; skillId: string | null; must: boolean; level: number | null }[] }

type ListedMatch = Match & { services: GapService[] }

/**
 * The people chosen for one need and `also` those named, compared line by line and in the order of `inShownOrder`, with
 * all that the list is made of. The caller has found those named through visibleCandidates.
 */
export async function compareForNeed(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  need: ComparedNeed,
  also: readonly string[] = [],
) {
  const rules = await currentRules(db)
  const compared = asCompared(need)
  const seed = rotationSeed(need.id)
  const ids = await strongestPeople(db, viewer, rules, compared, { limit: MOST_COMPARED + 1, seed })
  const chosen = new Set([...ids.slice(0, MOST_COMPARED), ...also])
  const people = await comparablePeople(db, [...chosen], { confirmedOnly: false })
  const matches = orderPeople(rules, compared, people, seed)
  return { rules, need: compared, seed, people, matches, more: ids.length > MOST_COMPARED }
}

/**
 * The people who fit a need, in the order of `inShownOrder`, with what could close each gap. At most MOST_COMPARED are
 * compared; `more` tells that others cover something too. `rulesVersion` and `seed` are what the list was made by.
 */
export async function matchesForNeed(db: Db, viewer: Viewer, need: ComparedNeed) {
  const { rules, need: compared, seed, people, matches: all, more } = await compareForNeed(db, viewer, need)
  const byId = new Map(people.map((person) => [person.id, person]))
  const matches = all.filter(coversSomething).map((match): ListedMatch => {
    const forms = byId.get(match.personId)?.forms ?? []
    return { ...match, services: servicesFor(match, compared, { forms }) }
  })
  return { matches, more, rulesVersion: rules.version, seed }
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

/** Lots are drawn anew each day for each need, so that nobody stands first for ever. */
export function rotationSeed(needId: string): string {
  return `${today()} ${needId}`
}

/** What the pure comparison is given of a need: its skills with all that the vocabulary accepts for each. */
export function asCompared(need: Omit<ComparedNeed, 'id'>): MatchNeed {
  return {
    skills: neededSkills(need.skills, loadVocabulary().vocabulary),
    languages: need.languages.map(({ language, level }) => ({ language, level })),
    forms: need.forms,
    municipality: need.municipality,
    remote: need.remote,
    startsOn: need.startsOn,
  }
}

/**
 * One person compared with one need by confirmed skills alone, as may be told to an employer, or null when nothing is
 * covered. The caller has found both.
 */
export async function matchOf(
  db: Db,
  need: Omit<ComparedNeed, 'id'>,
  candidateId: string,
): Promise<Match | null> {
  const [rules, [person]] = await Promise.all([
    currentRules(db),
    comparablePeople(db, [candidateId], { confirmedOnly: true }),
  ])
  return person ? matchPerson(rules, asCompared(need), person) : null
}

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

/**
 * Open needs that one person fits, best first; needs of equal strength in the order of the day. The caller has found
 * the person through visibleCandidates.
 */
export async function matchesForCandidate(db: Db, viewer: Viewer, candidateId: string) {
  if (!may(viewer, 'matches.read')) return []
  const [rules, [person]] = await Promise.all([
    currentRules(db),
    comparablePeople(db, [candidateId], { confirmedOnly: false }),
  ])
  if (!person) return []
  const kinship = kinshipOf(loadVocabulary().vocabulary)
  const covered = [...new Set(person.skills.flatMap(({ skillId }) => [...kinship.covers(skillId)]))]
  const texts = indexTexts(person.passages.map(({ text }) => text))
  const ids = [
    ...(await openNeedsAsking(db, viewer, covered)),
    ...(await openNeedsWorded(db, viewer, (words) => textsSharing(seekWords(words), texts).all.size > 0)),
  ]
  const needs = await askingNeeds(db, [...new Set(ids)])
  return inShownOrder(
    needs.flatMap((need) => {
      const compared = asCompared(need)
      const match = matchPerson(rules, compared, person)
      return match ? [{ ...match, need, services: servicesFor(match, compared, person) }] : []
    }),
    rotationSeed(candidateId),
    ({ need }) => need.id,
  )
}

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

/** Open needs whose last day has not passed, joined with what they ask for. */
export function openNeeds(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleNeeds(db, viewer)
    .innerJoin('need_skill', 'need_skill.need_id', 'need.id')
    .where('need.status', '=', 'open')
    .where(sql<SqlBool>`(need.valid_until is null or need.valid_until >= ${today()}::date)`)
}

/** Ids of open needs that ask for any of the skills, those asking for most first. */
async function openNeedsAsking(db: Db, viewer: Viewer, skillIds: string[]): Promise<string[]> {
  if (skillIds.length === 0) return []
  const needs = await openNeeds(db, viewer)
    .select('need.id')
    .where('need_skill.skill_id', 'in', skillIds)
    .groupBy('need.id')
    .orderBy(sql`count(*) filter (where need_skill.must)`, 'desc')
    .orderBy('need.id', 'desc')
    .limit(MOST_NEEDS)
    .execute()
  return needs.map(({ id }) => id)
}

/** Ids of the newest open needs with words, unknown to the vocabulary, that the person's CV holds. */
async function openNeedsWorded(db: Db, viewer: Viewer, holds: (words: string) => boolean): Promise<string[]> {
  const rows = await openNeeds(db, viewer)
    .select(['need.id', 'need_skill.words'])
    .where('need_skill.skill_id', 'is', null)
    .orderBy('need.id', 'desc')
    .limit(MOST_WORDED_NEEDS)
    .execute()
  return [...new Set(rows.filter(({ words }) => holds(words)).map(({ id }) => id))].slice(0, MOST_NEEDS)
}

/** The needs, already found through visibleNeeds, with what is compared of them. */
export async function askingNeeds(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  const [needs, skills, languages] = await Promise.all([
    db
      .selectFrom('need')
      .innerJoin('company', 'company.id', 'need.company_id')
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
      .where('need.id', 'in', ids)
      .execute(),
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

/** Names of the held skills that matches speak of, in one language, by id. */
export function skillNamesIn(language: Language, matches: readonly Match[]): Record<string, string> {
  const { vocabulary } = loadVocabulary()
  const held = matches.flatMap((match) => match.lines.flatMap(({ held }) => held?.skillId ?? []))
  return Object.fromEntries(held.map((id) => [id, vocabulary.skills.get(id)?.name[language] ?? id]))
}
