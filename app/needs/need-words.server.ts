import { sql } from 'kysely'
import type { Db, Trx } from '~/platform/db.server'
import { seekWords } from '~/skills/shared-words'
import { noteUnknownWords } from '~/skills/unknown-words/unknown-words.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { skillAskedFor } from './needed-skills'

/** Which skill each of an employer's wordings names, or null; in their order. */
export async function recogniseSkills(db: Db, words: readonly string[]): Promise<(string | null)[]> {
  const { vocabulary } = loadVocabulary()
  const read = new Map([...new Set(words)].map((one) => [one, skillAskedFor(one, vocabulary)]))
  const recognised = words.map((one) => read.get(one) ?? null)
  const asked = recognised.filter((id) => id !== null)
  if (asked.length === 0) return recognised
  const rows = await db.selectFrom('skill').select('id').where('id', 'in', asked).execute()
  const known = new Set(rows.map(({ id }) => id))
  return recognised.map((id) => (id !== null && known.has(id) ? id : null))
}

/** Puts the wordings of a need that name no known skill in the queue, with the need's title as their example. */
export async function noteUnknownNeedWords(
  trx: Trx,
  need: { id: string; title: string },
  rows: readonly { words: string; skillId: string | null }[],
): Promise<void> {
  const unknown = rows.filter(
    ({ words, skillId }) => skillId === null && seekWords(words).alternatives.length > 0,
  )
  await noteUnknownWords(
    trx,
    { needId: need.id },
    unknown.map(({ words }) => ({ words, example: need.title })),
  )
}

/**
 * Reads anew the wordings of needs that name a skill whose words have changed, and all that name none yet. A person's
 * wording stays as it is; what it is taken for changes.
 */
export async function recogniseNeedsAgain(trx: Trx, skillId: string): Promise<void> {
  const rows = await trx
    .selectFrom('need_skill')
    .innerJoin('need', 'need.id', 'need_skill.need_id')
    .select([
      'need_skill.id',
      'need_skill.need_id as needId',
      'need_skill.words',
      'need_skill.skill_id',
      'need.title',
    ])
    .where((eb) => eb.or([eb('need_skill.skill_id', '=', skillId), eb('need_skill.skill_id', 'is', null)]))
    .orderBy('need_skill.id')
    .execute()
  const recognised = await recogniseSkills(
    trx,
    rows.map(({ words }) => words),
  )
  const changed = rows.flatMap((row, index) => {
    const now = recognised[index] ?? null
    return now === row.skill_id ? [] : [{ ...row, now }]
  })
  if (changed.length === 0) return
  await sql`
    update need_skill set skill_id = told.skill_id
    from unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ now }) => now)}::text[]) as told (id, skill_id)
    where need_skill.id = told.id
  `.execute(trx)
  for (const { needId: id, title } of new Map(changed.map((row) => [row.needId, row])).values()) {
    const now = await trx
      .selectFrom('need_skill')
      .select(['words', 'skill_id as skillId'])
      .where('need_id', '=', id)
      .execute()
    await noteUnknownNeedWords(trx, { id, title }, now)
  }
}
