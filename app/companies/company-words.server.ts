import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { containsPattern } from '~/platform/list-params'
import { readBusinessId } from './business-id'
import { visibleCompanies } from './companies.server'

const MOST_SUGGESTIONS = 8

/** How a company is written where people choose one by typing: 'Kaarna Oy (1234567-1)'. */
export function companyInWords({ name, businessId }: { name: string; businessId: string | null }): string {
  return businessId ? `${name} (${businessId})` : name
}

/** Companies whose name or business ID has the words, the shortest names first. */
export async function suggestCompanies(db: Db, viewer: Viewer, words: string): Promise<string[]> {
  const rows = await visibleCompanies(db, viewer)
    .select(['company.name', 'company.business_id as businessId'])
    .where((where) =>
      where.or([
        where('company.name_lower', 'like', containsPattern(words)),
        where('company.business_id', '=', words.trim()),
      ]),
    )
    .orderBy((eb) => eb.fn('length', ['company.name']))
    .limit(MOST_SUGGESTIONS)
    .execute()
  return rows.map(companyInWords)
}

/** The one company meant by 'Name (business id)', a business ID however written, or an exact name; undefined when none or several. */
export async function findCompanyByWords(db: Db, viewer: Viewer, words: string) {
  const written = /\((\d{7}-\d)\)$/.exec(words.trim())?.[1]
  const businessId = readBusinessId(written ?? words)
  const companies = visibleCompanies(db, viewer).select(['company.id', 'company.name'])
  const found = await (businessId.ok
    ? companies.where('company.business_id', '=', businessId.businessId)
    : companies.where('company.name_lower', '=', words.trim().toLowerCase())
  )
    .limit(2)
    .execute()
  return found.length === 1 ? found[0] : undefined
}
