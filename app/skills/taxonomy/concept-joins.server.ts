import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape } from '~/platform/list-params'
import { tellVocabularyChanged } from '../vocabulary-refresh.server'
import { JOIN_DECISIONS, type JoinDecision } from './concept-join'

export const conceptJoinsShape = {
  sorts: ['uri'],
  filters: { decision: JOIN_DECISIONS },
  pageSize: 20,
} as const satisfies ListShape<'uri'>

/** Concepts that labels lead to a skill of ours: the undecided ones, or those decided in one way. */
export async function listConceptJoins(db: Db, list: ListParams<'uri'>) {
  const { decision } = list.filters
  let concepts = db
    .selectFrom('taxonomy_concept as concept')
    .innerJoin('skill', 'skill.id', 'concept.proposed_skill_id')
    .where('concept.retired_at', 'is', null)
    .where('concept.decision', 'is not distinct from', decision ?? null)
  if (list.search) {
    concepts = concepts.where(
      sql`lower(concept.labels::text || skill.label_fi || ' ' || skill.label_sv || ' ' || skill.label_en)`,
      'like',
      containsPattern(list.search),
    )
  }
  return readListPage(db, list, {
    rows: concepts
      .select([
        'concept.uri as id',
        'concept.taxonomy',
        'concept.decision',
        'skill.label_fi as fi',
        'skill.label_sv as sv',
        'skill.label_en as en',
      ])
      .select([
        sql<Record<string, string>>`concept.labels`.as('labels'),
        sql<boolean>`concept.decided_by is not null`.as('byPerson'),
      ])
      .orderBy('concept.uri', list.direction),
    matching: concepts.select('concept.uri'),
  })
}

export type ConceptJoin = Awaited<ReturnType<typeof listConceptJoins>>['rows'][number]

/**
 * A person says whether a concept is the skill that its labels lead to. Later imports keep to it. False where the
 * concept is gone or nothing was proposed for it.
 */
export async function decideConceptJoin(
  trx: Trx,
  userId: string,
  { uri, decision }: { uri: string; decision: JoinDecision },
): Promise<boolean> {
  const decided = await trx
    .updateTable('taxonomy_concept')
    .set((eb) => ({
      decision,
      skill_id: decision === 'joined' ? eb.ref('proposed_skill_id') : null,
      decided_by: userId,
      decided_at: new Date(),
    }))
    .where('uri', '=', uri)
    .where('proposed_skill_id', 'is not', null)
    .where('retired_at', 'is', null)
    .returning('uri')
    .executeTakeFirst()
  if (!decided) return false
  await tellJoin(trx, userId, uri, decision)
  return true
}

/** Takes a person's decision back: the concept waits for review again. False where no person has decided. */
export async function reopenConceptJoin(trx: Trx, userId: string, uri: string): Promise<boolean> {
  const reopened = await trx
    .updateTable('taxonomy_concept')
    .set({ decision: null, skill_id: null, decided_by: null, decided_at: null })
    .where('uri', '=', uri)
    .where('decided_by', 'is not', null)
    .returning('uri')
    .executeTakeFirst()
  if (!reopened) return false
  await tellJoin(trx, userId, uri, 'open')
  return true
}

async function tellJoin(trx: Trx, userId: string, uri: string, decision: JoinDecision | 'open') {
  await tellVocabularyChanged(trx)
  await recordActivity(trx, {
    actorId: userId,
    action: 'concept_join_decided',
    subject: ['user_account', userId],
    detail: { uri, decision },
  })
}
