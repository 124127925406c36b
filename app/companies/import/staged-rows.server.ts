import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import { probableDuplicatesOf } from '../duplicates/probable-duplicates.server'
import { type UpdatableColumn, updatableColumns } from './company-field'
import type { FileRow } from './company-file'
import type { CheckedRow } from './company-row'
import type { ImportCounts } from './row-result'

/** A row of the file with what was read in it. */
export type StagedRow = { row: FileRow; checked: CheckedRow }

/** How a file meets what is known: in these columns it wins, in the others it only fills what is empty. */
export type UpdateRule = { overwritten: readonly string[] }

const valueColumns = sql.raw(updatableColumns.join(', '))

/** SQL: the company of a business ID, or the one that lives on where a company of that ID was merged away; else null. */
export function holderOf(businessId: string): RawBuilder<string | null> {
  return sql<string | null>`coalesce(
    (select holder.id from company as holder where holder.business_id = ${sql.ref(businessId)}),
    (
      select merge.kept_id from company_merge as merge
      where merge.removed_business_id = ${sql.ref(businessId)} and merge.undone_at is null
      order by merge.id desc limit 1
    )
  )`
}

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
  const company = (read: (row: NonNullable<CheckedRow['company']>) => string | null) =>
    rows.map(({ checked }) => (checked.company ? read(checked.company) : null))
  const json = (read: (row: StagedRow) => unknown) =>
    rows.map((row) => {
      const value = read(row)
      return value === null || value === undefined ? null : JSON.stringify(value)
    })
  await sql`
    with staged as materialized (
      select line, cells::jsonb, array(select jsonb_array_elements_text(problems::jsonb)) as problems,
        ${valueColumns},
        case when keywords is not null then array(select jsonb_array_elements_text(keywords::jsonb)) end as keywords,
        contact::jsonb, case when business_id is not null then new_id() end as new_company_id
      from unnest(
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
        ${company((row) => row.language)}::text[],
        ${company((row) => row.webText)}::text[],
        ${json(({ checked }) => (checked.company?.keywords.length ? checked.company.keywords : null))}::text[],
        ${json(({ checked }) => checked.company?.contact)}::text[]
      ) as given (
        line, cells, problems, ${valueColumns}, keywords, contact
      )
    ),
    ${suppressedLines(sql`staged`)},
    decided as (
      select staged.*, known.id as known_id, suppressed.line is not null as suppressed,
        case when staged.business_id is not null then nullif(least(
          earlier.line, min(staged.line) over same_company
        ), staged.line) end as first_line,
        coalesce(known.id, earlier.company_id, first_value(staged.new_company_id) over same_company) as company_id,
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
      )
    )
    insert into company_import_row (
      import_id, line, cells, problems, result, ${valueColumns}, keywords, contact, contact_id,
      first_line, suppressed, company_id, changes
    )
    select ${importId}::uuid, line, cells,
      problems
        || case when first_line is null then '{}' else array['duplicate_of|{"line":' || first_line || '}'] end
        || case when suppressed then array['do_not_contact'] else '{}' end,
      case
        when business_id is null then 'refused'
        when first_line is not null then 'duplicate'
        when known_id is null then 'new'
        when changes <> '{}' then 'updated'
        else 'known'
      end,
      ${valueColumns}, keywords, contact, case when contact is not null then new_id() end,
      first_line, suppressed, company_id, case when first_line is null then changes else '{}' end
    from decided
    order by line
  `.execute(trx)
  await nameSimilar(trx, importId, rows)
}

/** Names for each new company of the rows the known one that it probably is, by the best evidence. */
async function nameSimilar(trx: Trx, importId: string, rows: StagedRow[]): Promise<void> {
  const added = sql`
    select row.line as ref, null::uuid as company_id, row.business_id, row.name, row.municipality, row.phone, row.website,
      row.email
    from company_import_row as row
    where row.import_id = ${importId}::uuid and row.line = any(${rows.map(({ row }) => row.line)}::int[])
      and row.result = 'new'
  `
  await sql`
    update company_import_row as kept
    set similar_id = found.company_id, similar_reasons = found.reasons
    from (
      select distinct on (ref) ref, company_id, reasons from (${probableDuplicatesOf(added)}) as probable
      order by ref, strength desc, company_id
    ) as found
    where kept.import_id = ${importId}::uuid and kept.line = found.ref
  `.execute(trx)
}

/** SQL: what the row's values change in a known company, by column: before and after. */
export function changes(row: string, company: string, { overwritten }: UpdateRule): RawBuilder<unknown> {
  const pairs = updatableColumns.map((column) => {
    const given = sql.ref(`${row}.${column}`)
    const known = sql.ref(`${company}.${column}`)
    const differs = overwritten.includes(column)
      ? sql`${known} is distinct from ${given}`
      : sql`${known} is null`
    return sql`${sql.lit(column)}, case when ${given} is not null and ${differs}
      then jsonb_build_array(${known}, ${given}) end`
  })
  return sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(pairs)}))`
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
    -- Rows have business IDs; by name they meet only bans written for a company that had none.
    select line from ${staged} as by_name join suppression
      on suppression.name_key = company_name_key(by_name.name) and suppression.business_id is null
      and coalesce(suppression.place_key = place_key(by_name.municipality), true)
    where suppression.lifted_at is null
      and exists (select from suppression where name_key is not null and business_id is null and lifted_at is null)
    union
    select line from ${staged} as by_company
      join company on company.id = ${holderOf('by_company.business_id')}
      join suppression on suppression.company_id = company.id
    where suppression.lifted_at is null
  )`
}

/** SQL: the people whom rows name and their company does not have yet: by address, by number, or by name. */
export function newContacts(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select distinct on (row.business_id, lower(row.contact ->> 'name'))
      row.contact_id, row.contact, company.id as company_id
    from ${rows} as row left join company
      on company.id = coalesce(${holderOf('row.business_id')}, row.company_id)
    where row.contact is not null and not exists (
      select from contact
      where contact.company_id = company.id and (
        lower(contact.email) = row.contact ->> 'email'
        or contact.phone = row.contact ->> 'phone'
        or lower(contact.name) = lower(row.contact ->> 'name')
      )
    )
    order by row.business_id, lower(row.contact ->> 'name'), row.line
  `
}

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
      count(*) filter (where similar_id is not null)::int as similar,
      count(*) filter (where suppressed and result in ('new', 'updated', 'known'))::int as suppressed,
      count(*) filter (where problems <> '{}' and result in ('new', 'updated', 'known'))::int as problems,
      (
        select count(*)::int
        from (${newContacts(sql`(select * from ${rowsOfImport} and contact is not null and result <> 'skipped')`)}) as contact
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
