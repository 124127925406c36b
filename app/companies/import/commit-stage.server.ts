import { sql } from 'kysely'
import { recordActivityOfCompanies } from '~/activity/activity.server'
import type { Trx } from '~/platform/db.server'
import { lookForDuplicatesLater } from '../duplicates/duplicate-search.server'
import { updatableColumns } from './company-field'
import { recogniseLateRows } from './known-rows.server'
import { newContacts } from './staged-rows.server'
import { changes, holderOf, type UpdateRule } from './update-rule.server'

/** The rows of one import from after one line to another. */
export type Lines = { importId: string; after: number; to: number }

type Commit = UpdateRule & { sourceListId: string; userId: string | null }

const columns = sql.raw(updatableColumns.join(', '))

/**
 * Takes a portion of checked rows in: adds the new companies, changes the known ones, adds the people and puts
 * every company on the source list. Rows are decided once more, since companies may have come after the check.
 */
export async function commitLines(trx: Trx, lines: Lines, commit: Commit): Promise<void> {
  await decideAgain(trx, lines, commit)
  await recogniseLateRows(trx, { importId: lines.importId, which: between(lines) }, commit)
  const added = await addCompanies(trx, lines, commit)
  const updated = await updateCompanies(trx, lines)
  await addContacts(trx, lines, commit)
  await putOnList(trx, lines, commit)
  const { userId: actorId } = commit
  const subject: [string, string] = ['company_import', lines.importId]
  await recordActivityOfCompanies(trx, { actorId, action: 'company_imported', subject }, added)
  await recordActivityOfCompanies(trx, { actorId, action: 'company_updated_by_import', subject }, updated)
  await lookForDuplicatesLater(trx, [...added, ...updated])
}

/** SQL: the rows of the import that stand between two lines, the first left out. */
export const between = ({ importId, after, to }: Lines) =>
  sql`row.import_id = ${importId}::uuid and row.line > ${after} and row.line <= ${to}`

/** SQL: the rows of these lines and the rows that repeat them, wherever those stand: people come with the company. */
export const rowsLedBy = (lines: Lines) => sql`(
  select row.ctid as place, row.* from company_import_row as row where ${between(lines)} and row.first_line is null
  union all
  select row.ctid as place, row.* from company_import_row as row
  where row.import_id = ${lines.importId}::uuid and row.first_line > ${lines.after} and row.first_line <= ${lines.to}
)`

/**
 * SQL: the company that a row is about as things stand now, or null: by its business ID, else the one that its details
 * or a person named, also where that lives on in another. One found by details may have got another ID meanwhile.
 */
const companyNow = sql`coalesce(
  ${holderOf('row.business_id')},
  case when row.decision = 'known' or row.matched and row.decision is null then (
    select living.id from company as living
    where living.id in (
      row.company_id,
      (select kept_id from company_merge where removed_id = row.company_id and undone_at is null)
    ) and (row.decision = 'known' or living.business_id is null or row.business_id is null)
  ) end
)`

async function decideAgain(trx: Trx, lines: Lines, rule: UpdateRule): Promise<void> {
  await sql`
    update company_import_row as kept
    set company_id = now.company_id, changes = now.changes,
      result = case when now.changes <> '{}' then 'updated' else 'known' end
    from (
      select row.ctid as place, known.id as company_id, ${changes('row', 'known', rule)} as changes
      from company_import_row as row join company as known on known.id = ${companyNow}
      where ${between(lines)} and row.result in ('new', 'updated', 'known')
        -- The second time, a company added by this very portion is not a known one.
        and not (row.result = 'new' and known.id = row.company_id)
    ) as now
    where kept.ctid = now.place
      and (kept.company_id, kept.changes) is distinct from (now.company_id, now.changes)
  `.execute(trx)
  await sql`
    update company_import_row as row set company_id = new_id(), changes = '{}', result = 'new', matched = false
    where ${between(lines)} and row.result in ('updated', 'known') and ${companyNow} is null
  `.execute(trx)
}

/** A company that somebody adds in this very moment is met again as a known one. */
async function addCompanies(trx: Trx, lines: Lines, commit: Commit): Promise<string[]> {
  const { rows: added } = await sql<{ id: string }>`
    insert into company (id, created_by, ${columns})
    select row.company_id, ${commit.userId}::uuid,
      ${sql.join(
        updatableColumns.map((column) =>
          column === 'language' ? sql`coalesce(row.language, 'fi')` : sql.ref(`row.${column}`),
        ),
      )}
    from company_import_row as row
    where ${between(lines)} and row.result = 'new'
    order by row.line
    on conflict (business_id) do nothing
    returning id
  `.execute(trx)
  const { rows: missed } = await sql`
    select from company_import_row as row
    where ${between(lines)} and row.result = 'new'
      and not exists (select from company where company.id = row.company_id)
    limit 1
  `.execute(trx)
  if (missed.length > 0) await decideAgain(trx, lines, commit)
  return added.map(({ id }) => id)
}

async function updateCompanies(trx: Trx, lines: Lines): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update company
    set version = company.version + 1, ${sql.join(
      updatableColumns.map(
        (column) => sql`${sql.ref(column)} = case when row.changes ? ${sql.lit(column)}
          then ${sql.ref(`row.${column}`)} else ${sql.ref(`company.${column}`)} end`,
      ),
    )}
    from company_import_row as row
    where ${between(lines)} and row.result = 'updated' and company.id = row.company_id
    returning company.id
  `.execute(trx)
  return rows.map(({ id }) => id)
}

async function addContacts(trx: Trx, lines: Lines, { userId }: Commit): Promise<void> {
  await sql`
    insert into contact (id, company_id, name, role, phone, email, source, created_by)
    select found.contact_id, found.company_id, found.contact ->> 'name', found.contact ->> 'role',
      found.contact ->> 'phone', found.contact ->> 'email', 'list', ${userId}::uuid
    from (${newContacts(rowsLedBy(lines))}) as found
    where found.company_id is not null
  `.execute(trx)
}

async function putOnList(trx: Trx, lines: Lines, { sourceListId }: Commit): Promise<void> {
  await sql`
    insert into source_list_company (source_list_id, company_id, matched_keywords, earlier_project)
    select ${sourceListId}::uuid, row.company_id, coalesce(row.keywords, '{}'),
      exists (
        select from engagement where engagement.company_id = row.company_id and engagement.joined_at is not null
      )
    from company_import_row as row
    where ${between(lines)} and row.result in ('new', 'updated', 'known')
    on conflict (source_list_id, company_id) do update
    set matched_keywords = array(
      select distinct unnest(source_list_company.matched_keywords || excluded.matched_keywords)
    )
  `.execute(trx)
}
