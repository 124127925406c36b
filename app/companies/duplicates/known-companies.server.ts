import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { visibleCompanies } from '../companies.server'
import type { KnownCompany } from './known-companies'
import { findProbableDuplicates } from './probable-duplicates.server'

const MOST_SHOWN = 5
/** Shorter names are the beginning of too many. */
const SHORTEST_NAME = 3
const SIMILAR_ANYWHERE = 0.5

type Written = {
  name: string
  businessId?: string | null
  municipality?: string | null
  phone?: string | null
  website?: string | null
  email?: string | null
}

/** The companies of the register that a new one probably is, the best evidence first. */
export async function findKnownCompanies(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  written: Written,
): Promise<KnownCompany[]> {
  const probable = (await findProbableDuplicates(db, [{ ref: 'new', ...written }])).slice(0, MOST_SHOWN)
  if (probable.length === 0) return []
  const companies = await knownRows(db, viewer)
    .where(
      'company.id',
      'in',
      probable.map(({ companyId }) => companyId),
    )
    .execute()
  return probable.flatMap(({ companyId, reasons }) => {
    const company = companies.find(({ id }) => id === companyId)
    return company ? [{ ...company, reasons }] : []
  })
}

/** The same while somebody types, with names much alike in any place after those. */
export async function suggestKnownCompanies(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  written: Written,
): Promise<KnownCompany[]> {
  const name = written.name.toLowerCase()
  const [known, alike] = await Promise.all([
    findKnownCompanies(db, viewer, written),
    name.length < SHORTEST_NAME
      ? []
      : knownRows(db, viewer)
          .where(sql<boolean>`company.name_lower % ${name}`)
          .where(sql<boolean>`similarity(company.name_lower, ${name}) > ${SIMILAR_ANYWHERE}`)
          .orderBy(sql`similarity(company.name_lower, ${name})`, 'desc')
          .limit(MOST_SHOWN)
          .execute(),
  ])
  const more = alike
    .filter(({ id }) => !known.some((company) => company.id === id))
    .map((company) => ({ ...company, reasons: ['similar_name' as const] }))
  return [...known, ...more].slice(0, MOST_SHOWN)
}

function knownRows(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleCompanies(db, viewer).select([
    'company.id',
    'company.name',
    'company.business_id as businessId',
    'company.municipality',
  ])
}
