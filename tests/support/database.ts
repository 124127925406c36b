import { sql } from 'kysely'
import { db } from '~/platform/db.server'

/** Empties every table, whatever refers to what. Deleting from small tables is faster than truncating them. */
export async function clearDatabase(): Promise<void> {
  await sql
    .raw(`
      do $$
      declare name text;
      begin
        set local session_replication_role = replica;
        for name in select quote_ident(tablename) from pg_tables where schemaname = 'public' loop
          execute 'delete from ' || name;
        end loop;
      end $$
    `)
    .execute(db)
}
