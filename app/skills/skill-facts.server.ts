import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'
import { loadVocabulary } from './vocabulary.server'

/** Counting stops here: more than this is "over". */
export const MOST_COUNTED = 1000
/** Links to other skills shown of each kind. */
const MOST_EDGES = 30

/** The names of a skill that a list is narrowed by; null where there is none such. */
export async function findSkillName(db: Db, skillId: string | undefined) {
  if (!skillId) return null
  const skill = await db
    .selectFrom('skill')
    .select(['id', 'label_fi as fi', 'label_sv as sv', 'label_en as en'])
    .where('id', '=', skillId)
    .executeTakeFirst()
  return skill ?? null
}

/** A skill with its names, the words it is found by and where each comes from; undefined where there is none. */
export async function findSkill(db: Db, skillId: string) {
  const [skill, words] = await Promise.all([
    db
      .selectFrom('skill')
      .select([
        'id',
        'kind',
        'origin',
        'version',
        'label_fi as fi',
        'label_sv as sv',
        'label_en as en',
        'retired_at as retiredAt',
      ])
      .where('id', '=', skillId)
      .executeTakeFirst(),
    db
      .selectFrom('skill_word')
      .select(['language', 'word', 'origin', 'strict'])
      .where('skill_id', '=', skillId)
      .orderBy('language')
      .orderBy(sql`word collate "fi-FI-x-icu"`)
      .execute(),
  ])
  return skill && { ...skill, words }
}

export type SkillFacts = NonNullable<Awaited<ReturnType<typeof findSkill>>>

/** How a skill stands to others, in both directions, each with where that comes from. */
export async function listSkillEdges(db: Db, skillId: string) {
  const links = (here: 'from_id' | 'to_id', there: 'from_id' | 'to_id', kinds: Record<string, string>) =>
    db
      .selectFrom('skill_edge')
      .innerJoin('skill', 'skill.id', `skill_edge.${there}`)
      .select([
        'skill.id',
        'skill.label_fi as fi',
        'skill.label_sv as sv',
        'skill.label_en as en',
        'skill_edge.origin',
      ])
      .select(sql<string>`${kinds}::jsonb ->> skill_edge.kind`.as('kind'))
      .where(`skill_edge.${here}`, '=', skillId)
      .where('skill_edge.kind', 'in', Object.keys(kinds))
      .where('skill.retired_at', 'is', null)
      .orderBy('skill.label_fi')
      .limit(MOST_EDGES)
      .execute()
  const [out, into] = await Promise.all([
    links('from_id', 'to_id', { implies: 'implies', broader: 'broader' }),
    links('to_id', 'from_id', { implies: 'implied_by', broader: 'narrower' }),
  ])
  const told = [...out, ...into].map((edge) => ({
    ...edge,
    kind: edge.kind as EdgeKind,
    origin: edge.origin as 'built_in' | 'own' | 'esco',
  }))
  return [...told, ...escoEdges(skillId)]
}

type EdgeKind = 'implies' | 'broader' | 'implied_by' | 'narrower' | 'related'
export type SkillEdge = Awaited<ReturnType<typeof listSkillEdges>>[number]

/** What ESCO says of a skill, from what this process holds in memory. */
function escoEdges(skillId: string) {
  const { skills, esco } = loadVocabulary().vocabulary
  const below = [...(esco?.broader ?? [])].flatMap(([id, above]) => (above.includes(skillId) ? [id] : []))
  const edges = (kind: EdgeKind, ids: readonly string[]) =>
    ids.slice(0, MOST_EDGES).flatMap((id) => {
      const name = skills.get(id)?.name
      return name ? [{ id, ...name, kind, origin: 'esco' as const }] : []
    })
  return [
    ...edges('broader', esco?.broader.get(skillId) ?? []),
    ...edges('narrower', below),
    ...edges('related', esco?.related.get(skillId) ?? []),
  ]
}

/** Concepts of imported classifications that are this skill. */
export async function listConceptsOf(db: Db, skillId: string) {
  const concepts = await db
    .selectFrom('taxonomy_concept')
    .select(['uri', 'taxonomy', 'labels'])
    .where('skill_id', '=', skillId)
    .where('retired_at', 'is', null)
    .orderBy('uri')
    .limit(MOST_EDGES)
    .execute()
  return concepts.map(({ labels, taxonomy, ...concept }) => ({
    ...concept,
    labels: labels as Record<string, string>,
    taxonomy: taxonomy as 'esco' | 'ict',
  }))
}

/** How many active people, read CVs and open needs have a skill, counted no further than `MOST_COUNTED` + 1. */
export async function countSkillUse(db: Db, skillId: string) {
  const { rows } = await sql<{ people: number; cvs: number; needs: number }>`
    select
      (select count(*)::int from (
        select from candidate_skill join candidate on candidate.id = candidate_skill.candidate_id
        where candidate_skill.skill_id = ${skillId} and candidate_skill.removed_at is null
          and candidate.ended_at is null
        limit ${MOST_COUNTED + 1}) as one) as people,
      (select count(*)::int from (
        select from cv_finding join cv on cv.id = cv_finding.cv_id
        where cv_finding.skill_id = ${skillId} and cv.made_current_at is not null and cv.removed_at is null
        limit ${MOST_COUNTED + 1}) as one) as cvs,
      (select count(distinct need_id)::int from (
        select need_skill.need_id from need_skill join need on need.id = need_skill.need_id
        where need_skill.skill_id = ${skillId} and need.status = 'open'
        limit ${MOST_COUNTED + 1}) as one) as needs
  `.execute(db)
  return rows[0] ?? { people: 0, cvs: 0, needs: 0 }
}

export type SkillUse = Awaited<ReturnType<typeof countSkillUse>>
