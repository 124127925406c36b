import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import { type UpdatableColumn, updatableColumns } from './company-field'
import type { FileRow } from './company-file.server'
import type { CheckedRow, CompanyRow } from './company-row'
import { recogniseRows } from './known-rows.server'
import type { ImportCounts } from './row-result'
import { changes, holderOf, type UpdateRule } from './update-rule.server'

/** A row of the file with what was read in it. */
export type StagedRow = { row: FileRow; checked: CheckedRow }

const valueColumns = sql.raw(updatableColumns.join(', '))
const stagedColumns = sql`line, cells, problems, ${valueColumns}, keywords, contact`

/**
 * Keeps rows of the file with what each comes to, decided by one statement: new, updated (known, with values that
 * the rule lets in), known, duplicate (named by an earlier line) or refused. The lines must not be there yet.
 */
export async function stageRows(
  trx: Trx,
  importId: string,
  rule: UpdateRule,
  rows: StagedRow[],
): Promise<void> {
  await sql`
    with staged as materialized (${withKeys(sql`${asColumns(rows)} as given (${stagedColumns})`)}),
    ${suppressedLines(sql`staged`)},
    decided as (${decidedLines(importId, rule)})
    insert into company_import_row (
      import_id, line, cells, problems, result, ${valueColumns}, keywords, contact, contact_id,
      name_key, place_key, web_domain, first_line, suppressed, company_id, changes
    )
    select ${importId}::uuid, line, cells,
      problems
        || case when first_line is null then '{}' else array['duplicate_of|{"line":' || first_line || '}'] end
        || case when suppressed then array['do_not_contact'] else '{}' end,
      case
        when name is null then 'refused'
        when first_line is not null then 'duplicate'
        when known_id is null then 'new'
        when changes <> '{}' then 'updated'
        else 'known'
      end,
      ${valueColumns}, keywords, contact, case when contact is not null then new_id() end,
      name_key, place_key, web_domain, first_line, suppressed, company_id, case when first_line is null then changes else '{}' end
    from decided
    order by line
  `.execute(trx)
  const lines = rows.map(({ row }) => row.line)
  await recogniseRows(trx, { importId, which: sql`row.line = any(${lines}::int[])` }, rule)
}

/** SQL: the rows as one array a column, in the order of `stagedColumns`; lists and objects cross as JSON. */
function asColumns(rows: StagedRow[]): RawBuilder<unknown> {
  const company = (read: (row: CompanyRow) => string | null) =>
    rows.map(({ checked }) => (checked.company ? read(checked.company) : null))
  const json = (read: (row: StagedRow) => unknown) =>
    rows.map((row) => {
      const value = read(row)
      return value === null || value === undefined ? null : JSON.stringify(value)
    })
  return sql`unnest(
        ${rows.map(({ row }) => row.line)}::int[],
        ${json(({ row }) => row.cells)}::text[],
        ${json(({ checked }) => checked.problems)}::text[],
        ${company((row) => row.businessId)}::text[],
        ${company((row) => row.name)}::text[],
        ${company((row) => row.form)}::text[],
        ${company((row) => row.registeredOn)}::date[],
        ${company((row) => row.industry)}::text[],
        ${company((row) => row.industryCode)}::text[],
        ${company((row) => row.industryCode2025)}::text[],
        ${company((row) => row.municipality)}::text[],
        ${company((row) => row.street)}::text[],
        ${company((row) => row.postcode)}::text[],
        ${company((row) => row.website)}::text[],
        ${company((row) => row.phone)}::text[],
        ${company((row) => row.email)}::text[],
        ${company((row) => row.sizeBand)}::text[],
        ${company((row) => row.growth)}::text[],
        ${company((row) => row.growthSource)}::text[],
        ${company((row) => row.funded)}::text[],
        ${company((row) => row.language)}::text[],
        ${company((row) => row.webText)}::text[],
        ${json(({ checked }) => (checked.company?.keywords.length ? checked.company.keywords : null))}::text[],
        ${json(({ checked }) => checked.company?.contact)}::text[]
      )`
}

/** SQL: the rows with what they are recognised by, and an id for the company that each would begin. */
function withKeys(given: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
      select line, cells::jsonb, array(select jsonb_array_elements_text(problems::jsonb)) as problems,
        ${valueColumns},
        case when keywords is not null then array(select jsonb_array_elements_text(keywords::jsonb)) end as keywords,
        contact::jsonb, company_name_key(name) as name_key, place_key(municipality) as place_key,
        coalesce(own_domain(website), own_domain(email)) as web_domain,
        case when name is not null then new_id() end as new_company_id
      from ${given}`
}

/**
 * SQL: each staged line with its company, the earlier line that names the same business ID, whether it is under a ban,
 * and what the rule would change in a known company.
 */
function decidedLines(importId: string, rule: UpdateRule): RawBuilder<unknown> {
  return sql`
      select staged.*, known.id as known_id, suppressed.line is not null as suppressed,
        case when staged.business_id is not null then nullif(least(
          earlier.line, min(staged.line) over same_company
        ), staged.line) end as first_line,
        case when staged.business_id is null then staged.new_company_id
          else coalesce(known.id, earlier.company_id, first_value(staged.new_company_id) over same_company)
        end as company_id,
        case when known.id is null then '{}'::jsonb else ${changes('staged', 'known', rule)} end as changes
      from staged
        left join company as known on known.id = ${holderOf('staged.business_id')}
        left join suppressed on suppressed.line = staged.line
        left join lateral (
          select other.line, other.company_id from company_import_row as other
          where other.import_id = ${importId}::uuid and other.business_id = staged.business_id
          order by other.line limit 1
        ) as earlier on true
      window same_company as (
        partition by staged.business_id order by staged.line
        rows between unbounded preceding and unbounded following
      )`
}

/** SQL: the lines about companies, numbers or addresses that must not be contacted. */
function suppressedLines(staged: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`suppressed as (
    select line from ${staged} as by_id join suppression on suppression.business_id = by_id.business_id
    where suppression.lifted_at is null
    union
    select line from ${staged} as by_phone join suppression
      on suppression.phone_key = reach_key(by_phone.phone)
    where suppression.lifted_at is null
    union
    select line from ${staged} as by_email join suppression
      on suppression.email_key = reach_key(by_email.email)
    where suppression.lifted_at is null
    union
    -- Two business IDs tell companies apart; without one of them the name and place speak, or the web domain.
    select line from ${staged} as by_name join suppression
      on suppression.name_key = by_name.name_key
      and (suppression.business_id is null or by_name.business_id is null)
      and coalesce(suppression.place_key = by_name.place_key, true)
    where suppression.lifted_at is null
    union
    select line from ${staged} as by_domain join suppression
      on suppression.web_domain = by_domain.web_domain
      and (suppression.business_id is null or by_domain.business_id is null)
    where suppression.lifted_at is null
    union
    select line from ${staged} as by_company
      join company on company.id = ${holderOf('by_company.business_id')}
      join suppression on suppression.company_id = company.id
    where suppression.lifted_at is null
  )`
}

/**
 * SQL: the people whom rows name and their company does not have yet: by address, by number, or by name. The company
 * is that of the row which leads: the row itself, or the one it repeats.
 */
export function newContacts(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select distinct on (named.company_id, lower(named.contact ->> 'name'))
      named.contact_id, named.contact, company.id as company_id
    from (
      select row.line, row.contact_id, row.contact, case
        when row.first_line is null then case when ${isTaken('row')} then row.company_id end
        else (
          select lead.company_id from company_import_row as lead
          where lead.import_id = row.import_id and lead.line = row.first_line and ${isTaken('lead')}
        ) end as company_id
      from ${rows} as row where row.contact is not null
    ) as named left join company on company.id = named.company_id
    where named.company_id is not null and not exists (
      select from contact
      where contact.company_id = company.id and (
        lower(contact.email) = named.contact ->> 'email'
        or contact.phone = named.contact ->> 'phone'
        or lower(contact.name) = lower(named.contact ->> 'name')
      )
    )
    order by named.company_id, lower(named.contact ->> 'name'), named.line
  `
}

const isTaken = (row: string) => sql`${sql.ref(`${row}.result`)} in ('new', 'updated', 'known')`

/** How many rows come to what, for the summary above the rows. */
export async function countRows(trx: Trx, importId: string): Promise<ImportCounts> {
  const rowsOfImport = sql`company_import_row where import_id = ${importId}::uuid`
  const counted = await sql<Omit<ImportCounts, 'fields'>>`
    select count(*)::int as rows,
      count(*) filter (where result = 'new')::int as new,
      count(*) filter (where result = 'updated')::int as updated,
      count(*) filter (where result = 'known')::int as known,
      count(*) filter (where result = 'duplicate')::int as duplicate,
      count(*) filter (where result = 'skipped')::int as skipped,
      count(*) filter (where result = 'refused')::int as refused,
      count(*) filter (where similar_id is not null and not matched and result <> 'duplicate')::int as similar,
      count(*) filter (where matched and result in ('updated', 'known'))::int as matched,
      count(*) filter (where business_id is null and result = 'new')::int as "withoutId",
      count(*) filter (where suppressed and result in ('new', 'updated', 'known'))::int as suppressed,
      count(*) filter (where problems <> '{}' and result in ('new', 'updated', 'known'))::int as problems,
      (
        select count(*)::int
        from (${newContacts(sql`(select * from ${rowsOfImport} and contact is not null)`)}) as contact
      ) as contacts
    from ${rowsOfImport}
  `.execute(trx)
  const fields = await sql<{ field: UpdatableColumn; count: number }>`
    select field, count(*)::int as count from company_import_row, jsonb_object_keys(changes) as field
    where import_id = ${importId}::uuid and result = 'updated'
    group by field
  `.execute(trx)
  const [counts] = counted.rows
  if (!counts) throw new Error('a count without groups has one row')
  return { ...counts, fields: Object.fromEntries(fields.rows.map(({ field, count }) => [field, count])) }
}
