import { sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import { skillWithWord } from './skill-words'
import { askToLookAgain } from './unknown-words/unknown-words.server'
import type { Skill, Vocabulary } from './vocabulary'
import { type LoadedVocabulary, loadBuiltInVocabulary } from './vocabulary.server'

const settingKey = 'skill_vocabulary'

/**
 * Brings the tables `skill`, `skill_word` and `skill_edge` into step with the vocabulary files; does nothing when they
 * already are. A skill that left the files is retired, not deleted: people and needs may have it. Own additions stay.
 * Returns how many skills are in the vocabulary, or `unchanged`.
 */
export async function syncVocabulary(
  trx: Trx,
  { vocabulary, hash }: LoadedVocabulary = loadBuiltInVocabulary(),
): Promise<number | 'unchanged'> {
  // Two processes may start at once: the second waits here and then finds nothing to do.
  await sql`select pg_advisory_xact_lock(hashtext(${settingKey}))`.execute(trx)
  const setting = await trx
    .selectFrom('setting')
    .select(sql<string>`value ->> 'hash'`.as('hash'))
    .where('key', '=', settingKey)
    .executeTakeFirst()
  if (setting?.hash === hash) return 'unchanged'

  const skills = [...vocabulary.skills.values()]
  await saveSkills(trx, skills)
  await replaceWords(trx, skills)
  await replaceEdges(trx, skills)
  await lookForWordsNowKnown(trx, vocabulary)
  await trx
    .insertInto('setting')
    .values({ key: settingKey, value: { hash } })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value: sql`excluded.value`, changed_at: sql`now()` }),
    )
    .execute()
  return skills.length
}

/** Words that waited for an administrator and that a newer vocabulary knows are looked for where they stand. */
async function lookForWordsNowKnown(trx: Trx, vocabulary: Vocabulary): Promise<void> {
  const waiting = await trx
    .selectFrom('unknown_word')
    .select('words')
    .where('decision', 'is', null)
    .orderBy('id')
    .execute()
  const known = new Set(waiting.flatMap(({ words }) => skillWithWord(words, vocabulary) ?? []))
  for (const skillId of known) await askToLookAgain(trx, skillId)
}

async function saveSkills(trx: Trx, skills: Skill[]): Promise<void> {
  // Whole columns go as arrays: thousands of rows in one statement with a handful of parameters.
  await sql`
    insert into skill (id, kind, group_id, label_fi, label_sv, label_en)
    select * from unnest(
      ${skills.map((skill) => skill.id)}::text[],
      ${skills.map((skill) => skill.kind)}::text[],
      ${skills.map((skill) => skill.group)}::text[],
      ${skills.map((skill) => skill.name.fi)}::text[],
      ${skills.map((skill) => skill.name.sv)}::text[],
      ${skills.map((skill) => skill.name.en)}::text[]
    )
    on conflict (id) do update set
      kind = excluded.kind,
      group_id = excluded.group_id,
      label_fi = excluded.label_fi,
      label_sv = excluded.label_sv,
      label_en = excluded.label_en,
      retired_at = null
  `.execute(trx)
  // What an administrator added is no business of these files.
  await trx
    .updateTable('skill')
    .set({ retired_at: sql`now()` })
    .where('origin', '=', 'built_in')
    .where('retired_at', 'is', null)
    .where('id', '<>', sql<string>`all(${skills.map((skill) => skill.id)}::text[])`)
    .execute()
}

async function replaceWords(trx: Trx, skills: Skill[]): Promise<void> {
  const words = skills.flatMap((skill) => skill.words.map((word) => ({ skillId: skill.id, ...word })))
  await trx.deleteFrom('skill_word').where('origin', '=', 'built_in').execute()
  await sql`
    insert into skill_word (skill_id, language, word)
    select * from unnest(
      ${words.map((word) => word.skillId)}::text[],
      ${words.map((word) => word.language)}::text[],
      ${words.map((word) => word.text)}::text[]
    )
    on conflict do nothing
  `.execute(trx)
}

async function replaceEdges(trx: Trx, skills: Skill[]): Promise<void> {
  const edges = skills.flatMap((skill) => [
    ...skill.implies.map((to) => ({ from: skill.id, to, kind: 'implies' })),
    ...skill.broader.map((to) => ({ from: skill.id, to, kind: 'broader' })),
  ])
  await trx.deleteFrom('skill_edge').where('origin', '=', 'built_in').execute()
  await sql`
    insert into skill_edge (from_id, to_id, kind)
    select * from unnest(
      ${edges.map((edge) => edge.from)}::text[],
      ${edges.map((edge) => edge.to)}::text[],
      ${edges.map((edge) => edge.kind)}::text[]
    )
    on conflict do nothing
  `.execute(trx)
}
