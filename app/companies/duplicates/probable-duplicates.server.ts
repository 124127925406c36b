import { type RawBuilder, sql } from 'kysely'
import type { Db } from '~/platform/db.server'

export type DuplicateReason = 'business_id' | 'same_name' | 'similar_name' | 'place' | 'phone' | 'domain'

/**
 * A company of the register that a row probably is. `strength` orders by evidence; `sure` where nobody need be asked;
 * `ref` is the row's own.
 */
type ProbableDuplicate<Ref = string> = {
  ref: Ref
  companyId: string
  reasons: DuplicateReason[]
  strength: number
  sure: boolean
}

/** Names this much alike are similar: shared groups of three letters among all of both, 0 to 1. */
const SIMILAR = 0.5
/** A number or a domain that more companies share is a chain's, an accountant's or a landlord's. */
const MOST_SHARING = 5
const MOST_IN_BLOCK = 100

/**
 * SQL: for each row of `rows` the companies that it probably is, as `ref, company_id, reasons, strength, sure`. `rows`
 * is a query with the columns ref (unique), company_id (the row's own company or null), business_id, phone (E.164) and
 * the keys name_key, place_key and web_domain as companies have them. It may have 100,000 rows: candidates come from
 * indexes, never from a cross join. Without `alike` names count only when they are the same.
 *
 * Two different business IDs are two companies by the register; they are named only when the name is the same and
 * something else agrees, as after a change of company form. A business ID that went in a merge leads to where it went.
 * Where one of the two has no ID, the same name with the same number or web domain is sure; where the row has none, so
 * is the same name with the same place. A number or domain under another name is never sure: accountants, malls and
 * chains share theirs with many.
 */
export function probableDuplicatesOf(
  rows: RawBuilder<unknown>,
  { alike = true }: { alike?: boolean } = {},
): RawBuilder<unknown> {
  return sql`
    with asked as materialized (${rows}),
    candidate_company as (${worthComparing({ alike })}),
    compared as (${whatAgrees})
    select ref, company_id,
      array_remove(array[
        case when same_id then 'business_id' end,
        case when same_name then 'same_name' when similar_name then 'similar_name' end,
        case when place then 'place' end,
        case when phone then 'phone' end,
        case when domain then 'domain' end
      ], null) as reasons,
      (case when same_id then 100 else 0 end + case when same_name then 40 when similar_name then 20 else 0 end
        + case when place then 10 else 0 end + case when phone then 30 else 0 end
        + case when domain then 20 else 0 end) as strength,
      coalesce(same_id or (
        other_id is null and same_name and (phone or domain or without_id and place)
      ), false) as sure
    from compared
    where same_id or case
      when other_id then same_name and (place or phone or domain)
      else (same_name and (place or place_unknown)) or (similar_name and place) or phone or domain
    end
  `
}

/** SQL: the companies that share a business ID, a name, a number or a domain with what is asked, by index. */
function worthComparing({ alike }: { alike: boolean }) {
  return sql`
      select asked.ref, company.id from asked join company on company.business_id = asked.business_id
      union
      select asked.ref, company_merge.kept_id from asked
      join company_merge on company_merge.removed_business_id = asked.business_id and company_merge.undone_at is null
      union
      select asked.ref, company.id from asked join company on company.name_key = asked.name_key
      union
      select asked.ref, company.id from asked join company on company.phone = asked.phone
      where ${isSharedByFew('phone')}
      union
      select asked.ref, company.id from asked join company on company.web_domain = asked.web_domain
      where ${isSharedByFew('web_domain')}
      ${alike ? similarInPlace() : sql``}`
}

/** SQL: each pair worth comparing with what agrees in it; null where one of the two does not say. */
const whatAgrees = sql`
      select asked.ref, company.id as company_id,
        company.name_key = asked.name_key as same_name,
        similarity(company.name_key, asked.name_key) > ${SIMILAR} as similar_name,
        company.place_key = asked.place_key as place,
        company.place_key is null or asked.place_key is null as place_unknown,
        company.phone = asked.phone as phone,
        company.web_domain = asked.web_domain as domain,
        coalesce(company.business_id = asked.business_id, false) or exists (
          select from company_merge
          where company_merge.removed_business_id = asked.business_id and company_merge.kept_id = company.id
            and company_merge.undone_at is null
        ) as same_id,
        company.business_id <> asked.business_id as other_id,
        asked.business_id is null as without_id
      from candidate_company
      join asked on asked.ref = candidate_company.ref
      join company on company.id = candidate_company.id
      where company.id is distinct from asked.company_id`

function isSharedByFew(column: 'phone' | 'web_domain') {
  return sql`(
    select count(*) from (
      select from company as sharing where sharing.${sql.ref(column)} = asked.${sql.ref(column)} limit ${MOST_SHARING + 1}
    ) as counted
  ) <= ${MOST_SHARING}`
}

/** Names alike in the same place; where both have a business ID, likeness says nothing. */
function similarInPlace() {
  return sql`
    union
    ${alikeInPlace(sql`asked.business_id is null`, sql`true`)}
    union
    ${alikeInPlace(sql`asked.business_id is not null`, sql`company.business_id is null`)}
  `
}

/**
 * Names that begin a word alike in the same place; the index on `company_name_blocks` finds them. A beginning that many
 * companies of the place have in common leads nowhere, which bounds the work for each row.
 */
function alikeInPlace(ofAsked: RawBuilder<unknown>, ofCompany: RawBuilder<unknown>) {
  const inBlock = sql`company_name_blocks(company.name_key, company.place_key) @> array[block] and ${ofCompany}`
  return sql`(
    with beginning as materialized (
      select asked.ref, asked.name_key, block
      from asked cross join lateral unnest(company_name_blocks(asked.name_key, asked.place_key)) as block
      where ${ofAsked}
    ),
    telling as materialized (
      select block from (select distinct block from beginning) as one
      where (
        select count(*) from (select from company where ${inBlock} limit ${MOST_IN_BLOCK + 1}) as counted
      ) <= ${MOST_IN_BLOCK}
    )
    select beginning.ref, company.id
    from beginning join telling using (block)
    join company on ${inBlock} and similarity(company.name_key, beginning.name_key) > ${SIMILAR}
  )`
}

/** A company as somebody writes it, before it is one of the register. */
export type WrittenCompany = {
  ref: string
  companyId?: string | null
  businessId?: string | null
  name: string
  municipality?: string | null
  phone?: string | null
  website?: string | null
  email?: string | null
}

/** The companies that each of the written ones probably is, the best evidence first. Phones are E.164. */
export async function findProbableDuplicates(
  db: Db,
  written: readonly WrittenCompany[],
): Promise<ProbableDuplicate[]> {
  const rows = sql`
    select ref, "companyId" as company_id, "businessId" as business_id, phone, company_name_key(name) as name_key,
      place_key(municipality) as place_key, coalesce(own_domain(website), own_domain(email)) as web_domain
    from jsonb_to_recordset(${JSON.stringify(written)}::text::jsonb) as row (
      ref text, "companyId" uuid, "businessId" text, name text, municipality text, phone text, website text, email text
    )
  `
  const found = await sql<ProbableDuplicate>`
    select ref, company_id as "companyId", reasons, strength, sure from (${probableDuplicatesOf(rows)}) as found
    order by strength desc, company_id
  `.execute(db)
  return found.rows
}
