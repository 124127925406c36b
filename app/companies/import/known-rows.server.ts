import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import { probableDuplicatesOf } from '../duplicates/probable-duplicates.server'
import { meets } from '../suppression-check.server'
import { changes, type UpdateRule } from './update-rule.server'

/** Rows of one import, as SQL over `row`. */
type RowsOfImport = { importId: string; which: RawBuilder<unknown> }

/**
 * Finds for each of these new rows the known company that it probably is. Where one company is sure and no other, the
 * row becomes a row about that company; else the best is named for a person to decide. Names are compared by likeness,
 * which costs most, only for rows that nothing else leads anywhere.
 */
export async function recogniseRows(trx: Trx, rows: RowsOfImport, rule: UpdateRule): Promise<void> {
  await recognise(trx, rule, probableDuplicatesOf(askedOf(rows), { alike: false }), sql`true`)
  const unmet = { ...rows, which: sql`${rows.which} and row.similar_id is null` }
  await recognise(trx, rule, probableDuplicatesOf(askedOf(unmet)), sql`true`)
}

/**
 * The same at the commit, for companies that have come since the check: only where it is sure and nobody has decided.
 * Companies that this import adds itself are not met again: that its rows are several was settled by the check.
 */
export async function recogniseLateRows(
  trx: Trx,
  { importId, which }: RowsOfImport,
  rule: UpdateRule,
): Promise<void> {
  const undecided = sql`${which} and row.business_id is null and row.decision is null`
  const waiting = await sql`
    select from company_import_row as row
    where row.import_id = ${importId}::uuid and row.result = 'new' and ${undecided} limit 1
  `.execute(trx)
  if (waiting.rows.length === 0) return
  // Two imports that meet the same new companies take them in one after the other.
  await sql`select pg_advisory_xact_lock(hashtext('companies without a business ID'))`.execute(trx)
  const rows = { importId, which: undecided }
  const probable = sql`
    select * from (${probableDuplicatesOf(askedOf(rows), { alike: false })}) as known
    where not exists (
      select from company_import_row as own
      where own.import_id = ${importId}::uuid and own.result = 'new' and own.company_id = known.company_id
    )
  `
  await recognise(trx, rule, probable, sql`found.sure`)
}

function askedOf({ importId, which }: RowsOfImport) {
  return sql`
    select row.ctid as ref, null::uuid as company_id, row.business_id, row.name_key, row.place_key, row.phone,
      row.web_domain
    from company_import_row as row
    where row.import_id = ${importId}::uuid and row.result = 'new' and ${which}
  `
}

/**
 * Rows are met again by where they lie: of an import that has just come the planner believes that it has one row, and
 * would look through all of them for each.
 */
async function recognise(
  trx: Trx,
  rule: UpdateRule,
  probable: RawBuilder<unknown>,
  taken: RawBuilder<unknown>,
): Promise<void> {
  const changed = changes('kept', 'known', rule)
  const banned = sql`found.sure and exists (
    select from suppression where suppression.lifted_at is null and ${meets('known', ['phone', 'email'])}
  )`
  await sql`
    update company_import_row as kept
    set similar_id = known.id, similar_reasons = found.reasons, matched = found.sure,
      company_id = case when found.sure then known.id else kept.company_id end,
      changes = case when found.sure then ${changed} else kept.changes end,
      result = case when not found.sure then kept.result when ${changed} <> '{}' then 'updated' else 'known' end,
      suppressed = kept.suppressed or ${banned},
      problems = case when not kept.suppressed and ${banned} then kept.problems || array['do_not_contact']
        else kept.problems end
    from (
      select ref, company_id, reasons, sure and sure_ones = 1 as sure
      from (
        select ref, company_id, reasons, sure, count(*) filter (where sure) over (partition by ref) as sure_ones,
          row_number() over (partition by ref order by sure desc, strength desc, company_id) as place
        from (${probable}) as probable
      ) as ranked
      where place = 1
    ) as found join company as known on known.id = found.company_id
    where kept.ctid = found.ref and ${taken}
  `.execute(trx)
}
