import { sql } from 'kysely'
import { db } from '~/platform/db.server'
import { bringVocabulary } from './vocabulary'

/** Empties every table, whatever refers to what. Deleting from small tables is faster than truncating them. */
export async function clearDatabase(): Promise<void> {
  await deleteRows({})
}

/**
 * Leaves nothing but the built-in vocabulary, and brings it where it is not: its 24,000 words take most of a second,
 * so a file of tests brings them once. For tests that change no built-in skill.
 */
export async function clearAllButVocabulary(): Promise<void> {
  await deleteRows({
    skill: `origin <> 'built_in'`,
    skill_word: `origin <> 'built_in'`,
    skill_edge: `origin <> 'built_in'`,
    setting: `key <> 'skill_vocabulary'`,
  })
  await bringVocabulary()
}

/** `which` names the rows that go of a table that keeps some. */
async function deleteRows(which: Record<string, string>): Promise<void> {
  await sql
    .raw(`
      do $$
      declare name text;
      begin
        set local session_replication_role = replica;
        for name in select quote_ident(tablename) from pg_tables
          where schemaname = 'public' and tablename <> all ('{${Object.keys(which)}}')
        loop
          execute 'delete from ' || name;
        end loop;
        ${Object.entries(which)
          .map(([table, rows]) => `delete from ${table} where ${rows};`)
          .join('\n')}
      end $$
    `)
    .execute(db)
}
