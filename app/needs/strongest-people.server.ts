import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { visibleCandidates } from '~/candidates/candidates.server'
import type { Db } from '~/platform/db.server'
import { textSearchOf } from '~/skills/shared-words'
import { timesShown } from './comparable-people.server'
import type { MatchNeed } from './match'
import { covers, type MatchRules, type MatchWeights } from './match-rules'

/** People of the last tier that still has room who are told apart by how often they were shown. */
const MOST_DRAWN_FROM = 2000

/** A way to meet a needed skill: by a skill of the vocabulary, at a level, under the rules. */
type Way = { line: number; skillId: string; share: number; level: number | null }

/**
 * Ids of the active people who meet most of a need, by tier and strength as the rules tell them, then by who has
 * been shown least, then by the lot of the seed; at most `limit`. Languages and words that stand beside a known skill
 * are left to the exact comparison.
 */
export async function strongestPeople(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  rules: MatchRules,
  need: MatchNeed,
  { limit, seed }: { limit: number; seed: string },
): Promise<string[]> {
  const ways = waysToMeet(need, rules)
  const words = wordsToFind(need)
  if (ways.length === 0 && words.length === 0) return []
  const rows = await visibleCandidates(db, viewer)
    .innerJoin(
      mostMet(rules, need, ways, words, { limit, seed }).as('met'),
      'met.candidate_id',
      'candidate.id',
    )
    .select('candidate.id')
    .orderBy('met.tier')
    .orderBy('met.strength', 'desc')
    .orderBy(timesShown())
    .orderBy('met.lot')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

function waysToMeet(need: MatchNeed, { weights }: MatchRules): Way[] {
  return need.skills.flatMap(({ accepts, level }, line) =>
    Object.entries(accepts)
      .filter(([, link]) => covers(link) && weights.link[link] > 0)
      .map(([skillId, link]) => ({ line, skillId, share: weights.link[link], level })),
  )
}

/** Words of a line that no vocabulary knows, as a search of the words of CVs. */
type WordSearch = { line: number; query: string }

function wordsToFind(need: MatchNeed): WordSearch[] {
  return need.skills.flatMap(({ skillId, words }, line) => {
    const query = skillId === null ? textSearchOf(words) : null
    return query === null ? [] : [{ line, query }]
  })
}

type Met = { candidate_id: string; tier: number; strength: number; lot: string }

/**
 * The people who meet most, each with the tier (0 is the best) and the strength in the steps of the rules: as many as
 * are told apart by how often they were shown. One pass over the skills held, with a column for each line of the need.
 */
function mostMet(
  { weights }: MatchRules,
  need: MatchNeed,
  ways: readonly Way[],
  words: readonly WordSearch[],
  { limit, seed }: { limit: number; seed: string },
) {
  const lines = linesOf(need, weights)
  const decisive = sql.lit(lines.filter((line) => line.decisive).length)
  return sql<Met>`(
    with ${asked(ways, words)},
    met as (
      ${metBySkillsHeld(weights)}
      union all
      ${metByUnconfirmedFindings(weights)}
      union all
      ${metByWordsOfCvs(weights)}
    ),
    person as (
      select candidate_id, ${linesCovered(lines)} as covered, ${shareMet(lines)} as strength
      from met group by candidate_id
      having bool_or(covered)
    )
    select candidate_id,
      case when covered = ${decisive} then 0 when covered * 2 > ${decisive} then 1
        when covered > 0 then 2 else 3 end as tier,
      round(strength / ${sql.lit(weights.step)}) * ${sql.lit(weights.step)} as strength,
      hashtextextended(candidate_id::text, hashtextextended(${seed}::text, 0)) as lot
    from person
    order by 2, 3 desc, 4
    limit ${Math.max(limit, MOST_DRAWN_FROM)}
  )`
}

/** A line of the need in the sums: its weight, and whether it decides the tier (the musts do, or all where none is). */
type Line = { number: number; weight: number; decisive: boolean }

function linesOf(need: MatchNeed, weights: MatchWeights): Line[] {
  const musts = need.skills.some(({ must }) => must)
  return need.skills.map(({ must }, number) => ({
    number,
    weight: must ? weights.must : weights.nice,
    decisive: must || !musts,
  }))
}

/** SQL: how many of the decisive lines one person covers, out of the rows of `met`. */
function linesCovered(lines: readonly Line[]) {
  const covered = lines
    .filter((line) => line.decisive)
    .map(({ number }) => sql`coalesce(bool_or(covered) filter (where line = ${sql.lit(number)}), false)::int`)
  return sql.join(covered, sql` + `)
}

/** SQL: the mean strength of one person over the lines by their weights, out of the rows of `met`. */
function shareMet(lines: readonly Line[]) {
  const whole = lines.reduce((sum, { weight }) => sum + weight, 0)
  const strengths = lines.map(
    ({ number, weight }) =>
      sql`coalesce(max(strength) filter (where line = ${sql.lit(number)}), 0) * ${sql.lit(weight)}`,
  )
  return sql`(${sql.join(strengths, sql` + `)}) / ${sql.lit(Math.max(1, whole))}`
}

/** SQL: what is looked for, as the tables `way` (skills of the vocabulary) and `wanted` (words of CVs). */
function asked(ways: readonly Way[], words: readonly WordSearch[]) {
  return sql`way as materialized (
      select * from unnest(
        ${ways.map((way) => way.line)}::int[],
        ${ways.map((way) => way.skillId)}::text[],
        ${ways.map((way) => way.share)}::real[],
        ${ways.map((way) => way.level)}::int[]
      ) as rows (line, skill_id, share, level)
    ),
    wanted as (
      select line, query::tsquery as query from unnest(
        ${words.map((one) => one.line)}::int[],
        ${words.map((one) => one.query)}::text[]
      ) as rows (line, query)
    )`
}

function metBySkillsHeld(weights: MatchWeights) {
  return sql`
      select skill.candidate_id, way.line, ${coveredBy('skill', sql`skill.level`)} as covered,
        ${strengthOf('skill', sql`skill.level`, weights)} as strength
      from way join candidate_skill as skill on skill.skill_id = way.skill_id
        join candidate on candidate.id = skill.candidate_id
      where skill.removed_at is null and candidate.ended_at is null`
}

/** What a current CV was found to say and nobody has confirmed or refused counts for less. */
function metByUnconfirmedFindings(weights: MatchWeights) {
  return sql`
      select finding.candidate_id, way.line, ${coveredBy('finding', sql`finding.level::int`)},
        ${strengthOf('finding', sql`finding.level::int`, weights)} * ${sql.lit(weights.unconfirmed / 100)}::real
      from way join cv_finding as finding on finding.skill_id = way.skill_id
        join cv on cv.id = finding.cv_id
        join candidate on candidate.id = finding.candidate_id
      where finding.decision is null and cv.made_current_at is not null and cv.removed_at is null
        and candidate.ended_at is null`
}

function metByWordsOfCvs(weights: MatchWeights) {
  return sql`
      select cv.candidate_id, wanted.line, true, ${sql.lit((weights.link.words * weights.evidence.work) / 100)}::real
      from wanted join cv on cv.words @@ wanted.query
        join candidate on candidate.id = cv.candidate_id
      where cv.made_current_at is not null and cv.removed_at is null and candidate.ended_at is null`
}

type HeldIn = 'skill' | 'finding'

/** The level told, or the one that the years told beside the skill speak for. */
function levelIn(row: HeldIn, told: RawBuilder<unknown>) {
  const years = sql.ref(`${row}.years`)
  return sql`coalesce(${told}, case when ${years} >= 5 then 3 when ${years} >= 2 then 2 when ${years} >= 0 then 1 end)`
}

function coveredBy(row: HeldIn, told: RawBuilder<unknown>) {
  return sql`way.level is null or coalesce(${levelIn(row, told)} >= way.level, true)`
}

function strengthOf(row: HeldIn, told: RawBuilder<unknown>, { evidence, ...weights }: MatchWeights) {
  const place = sql.ref(`${row}.place`)
  return sql`way.share * case
      when ${place} is null then ${sql.lit(evidence.told)}
      when ${place} = 'title' then ${sql.lit(evidence.title)}
      when ${sql.ref(`${row}.jobs`)} > 1 then ${sql.lit(evidence.several_jobs)}
      when ${place} = 'work' then ${sql.lit(evidence.work)}
      when ${place} = 'studies' then ${sql.lit(evidence.studies)}
      else ${sql.lit(evidence.list)} end * case
      when way.level is null then 100
      when ${levelIn(row, told)} >= way.level then 100
      when ${levelIn(row, told)} is null then ${sql.lit(weights.levelUnknown)}
      else ${sql.lit(weights.levelBelow)} end / 10000`
}
