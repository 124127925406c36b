import { sql } from 'kysely'
import { enqueue, SWEEPS } from '~/jobs/queue.server'
import { db, type Trx } from '~/platform/db.server'
import { probableDuplicatesOf } from './probable-duplicates.server'

/** Compared in one transaction, so that nobody who changes one of them waits long. */
const AT_A_TIME = 500
/** A company like more others than this is like all of its kind. */
const MOST_PAIRS_OF_ONE = 10

/** Asks that added or changed companies be compared with the others, soon and in the background. */
export async function lookForDuplicatesLater(trx: Trx, companyIds: readonly string[]): Promise<void> {
  if (companyIds.length === 0) return
  await sql`
    insert into duplicate_check (company_id) select distinct unnest(${companyIds}::uuid[])
    on conflict (company_id) do nothing
  `.execute(trx)
  await enqueue(trx, 'find_duplicates', {}, { key: 'all', oneAtATime: SWEEPS })
}

/** Compares every company that waits for it, a portion at a time; cut off, it goes on where it was. */
export async function findDuplicates(): Promise<void> {
  let compared: number
  do {
    compared = await db.transaction().execute(compareNext)
  } while (compared > 0)
}

async function compareNext(trx: Trx): Promise<number> {
  const { rows } = await sql<{ companyId: string }>`
    delete from duplicate_check
    where company_id in (
      select company_id from duplicate_check order by asked_at, company_id limit ${AT_A_TIME} for update skip locked
    )
    returning company_id as "companyId"
  `.execute(trx)
  if (rows.length > 0)
    await keepPairs(
      trx,
      rows.map(({ companyId }) => companyId),
    )
  return rows.length
}

/** Writes the pairs that these companies make now, and takes away undecided ones that they no longer make. */
async function keepPairs(trx: Trx, companyIds: string[]): Promise<void> {
  const changed = sql`
    select id as ref, id as company_id, business_id, phone, name_key, place_key, web_domain
    from company where id = any(${companyIds}::uuid[])
  `
  await sql`
    with found as (
      select distinct on (first_id, second_id) first_id, second_id, reasons, strength
      from (
        select least(ref, company_id) as first_id, greatest(ref, company_id) as second_id, reasons, strength,
          row_number() over (partition by ref order by strength desc, company_id) as rank
        from (${probableDuplicatesOf(changed)}) as probable
      ) as ranked
      where rank <= ${MOST_PAIRS_OF_ONE}
      order by first_id, second_id
    ),
    gone as (
      delete from duplicate_pair
      where dismissed_at is null
        and (first_id = any(${companyIds}::uuid[]) or second_id = any(${companyIds}::uuid[]))
        and not exists (
          select from found
          where found.first_id = duplicate_pair.first_id and found.second_id = duplicate_pair.second_id
        )
    )
    insert into duplicate_pair (first_id, second_id, reasons, strength)
    select first_id, second_id, reasons, strength from found
    on conflict (first_id, second_id) do update set reasons = excluded.reasons, strength = excluded.strength
    where duplicate_pair.dismissed_at is null and duplicate_pair.reasons <> excluded.reasons
  `.execute(trx)
}
