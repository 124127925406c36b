import { sql } from 'kysely'
import { recordActivityOfCompanies } from '~/activity/activity.server'
import type { Trx } from '~/platform/db.server'
import { lookForDuplicatesLater } from '../duplicates/duplicate-search.server'
import { updatableColumns } from './company-field'
import { changes, holderOf, newContacts, type UpdateRule } from './staged-rows.server'

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

const between = ({ importId, after, to }: Lines) =>
  sql`row.import_id = ${importId}::uuid and row.line > ${after} and row.line <= ${to}`

async function decideAgain(trx: Trx, lines: Lines, rule: UpdateRule): Promise<void> {
  await sql`
    update company_import_row as kept
    set company_id = now.company_id, changes = now.changes,
      result = case when now.changes <> '{}' then 'updated' else 'known' end
    from (
      select row.line, known.id as company_id, ${changes('row', 'known', rule)} as changes
      from company_import_row as row join company as known on known.id = coalesce(
        ${holderOf('row.business_id')},
        case when row.decision = 'known' then row.company_id end
      )
      where ${between(lines)} and row.result in ('new', 'updated', 'known')
        -- The second time, a company added by this very portion is not a known one.
        and not (row.result = 'new' and known.id = row.company_id)
    ) as now
    where kept.import_id = ${lines.importId}::uuid and kept.line = now.line
      and (kept.company_id, kept.changes) is distinct from (now.company_id, now.changes)
  `.execute(trx)
  await sql`
    update company_import_row as row set company_id = new_id(), changes = '{}', result = 'new'
    where ${between(lines)} and row.result in ('updated', 'known')
      and ${holderOf('row.business_id')} is null
      and not (row.decision is not distinct from 'known' and exists (
        select from company where company.id = row.company_id
      ))
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
  const named = sql`(select * from company_import_row as row where ${between(lines)} and row.contact is not null)`
  await sql`
    insert into contact (id, company_id, name, role, phone, email, source, created_by)
    select found.contact_id, found.company_id, found.contact ->> 'name', found.contact ->> 'role',
      found.contact ->> 'phone', found.contact ->> 'email', 'list', ${userId}::uuid
    from (${newContacts(named)}) as found
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
