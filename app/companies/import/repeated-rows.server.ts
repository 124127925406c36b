import { sql } from 'kysely'
import type { Trx } from '~/platform/db.server'

/** A number or a domain on more rows than this is a chain's or an accountant's. */
const MOST_SHARING = 5

/**
 * Finds rows without a business ID that repeat another row of the file: about the same known company, or with the same
 * name and the same place, number or web domain. The row with an ID leads, then one about a
 * known company, then the earlier one; the others add only their person. Rows found before stay as they are.
 */
export async function foldRepeatedRows(trx: Trx, importId: string): Promise<void> {
  await keepOneHolder(trx, importId)
  const { rows } = await sql`
    select from company_import_row
    where import_id = ${importId}::uuid and business_id is null and result in ('new', 'updated', 'known') limit 1
  `.execute(trx)
  if (rows.length === 0) return
  // Of an import that has just come the planner believes that it has one row, and would compare each row with each.
  await sql`set local enable_nestloop = off`.execute(trx)
  await foldOnce(trx, importId)
  await leadToTheFirst(trx, importId)
  await sql`set local enable_nestloop to default`.execute(trx)
}

/** Two business IDs are two companies: where both rows were taken for one that has none yet, a person decides. */
async function keepOneHolder(trx: Trx, importId: string): Promise<void> {
  await sql`
    update company_import_row as kept
    set result = 'new', matched = false, company_id = new_id(), changes = '{}'
    from (
      select line, row_number() over (partition by company_id order by decision is null, line) as place
      from company_import_row
      where import_id = ${importId}::uuid and business_id is not null and changes ? 'business_id'
        and result = 'updated'
    ) as claiming
    where kept.import_id = ${importId}::uuid and kept.line = claiming.line and claiming.place > 1
  `.execute(trx)
}

async function foldOnce(trx: Trx, importId: string): Promise<void> {
  const metBy = (reach: 'phone' | 'web_domain') => sql`
    select later.rank, first.rank as first
    from grouped as later join grouped as first on first.${sql.ref(reach)} = later.${sql.ref(reach)}
    where later.foldable and later.result = 'new' and first.rank < later.rank
      and later.${sql.ref(`with_${reach}`)} between 2 and ${MOST_SHARING}
      and later.name_key = first.name_key
  `
  await sql`
    with recursive said as materialized (
      select line, business_id, company_id, result, name_key, phone, web_domain,
        business_id is null and decision is distinct from 'new' as foldable,
        -- Without a place the name alone says too little.
        coalesce(place_key, '?' || coalesce(web_domain, '') || ' ' || coalesce(phone, '')) as place,
        row_number() over (order by business_id is null, result = 'new', line) as rank
      from company_import_row
      where import_id = ${importId}::uuid and result in ('new', 'updated', 'known')
    ),
    grouped as materialized (
      select said.*,
        case when result <> 'new'
          then min(rank) filter (where result <> 'new') over (partition by company_id) end as of_company,
        case when count(business_id) over same_name <= 1 then min(rank) over same_name end as of_name,
        count(*) over (partition by phone) as with_phone,
        count(*) over (partition by web_domain) as with_web_domain
      from said
      window same_name as (partition by name_key, place)
    ),
    met as (
      select rank, of_company as first from grouped where foldable and result <> 'new'
      union all
      select rank, of_name from grouped where foldable and result = 'new'
      union all ${metBy('phone')}
      union all ${metBy('web_domain')}
    ),
    parent as (select rank, min(first) as first from met where first < rank group by rank),
    chain as (
      select rank, first from parent
      union all
      select chain.rank, parent.first from chain join parent on parent.rank = chain.first
    ),
    root as (select rank, min(first) as first from chain group by rank)
    update company_import_row as kept
    set result = 'duplicate', first_line = lead.line, changes = '{}',
      problems = kept.problems || array['duplicate_of|{"line":' || lead.line || '}']
    from root join said as own on own.rank = root.rank join said as lead on lead.rank = root.first
    where kept.import_id = ${importId}::uuid and kept.line = own.line
  `.execute(trx)
}

/** A row that led others and now repeats one itself hands them on. */
async function leadToTheFirst(trx: Trx, importId: string): Promise<void> {
  await sql`
    update company_import_row as kept
    set first_line = lead.first_line,
      problems = array_replace(
        kept.problems,
        'duplicate_of|{"line":' || lead.line || '}',
        'duplicate_of|{"line":' || lead.first_line || '}'
      )
    from company_import_row as lead
    where kept.import_id = ${importId}::uuid and lead.import_id = ${importId}::uuid
      and lead.line = kept.first_line and lead.first_line is not null
  `.execute(trx)
}
