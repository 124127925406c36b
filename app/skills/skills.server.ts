import { sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import type { Skill } from './vocabulary'
import { type LoadedVocabulary, loadVocabulary } from './vocabulary.server'

const settingKey = 'skill_vocabulary'

/**
 * Brings the tables `skill`, `skill_word` and `skill_edge` into step with the vocabulary files; does nothing when they
 * already are. A skill that left the files is retired, not deleted: people and needs may have it.
 * Returns how many skills are in the vocabulary, or `unchanged`.
 */
export async function syncVocabulary(
  trx: Trx,
  { vocabulary, hash }: LoadedVocabulary = loadVocabulary(),
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
  await trx
    .insertInto('setting')
    .values({ key: settingKey, value: { hash } })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value: sql`excluded.value`, changed_at: sql`now()` }),
    )
    .execute()
  return skills.length
}

async function saveSkills(trx: Trx, skills: Skill[]): Promise<void> {
  const rows = skills.map((skill) => ({
    id: skill.id,
    kind: skill.kind,
    group_id: skill.group,
    label_fi: skill.name.fi,
    label_sv: skill.name.sv,
    label_en: skill.name.en,
  }))
  for (const some of inBatches(rows)) {
    await trx
      .insertInto('skill')
      .values(some)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          group_id: eb.ref('excluded.group_id'),
          label_fi: eb.ref('excluded.label_fi'),
          label_sv: eb.ref('excluded.label_sv'),
          label_en: eb.ref('excluded.label_en'),
          retired_at: null,
        })),
      )
      .execute()
  }
  // Skills brought in from elsewhere carry a uri and are no business of these files.
  await trx
    .updateTable('skill')
    .set({ retired_at: sql`now()` })
    .where('uri', 'is', null)
    .where('retired_at', 'is', null)
    .where('id', '<>', sql<string>`all(${skills.map((skill) => skill.id)}::text[])`)
    .execute()
}

async function replaceWords(trx: Trx, skills: Skill[]): Promise<void> {
  await trx
    .deleteFrom('skill_word')
    .where('skill_id', 'in', (eb) => eb.selectFrom('skill').select('id').where('uri', 'is', null))
    .execute()
  const rows = skills.flatMap((skill) =>
    skill.words.map(({ text, language }) => ({ skill_id: skill.id, language, word: text })),
  )
  for (const some of inBatches(rows)) await trx.insertInto('skill_word').values(some).execute()
}

async function replaceEdges(trx: Trx, skills: Skill[]): Promise<void> {
  await trx
    .deleteFrom('skill_edge')
    .where('from_id', 'in', (eb) => eb.selectFrom('skill').select('id').where('uri', 'is', null))
    .execute()
  const rows = skills.flatMap((skill) => [
    ...skill.implies.map((to) => ({ from_id: skill.id, to_id: to, kind: 'implies' })),
    ...skill.broader.map((to) => ({ from_id: skill.id, to_id: to, kind: 'broader' })),
  ])
  for (const some of inBatches(rows)) await trx.insertInto('skill_edge').values(some).execute()
}

/** Postgres takes at most 65,535 parameters in a statement. */
function inBatches<Row>(rows: Row[], size = 2000): Row[][] {
  const batches: Row[][] = []
  for (let from = 0; from < rows.length; from += size) batches.push(rows.slice(from, from + size))
  return batches
}
