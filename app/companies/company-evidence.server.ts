import { type RawBuilder, sql } from 'kysely'
import { keywordsMet, type Likeness, searchTerms } from './company-filter.server'

/** Where search words were met: the field, and the words with what stands around them. */
export type Evidence = { field: EvidenceField; before: string; words: string; after: string }

const evidenceFields = [
  'industry',
  'description',
  'web_text',
  'funded',
  'growth_source',
  'website',
  'industry_code',
  'municipality',
] as const
type EvidenceField = (typeof evidenceFields)[number] | 'name' | 'keyword'

/** Letters shown on both sides of the words. */
const around = 40
/** Nearly met words are looked for no further into a text. */
const readForNearWords = 4000

/** SQL over `company`: the first two places outside of the name in which the search is met. */
export function evidenceOf(search: string, likeness: Likeness): RawBuilder<Evidence[] | null> {
  return likeness === 'exact' ? exactEvidence(search) : nearEvidence(search)
}

const fieldValues = sql.join(
  evidenceFields.map((field) => sql`(${sql.lit(field)}, ${sql.ref(`company.${field}`)})`),
)

const listedKeywords = sql`(
  select unnest(listed.matched_keywords) as keyword from source_list_company as listed
  where listed.company_id = company.id
) as listed`

function exactEvidence(search: string): RawBuilder<Evidence[] | null> {
  const terms = searchTerms(search).flat()
  return sql`(
    select jsonb_agg(found) from (
      select
        field,
        substr(value, greatest(1, at - ${around}), least(at - 1, ${around})) as before,
        substr(value, at, length(term)) as words,
        substr(value, at + length(term), ${around}) as after
      from (values ${fieldValues}) as field (field, value),
        unnest(${terms}::text[]) as term,
        lateral (select position(term in lower(value)) as at) as place
      where at > 0
      union all
      select distinct 'keyword', '', keyword, '' from ${listedKeywords}
      where keyword = any(${keywordsMet(searchTerms(search), 'exact')})
      limit 2
    ) as found
  )`
}

function nearEvidence(search: string): RawBuilder<Evidence[] | null> {
  return sql`(
    select jsonb_agg(found) from (
      select field, '' as before, words, '' as after
      from (
          values ('name', company.name), ${fieldValues}
          union all select 'keyword', keyword from ${listedKeywords}
        ) as field (field, value),
        regexp_split_to_table(left(value, ${readForNearWords}), '[^[:alnum:]]+') as words,
        unnest(string_to_array(${search.toLowerCase()}, ' ')) as term
      order by similarity(lower(words), term) desc
      limit 1
    ) as found
  )`
}
