import { sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import type { FileRow } from './company-file'
import { type CheckedRow, duplicateLines } from './company-row'

/** How many rows of a file come to what; `suppressed` and `contacts` are counted among the rows that are taken. */
export type ImportCounts = {
  rows: number
  new: number
  updated: number
  known: number
  duplicate: number
  refused: number
  suppressed: number
  contacts: number
}

const chunkRows = 5_000

/**
 * Puts the checked rows of a file in a temporary table of the transaction, `staged_company`, and decides there
 * what each row comes to: new, updated (known, with values that we lack), known, duplicate or refused.
 */
export async function stageCompanies(trx: Trx, rows: FileRow[], checked: CheckedRow[]): Promise<void> {
  await sql`drop table if exists staged_company`.execute(trx)
  await sql`
    create temporary table staged_company (
      line int primary key, cells jsonb not null, problems text[] not null, first_line int,
      business_id text, name text, form text, registered_on date, industry text, industry_code text,
      municipality text, street text, postcode text, website text, phone text, email text,
      size_band text, language text, keywords text[], contact jsonb,
      company_id uuid, result text, suppressed boolean not null default false
    ) on commit drop
  `.execute(trx)

  const duplicates = duplicateLines(checked)
  for (let from = 0; from < rows.length; from += chunkRows) {
    const chunk = rows.slice(from, from + chunkRows).map((row, at) => {
      const { company, problems } = checked[from + at] ?? { company: null, problems: [] }
      return {
        ...company,
        line: row.line,
        cells: row.cells,
        problems,
        firstLine: duplicates.get(row.line) ?? null,
      }
    })
    await insertStaged(trx, chunk)
  }
  await sql`analyze staged_company (line, business_id)`.execute(trx)
  await decideResults(trx)
}

async function insertStaged(trx: Trx, chunk: object[]): Promise<void> {
  await sql`
    insert into staged_company
      (line, cells, problems, first_line, business_id, name, form, registered_on, industry, industry_code,
       municipality, street, postcode, website, phone, email, size_band, language, keywords, contact)
    select line, cells, problems, "firstLine", "businessId", name, form, "registeredOn", industry, "industryCode",
      municipality, street, postcode, website, phone, email, "sizeBand", language, keywords, contact
    from jsonb_to_recordset(${JSON.stringify(chunk)}::text::jsonb) as row (
      line int, cells jsonb, problems text[], "firstLine" int, "businessId" text, name text, form text,
      "registeredOn" date, industry text, "industryCode" text, municipality text, street text, postcode text,
      website text, phone text, email text, "sizeBand" text, language text, keywords text[], contact jsonb
    )
  `.execute(trx)
}

/** Values that a known company lacks and the row has; what people have written is never overwritten. */
const fillable = [
  'form',
  'registered_on',
  'industry',
  'industry_code',
  'municipality',
  'street',
  'postcode',
  'website',
  'phone',
  'email',
  'size_band',
] as const

const fillsSomething = sql.join(
  fillable.map(
    (column) => sql`(${sql.ref(`company.${column}`)} is null and ${sql.ref(`staged.${column}`)} is not null)`,
  ),
  sql` or `,
)

async function decideResults(trx: Trx): Promise<void> {
  await sql`
    update staged_company as staged
    set company_id = company.id,
      result = case
        when staged.first_line is not null then 'duplicate'
        when ${fillsSomething} then 'updated'
        else 'known' end
    from company where company.business_id = staged.business_id
  `.execute(trx)
  await sql`
    update staged_company
    set result = case
      when business_id is null then 'refused'
      when first_line is not null then 'duplicate'
      else 'new' end
    where result is null
  `.execute(trx)
  await sql`
    update staged_company as staged
    set suppressed = true
    from (
      select line from staged_company as by_id join suppression on suppression.business_id = by_id.business_id
      where suppression.lifted_at is null
      union
      select line from staged_company as by_phone join suppression on suppression.phone = by_phone.phone
      where suppression.lifted_at is null
      union
      select line from staged_company as by_email join suppression on suppression.email = by_email.email
      where suppression.lifted_at is null
      union
      select line from staged_company as by_row join suppression on suppression.company_id = by_row.company_id
      where suppression.lifted_at is null
    ) as met
    where met.line = staged.line
  `.execute(trx)
  await sql`
    update staged_company
    set problems = problems
      || case when first_line is null then '{}' else array['duplicate_of|{"line":' || first_line || '}'] end
      || case when suppressed then array['do_not_contact'] else '{}' end
    where first_line is not null or suppressed
  `.execute(trx)
}

/** The counts of what is staged. */
export async function countStaged(trx: Trx): Promise<ImportCounts> {
  const { rows } = await sql<ImportCounts>`
    select count(*)::int as rows,
      count(*) filter (where result = 'new')::int as new,
      count(*) filter (where result = 'updated')::int as updated,
      count(*) filter (where result = 'known')::int as known,
      count(*) filter (where result = 'duplicate')::int as duplicate,
      count(*) filter (where result = 'refused')::int as refused,
      count(*) filter (where suppressed and result in ('new', 'updated', 'known'))::int as suppressed,
      (select count(*)::int from (${newContacts}) as contact) as contacts
    from staged_company
  `.execute(trx)
  return (
    rows[0] ?? { rows: 0, new: 0, updated: 0, known: 0, duplicate: 0, refused: 0, suppressed: 0, contacts: 0 }
  )
}

/** The first rows with problems, by line. */
export async function listStagedProblems(trx: Trx, limit: number) {
  const { rows } = await sql<{ line: number; result: string; problems: string[] }>`
    select line, result, problems from staged_company where problems <> '{}' order by line limit ${limit}
  `.execute(trx)
  return rows
}

/** The people whom the rows name and the company does not have yet: by address, by number, or by name. */
const newContacts = sql`
  select distinct on (staged.business_id, lower(staged.contact ->> 'name'))
    staged.business_id, staged.contact
  from staged_company as staged
  where staged.contact is not null and staged.contact <> 'null' and not exists (
    select from contact
    where contact.company_id = staged.company_id and (
      lower(contact.email) = staged.contact ->> 'email'
      or contact.phone = staged.contact ->> 'phone'
      or lower(contact.name) = lower(staged.contact ->> 'name')
    )
  )
  order by staged.business_id, lower(staged.contact ->> 'name'), staged.line
`

/** Keeps every row of the file with what became of it, in place of what an earlier check said. */
export async function keepStagedRows(trx: Trx, importId: string): Promise<void> {
  await trx.deleteFrom('company_import_row').where('import_id', '=', importId).execute()
  await sql`
    insert into company_import_row (import_id, line, cells, result, problems, company_id)
    select ${importId}::uuid, line, cells, result, problems, company_id from staged_company
  `.execute(trx)
}

/**
 * Adds the new companies, fills what known ones lack, adds the people, and puts every company of the file on
 * the source list. The ids of the new companies are returned; rows of the staged table then know theirs.
 */
export async function writeStagedCompanies(
  trx: Trx,
  sourceListId: string,
  userId: string | null,
): Promise<string[]> {
  const added = await sql<{ id: string }>`
    insert into company (business_id, name, language, created_by, ${sql.join(fillable.map((column) => sql.ref(column)))})
    select business_id, name, coalesce(language, 'fi'), ${userId}::uuid, ${sql.join(fillable.map((column) => sql.ref(column)))}
    from staged_company where result = 'new'
    order by line
    on conflict (business_id) do nothing
    returning id
  `.execute(trx)
  await sql`
    update company
    set version = company.version + 1,
      ${sql.join(fillable.map((column) => sql`${sql.ref(column)} = coalesce(${sql.ref(`company.${column}`)}, ${sql.ref(`staged.${column}`)})`))}
    from staged_company as staged
    where company.id = staged.company_id and staged.result = 'updated'
  `.execute(trx)
  await sql`
    update staged_company as staged set company_id = company.id
    from company where staged.company_id is null and company.business_id = staged.business_id
  `.execute(trx)
  await sql`
    insert into contact (company_id, name, role, phone, email, source, created_by)
    select company.id, found.contact ->> 'name', found.contact ->> 'role', found.contact ->> 'phone',
      found.contact ->> 'email', 'list', ${userId}::uuid
    from (${newContacts}) as found join company on company.business_id = found.business_id
  `.execute(trx)
  await putOnList(trx, sourceListId)
  return added.rows.map((row) => row.id)
}

async function putOnList(trx: Trx, sourceListId: string): Promise<void> {
  await sql`
    insert into source_list_company (source_list_id, company_id, matched_keywords, earlier_project)
    select ${sourceListId}::uuid, staged.company_id, coalesce(staged.keywords, '{}'),
      exists (select from engagement where engagement.company_id = staged.company_id and engagement.joined_at is not null)
    from staged_company as staged where staged.company_id is not null and staged.first_line is null
    on conflict (source_list_id, company_id) do update
    set matched_keywords = array(
      select distinct unnest(source_list_company.matched_keywords || excluded.matched_keywords)
    )
  `.execute(trx)
}
