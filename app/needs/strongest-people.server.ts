import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { visibleCandidates } from '~/candidates/candidates.server'
import type { Db } from '~/platform/db.server'
import { searchBeginnings, seekWords } from '~/skills/shared-words'
import { timesShown } from './comparable-people.server'
import type { MatchNeed } from './match'
import { covers, type MatchRules } from './match-rules'

/** People of the last tier that still has room who are told apart by how often they were shown. */
const MOST_DRAWN_FROM = 2000

/** A way to meet a needed skill: by a skill of the vocabulary, at a level, under the rules. */
type Way = { line: number; skillId: string; share: number; covering: boolean; level: number | null }

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
  const lot = sql`hashtextextended(candidate.id::text, hashtextextended(${seed}::text, 0))`
  const worthOf = metLines(rules, need, ways, words)
  const drawn = visibleCandidates(db, viewer)
    .innerJoin(worthOf.as('met'), 'met.candidate_id', 'candidate.id')
    .select(['candidate.id', 'met.tier', 'met.strength', lot.as('lot')])
    .where('candidate.ended_at', 'is', null)
    .orderBy('met.tier')
    .orderBy('met.strength', 'desc')
    .orderBy(lot)
    .limit(Math.max(limit, MOST_DRAWN_FROM))
  const rows = await db
    .selectFrom(drawn.as('candidate'))
    .select('candidate.id')
    .orderBy('candidate.tier')
    .orderBy('candidate.strength', 'desc')
    .orderBy(timesShown())
    .orderBy('candidate.lot')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

function waysToMeet(need: MatchNeed, { weights }: MatchRules): Way[] {
  return need.skills.flatMap(({ accepts, level }, line) =>
    Object.entries(accepts)
      .filter(([, link]) => covers(link))
      .map(([skillId, link]) => ({ line, skillId, share: weights.link[link], covering: true, level })),
  )
}

/** Words that no vocabulary knows, as searches of the words of CVs. */
function wordsToFind(need: MatchNeed): { line: number; query: string }[] {
  return need.skills.flatMap(({ skillId, words }, line) => {
    const query = skillId === null ? searchOf(words) : null
    return query === null ? [] : [{ line, query }]
  })
}

function searchOf(words: string): string | null {
  const alternatives = searchBeginnings(seekWords(words)).map(
    (beginnings) => `(${beginnings.map((one) => `'${one.replace(/['\\]/g, '')}':*`).join(' & ')})`,
  )
  return alternatives.length === 0 ? null : alternatives.join(' | ')
}

type Met = { candidate_id: string; tier: number; strength: number }

/** Each person with the tier (0 is the best) and the strength, in the steps of the rules, of the lines met. */
function metLines(
  { weights }: MatchRules,
  need: MatchNeed,
  ways: readonly Way[],
  words: readonly { line: number; query: string }[],
) {
  const musts = need.skills.some(({ must }) => must)
  const decisive = need.skills.filter(({ must }) => must || !musts).length
  const weightOf = need.skills.map(({ must }) => (must ? weights.must : weights.nice))
  const whole = Math.max(
    1,
    weightOf.reduce((sum, weight) => sum + weight, 0),
  )
  const { evidence } = weights
  const grounds = (row: 'skill' | 'finding') => sql`case
    when ${sql.ref(`${row}.place`)} is null then ${evidence.told}::numeric
    when ${sql.ref(`${row}.place`)} = 'title' then ${evidence.title}
    when ${sql.ref(`${row}.jobs`)} > 1 then ${evidence.several_jobs}
    when ${sql.ref(`${row}.place`)} = 'work' then ${evidence.work}
    when ${sql.ref(`${row}.place`)} = 'studies' then ${evidence.studies}
    else ${evidence.list} end`
  const level = (row: 'skill' | 'finding', told: string) => {
    const years = sql.ref(`${row}.years`)
    return sql`coalesce(${sql.raw(told)}, case when ${years} >= 5 then 3 when ${years} >= 2 then 2 when ${years} >= 0 then 1 end)`
  }
  const share = (row: 'skill' | 'finding', told: string) => sql`way.share * ${grounds(row)} / 100 * case
    when way.level is null or ${level(row, told)} >= way.level then 100
    when ${level(row, told)} is null then ${weights.levelUnknown}
    else ${weights.levelBelow} end / 100`
  const isCovered = (row: 'skill' | 'finding', told: string) =>
    sql`way.level is null or coalesce(${level(row, told)} >= way.level, true)`
  return sql<Met>`(
    with way as materialized (
      select * from unnest(
        ${ways.map((way) => way.line)}::int[],
        ${ways.map((way) => way.skillId)}::text[],
        ${ways.map((way) => way.share)}::numeric[],
        ${ways.map((way) => way.level)}::int[]
      ) as rows (line, skill_id, share, level)
    ),
    wanted as (
      select line, query::tsquery as query from unnest(
        ${words.map((one) => one.line)}::int[],
        ${words.map((one) => one.query)}::text[]
      ) as rows (line, query)
    ),
    met as (
      select skill.candidate_id, way.line, ${isCovered('skill', 'skill.level')} as covered,
        ${share('skill', 'skill.level')} as strength
      from way join candidate_skill as skill on skill.skill_id = way.skill_id
      where skill.removed_at is null
      union all
      select finding.candidate_id, way.line, ${isCovered('finding', 'finding.level::int')},
        ${share('finding', 'finding.level::int')} * ${weights.unconfirmed} / 100
      from way join cv_finding as finding on finding.skill_id = way.skill_id
        join cv on cv.id = finding.cv_id
      where finding.decision is null and cv.made_current_at is not null and cv.removed_at is null
      union all
      select cv.candidate_id, wanted.line, true, ${(weights.link.words * evidence.work) / 100}::numeric
      from wanted join cv on cv.words @@ wanted.query
      where cv.made_current_at is not null and cv.removed_at is null
    ),
    line as (
      select candidate_id, line, bool_or(covered) as covered, max(strength) as strength
      from met group by candidate_id, line
    ),
    person as (
      select candidate_id,
        count(*) filter (where covered and decisive) as covered,
        sum(strength * weight) / ${whole} as strength
      from line join unnest(
        ${need.skills.map((_, index) => index)}::int[],
        ${weightOf}::numeric[],
        ${need.skills.map(({ must }) => must || !musts)}::boolean[]
      ) as asked (line, weight, decisive) using (line)
      group by candidate_id
      having bool_or(covered)
    )
    select candidate_id,
      case when covered = ${decisive} then 0 when covered * 2 > ${decisive} then 1 when covered > 0 then 2
        else 3 end as tier,
      round(strength / ${weights.step}) * ${weights.step} as strength
    from person
  )`
}
