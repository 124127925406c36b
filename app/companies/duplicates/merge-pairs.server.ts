import { sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import { logged, type Merge } from './merged-rows.server'

/** The suspicions about the company that goes end with it; what was found to be another company stays another. */
export async function keepPairsOfMerged(trx: Trx, merge: Merge): Promise<void> {
  const ofRemoved = sql`${merge.removedId}::uuid in (duplicate_pair.first_id, duplicate_pair.second_id)`
  await logged(
    trx,
    merge,
    'duplicate_pair',
    'removed',
    sql`
      delete from duplicate_pair where first_id = ${merge.removedId} or second_id = ${merge.removedId}
      returning jsonb_build_object('first_id', first_id, 'second_id', second_id) as key,
        to_jsonb(duplicate_pair) as before, '{}'::jsonb as after
    `,
  )
  await sql`
    insert into duplicate_pair (first_id, second_id, reasons, strength, found_at, dismissed_at, dismissed_by)
    select least(other.id, ${merge.keptId}::uuid), greatest(other.id, ${merge.keptId}::uuid), duplicate_pair.reasons,
      duplicate_pair.strength, duplicate_pair.found_at, duplicate_pair.dismissed_at, duplicate_pair.dismissed_by
    from company_merge_row
    cross join lateral jsonb_populate_record(null::duplicate_pair, company_merge_row.before) as duplicate_pair
    join company as other
      on other.id in (duplicate_pair.first_id, duplicate_pair.second_id) and other.id not in (${merge.keptId}, ${merge.removedId})
    where company_merge_row.merge_id = ${merge.id} and company_merge_row.table_name = 'duplicate_pair'
      and duplicate_pair.dismissed_at is not null and ${ofRemoved}
    on conflict (first_id, second_id) do nothing
  `.execute(trx)
}

/** Brings the suspicions back about companies that still exist, with what had been decided. */
export async function restorePairs(trx: Trx, mergeId: string): Promise<void> {
  await sql`
    insert into duplicate_pair (first_id, second_id, reasons, strength, found_at, dismissed_at, dismissed_by)
    select pair.first_id, pair.second_id, pair.reasons, pair.strength, pair.found_at, pair.dismissed_at, pair.dismissed_by
    from company_merge_row
    cross join lateral jsonb_populate_record(null::duplicate_pair, company_merge_row.before) as pair
    join company as first on first.id = pair.first_id
    join company as second on second.id = pair.second_id
    where company_merge_row.merge_id = ${mergeId} and company_merge_row.table_name = 'duplicate_pair'
    on conflict (first_id, second_id) do nothing
  `.execute(trx)
}
