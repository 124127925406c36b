import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { enqueue } from '~/jobs/queue.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape } from '~/platform/list-params'
import { wordKey } from '../vocabulary'
import { type UnknownWords, WORD_DECISIONS, type WordDecision } from './unknown-word'

export const unknownWordsShape = {
  sorts: ['uses'],
  filters: { decision: WORD_DECISIONS },
  defaultDirection: 'desc',
  pageSize: 20,
} as const satisfies ListShape<'uses'>

/**
 * Notes the unknown words of one CV or need as it stands now: new ones join the queue, and those it no longer has
 * leave it, unless somebody put them there. A word that was made into a skill in the meantime asks for its skill to be looked for again.
 */
export async function noteUnknownWords(
  trx: Trx,
  source: { cvId: string } | { needId: string },
  found: readonly UnknownWords[],
): Promise<void> {
  const column = 'cvId' in source ? sql.ref('cv_id') : sql.ref('need_id')
  const sourceId = 'cvId' in source ? source.cvId : source.needId
  const byKey = new Map(found.map((one) => [wordKey(one.words), one]))
  const words = [...byKey].filter(([key]) => key !== '').sort(([a], [b]) => (a < b ? -1 : 1))
  // Rows are touched in the order of their keys, so that two CVs read at once never wait for each other.
  const noted =
    words.length === 0
      ? []
      : await trx
          .insertInto('unknown_word')
          .values(words.map(([key, one]) => ({ key, words: one.words })))
          .onConflict((conflict) => conflict.column('key').doUpdateSet({ key: sql`excluded.key` }))
          .returning(['id', 'key', 'skill_id as skillId'])
          .execute()
  await trx
    .deleteFrom('unknown_word_use')
    .where(column, '=', sourceId)
    .where('asked_by', 'is', null)
    .where('word_id', '<>', sql<string>`all(${noted.map(({ id }) => id)}::uuid[])`)
    .execute()
  if (noted.length === 0) return
  const { rows: kept } = await sql<{ wordId: string }>`
    select word_id as "wordId" from unknown_word_use where ${column} = ${sourceId}
  `.execute(trx)
  const already = new Set(kept.map(({ wordId }) => wordId))
  const fresh = noted.filter(({ id }) => !already.has(id))
  if (fresh.length > 0) {
    await trx
      .insertInto('unknown_word_use')
      .values(
        fresh.map(({ id, key }) => ({
          word_id: id,
          cv_id: 'cvId' in source ? source.cvId : null,
          need_id: 'cvId' in source ? null : source.needId,
          example: byKey.get(key)?.example ?? null,
        })),
      )
      .execute()
  }
  for (const skillId of new Set(fresh.flatMap((word) => word.skillId ?? [])))
    await askToLookAgain(trx, skillId)
}

/**
 * Puts a word of a CV in the queue at somebody's wish. Gives what was decided of it before, or null where it waits: an
 * administrator's no stays one.
 */
export async function askForWord(
  trx: Trx,
  userId: string,
  cvId: string,
  { words, example }: UnknownWords,
): Promise<WordDecision | null> {
  const word = await trx
    .insertInto('unknown_word')
    .values({ key: wordKey(words), words })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ key: sql`excluded.key` }))
    .returning(['id', 'decision'])
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('unknown_word_use')
    .values({ word_id: word.id, cv_id: cvId, example, asked_by: userId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return word.decision as WordDecision | null
}

/** Words of one CV that the vocabulary did not know when it was read, with what became of them. */
export function listUnknownWordsOfCv(db: Db, cvId: string) {
  return db
    .selectFrom('unknown_word_use as used')
    .innerJoin('unknown_word', 'unknown_word.id', 'used.word_id')
    .leftJoin('skill', 'skill.id', 'unknown_word.skill_id')
    .select([
      'unknown_word.id',
      'unknown_word.words',
      'unknown_word.decision',
      'skill.id as skillId',
      'skill.label_fi as fi',
      'skill.label_sv as sv',
      'skill.label_en as en',
    ])
    .where('used.cv_id', '=', cvId)
    .orderBy('unknown_word.words')
    .execute()
}

/** A version taken away no longer counts. */
export async function forgetUnknownWordsOfCv(trx: Trx, cvId: string): Promise<void> {
  await trx.deleteFrom('unknown_word_use').where('cv_id', '=', cvId).execute()
}

/** Asks for the CVs and needs that may name a skill to be read again after `trx` commits. */
export async function askToLookAgain(trx: Trx, skillId: string): Promise<void> {
  await enqueue(trx, 'look_for_skill_again', { skillId }, { key: skillId })
}

/** Unknown words that wait, the most used first, or those decided in one way. */
export async function listUnknownWords(db: Db, list: ListParams<'uses'>) {
  const { decision } = list.filters
  let words = db.selectFrom('unknown_word').where('decision', 'is not distinct from', decision ?? null)
  if (!decision) words = words.where(sql<number>`cvs + needs`, '>', 0)
  if (list.search) words = words.where('key', 'like', containsPattern(list.search))
  return readListPage(db, list, {
    rows: words
      .leftJoin('skill', 'skill.id', 'unknown_word.skill_id')
      .select([
        'unknown_word.id',
        'unknown_word.words',
        'unknown_word.cvs',
        'unknown_word.needs',
        'unknown_word.decision',
        'skill.id as skillId',
        'skill.label_fi as fi',
        'skill.label_sv as sv',
        'skill.label_en as en',
      ])
      .select((eb) =>
        eb
          .selectFrom('unknown_word_use as used')
          .select('used.example')
          .whereRef('used.word_id', '=', 'unknown_word.id')
          .where('used.example', 'is not', null)
          .limit(1)
          .as('example'),
      )
      .orderBy(sql`unknown_word.cvs + unknown_word.needs`, list.direction)
      .orderBy('unknown_word.id'),
    matching: words.select('unknown_word.id'),
  })
}

export type UnknownWord = Awaited<ReturnType<typeof listUnknownWords>>['rows'][number]

/** One word of the queue, decided or not, or undefined. */
export function findUnknownWord(db: Db, wordId: string) {
  return db
    .selectFrom('unknown_word')
    .select(['id', 'words', 'cvs', 'needs', 'decision', 'skill_id as skillId'])
    .where('id', '=', wordId)
    .executeTakeFirst()
}

/** Settles a word that waits. False where somebody has settled it already. */
export async function settleUnknownWord(
  trx: Trx,
  userId: string,
  wordId: string,
  settled: { decision: WordDecision; skillId: string | null },
): Promise<boolean> {
  const word = await trx
    .updateTable('unknown_word')
    .set({
      decision: settled.decision,
      skill_id: settled.skillId,
      decided_by: userId,
      decided_at: new Date(),
    })
    .where('id', '=', wordId)
    .where('decision', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!word) return false
  await tellDecision(trx, userId, wordId, settled.decision)
  return true
}

/** Puts a settled word back to wait and tells what it was made into. Undefined where it waits already. */
export async function reopenUnknownWord(trx: Trx, userId: string, wordId: string) {
  const settled = await trx
    .selectFrom('unknown_word')
    .select(['words', 'decision', 'skill_id as skillId'])
    .where('id', '=', wordId)
    .where('decision', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!settled) return undefined
  await trx
    .updateTable('unknown_word')
    .set({ decision: null, skill_id: null, decided_by: null, decided_at: null })
    .where('id', '=', wordId)
    .execute()
  await tellDecision(trx, userId, wordId, 'waiting')
  return settled
}

async function tellDecision(trx: Trx, userId: string, wordId: string, decision: WordDecision | 'waiting') {
  await recordActivity(trx, {
    actorId: userId,
    action: 'unknown_word_settled',
    subject: ['unknown_word', wordId],
    detail: { decision },
  })
}
