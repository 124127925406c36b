import { type RawBuilder, sql } from 'kysely'
import { forgetActivityOfCompanies, recordActivityOfCompanies } from '~/activity/activity.server'
import type { Trx } from '~/platform/db.server'
import { between, type Lines, rowsLedBy } from './commit-stage.server'
import { updatableColumns } from './company-field'

/** Tables whose rows about a company or a person come from the import itself, or are looked at by name here. */
const ownTables = ['contact', 'source_list_company']

/** Tables that the program fills by itself: their rows go with the company. */
const derivedTables = ['company_skill', 'company_fit', 'duplicate_pair']

type Undo = { sourceListId: string; userId: string | null }

/**
 * Undoes a portion of an import. Each value of an updated company is put back if it is still what the import made
 * it; a company that the import added is removed if nobody has done anything with it. What is let be is named in
 * the row's `left_alone`. Returns how many companies were removed and put back.
 */
export async function undoLines(trx: Trx, lines: Lines, undo: Undo) {
  await nameWhatStays(trx, lines, undo)
  const removed = await removeCompanies(trx, lines, undo)
  const restored = await restoreCompanies(trx, lines)
  await removeContacts(trx, lines)
  await sql`
    delete from source_list_company as listed using company_import_row as row
    where ${between(lines)} and listed.source_list_id = ${undo.sourceListId}::uuid
      and row.result in ('updated', 'known') and listed.company_id = row.company_id
  `.execute(trx)
  const subject: [string, string] = ['company_import', lines.importId]
  await forgetActivityOfCompanies(trx, subject, removed)
  await recordActivityOfCompanies(
    trx,
    { actorId: undo.userId, action: 'company_import_undone', subject },
    restored,
  )
  return { removed: removed.length, restored: restored.length }
}

/** SQL: whether the value of a column is neither what the import wrote nor what was there before it. */
const changedSince = (column: string) => {
  const now = sql`company.${sql.ref(column)}::text`
  return sql`row.changes ? ${sql.lit(column)}
    and ${now} is distinct from row.changes -> ${sql.lit(column)} ->> 1
    and ${now} is distinct from row.changes -> ${sql.lit(column)} ->> 0`
}

const isAsWritten = (column: string) => sql`row.changes ? ${sql.lit(column)}
  and company.${sql.ref(column)}::text is not distinct from row.changes -> ${sql.lit(column)} ->> 1`

async function nameWhatStays(trx: Trx, lines: Lines, { sourceListId }: Undo): Promise<void> {
  const used = await usesOf(trx, 'company', sql`company.id`)
  const contactUsed = await usesOf(trx, 'contact', sql`contact.id`)
  const reasons = [
    sql`case when company.version > 1 then 'changed' end`,
    ...used,
    sql`case when exists (
      select from source_list_company as listed
      where listed.company_id = company.id and listed.source_list_id <> ${sourceListId}::uuid
    ) then 'used:source_list_company' end`,
    sql`case when exists (
      select from activity where activity.company_id = company.id
        and (activity.subject_type, activity.subject_id) is distinct from ('company_import', row.import_id)
    ) then 'used:activity' end`,
    sql`case when exists (
      select from contact where contact.company_id = company.id and (contact.version > 1
        or not exists (
          select from company_import_row as naming where naming.import_id = row.import_id
            and (naming.line = row.line or naming.first_line = row.line) and naming.contact_id = contact.id
        )
        or ${sql.join([sql`false`, ...contactUsed.map((reason) => sql`${reason} is not null`)], sql` or `)})
    ) then 'used:contact' end`,
  ]
  await sql`
    update company_import_row as row
    set left_alone = array_remove(array[${sql.join(reasons)}], null)
    from company
    where ${between(lines)} and row.result = 'new' and company.id = row.company_id
  `.execute(trx)
  await sql`
    update company_import_row as row
    set left_alone = array_remove(array[${sql.join(
      updatableColumns.map(
        (column) => sql`case when ${changedSince(column)} then ${sql.lit(`changed:${column}`)} end`,
      ),
    )}], null)
    from company
    where ${between(lines)} and row.result = 'updated' and company.id = row.company_id
  `.execute(trx)
  await sql`
    update company_import_row as row set left_alone = array['gone']
    where ${between(lines)} and row.result in ('new', 'updated')
      and not exists (select from company where company.id = row.company_id)
  `.execute(trx)
}

/** SQL: for each table that points at `target` a reason when it has a row about this one. */
async function usesOf(
  trx: Trx,
  target: 'company' | 'contact',
  id: RawBuilder<unknown>,
): Promise<RawBuilder<unknown>[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select distinct relation.relname as table, attribute.attname as column
    from pg_constraint as reference
      join pg_class as relation on relation.oid = reference.conrelid
      join pg_attribute as attribute
        on attribute.attrelid = reference.conrelid and attribute.attnum = reference.conkey[1]
    where reference.contype = 'f' and reference.confrelid = to_regclass(${target})
      and array_length(reference.conkey, 1) = 1
    order by 1, 2
  `.execute(trx)
  return rows
    .filter(({ table }) => !ownTables.includes(table) && !derivedTables.includes(table))
    .map(
      ({ table, column }) => sql`case when exists (
        select from ${sql.table(table)} as used where used.${sql.ref(column)} = ${id}
      ) then ${sql.lit(`used:${table}`)} end`,
    )
}

async function removeCompanies(trx: Trx, lines: Lines, { sourceListId }: Undo): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select company.id from company_import_row as row join company on company.id = row.company_id
    where ${between(lines)} and row.result = 'new' and row.left_alone = '{}'
    for update of company
  `.execute(trx)
  const ids = rows.map(({ id }) => id)
  await sql`delete from contact where company_id = any(${ids}::uuid[])`.execute(trx)
  await sql`
    delete from source_list_company
    where source_list_id = ${sourceListId}::uuid and company_id = any(${ids}::uuid[])
  `.execute(trx)
  await sql`delete from company where id = any(${ids}::uuid[])`.execute(trx)
  return ids
}

async function restoreCompanies(trx: Trx, lines: Lines): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update company
    set version = company.version + 1, ${sql.join(
      updatableColumns.map((column) => {
        const before = sql`row.changes -> ${sql.lit(column)} ->> 0`
        return sql`${sql.ref(column)} = case when ${isAsWritten(column)}
          then ${column === 'registered_on' ? sql`(${before})::date` : before}
          else ${sql.ref(`company.${column}`)} end`
      }),
    )}
    from company_import_row as row
    where ${between(lines)} and row.result = 'updated' and company.id = row.company_id
      and (${sql.join(
        updatableColumns.map((column) => sql`(${isAsWritten(column)})`),
        sql` or `,
      )})
    returning company.id
  `.execute(trx)
  return rows.map(({ id }) => id)
}

/** The people whom the import added to companies that stay; one who has been changed or met since stays too. */
async function removeContacts(trx: Trx, lines: Lines): Promise<void> {
  const used = await usesOf(trx, 'contact', sql`contact.id`)
  const stays = sql.join(
    [sql`contact.version > 1`, ...used.map((reason) => sql`${reason} is not null`)],
    sql` or `,
  )
  await sql`
    update company_import_row as row set left_alone = array_append(row.left_alone, 'used:contact')
    from contact, ${rowsLedBy(lines)} as named
    where row.ctid = named.place and row.result <> 'new'
      and contact.id = row.contact_id and (${stays})
  `.execute(trx)
  await sql`
    delete from contact using ${rowsLedBy(lines)} as row
    where row.result <> 'new' and contact.id = row.contact_id and not (${stays})
      and not exists (
        select from company_import_row as adding where adding.import_id = row.import_id
          and adding.line = row.first_line and adding.result = 'new' and adding.left_alone <> '{}'
      )
  `.execute(trx)
}
