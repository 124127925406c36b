import { z } from 'zod'
import { type ListParams, type ListShape, readListParams } from '~/platform/list-params'
import { companyCategories, growths } from './company'
import { regions } from './region'
import { sizeBands } from './size-band'
import { stages } from './stage'

/** Months without a contact; companies never contacted are quiet for any of them. */
export const quietMonths = ['1', '3', '6', '12', 'ever'] as const

/**
 * What the list of companies can be narrowed by, each a parameter of its address. Industry codes are met by their
 * beginning: 62 is all of 62010 to 62090.
 */
export const companyListShape = {
  sorts: ['name', 'municipality', 'created', 'contacted'],
  filters: {
    municipality: null,
    region: regions,
    category: companyCategories,
    size: [...sizeBands, 'under_50'],
    growth: growths,
    funded: ['yes', 'no'],
    industry: null,
    industry2025: null,
    keyword: null,
    tag: null,
    earlier: ['yes', 'no'],
    quiet: quietMonths,
    stage: stages,
    need: ['open', 'none'],
    fits: ['1', '3', '10'],
    owner: ['me', 'none'],
    contact: ['allowed', 'suppressed'],
  },
} as const satisfies ListShape<string>

export type FilterName = keyof typeof companyListShape.filters
export type CompanySort = (typeof companyListShape.sorts)[number]

/** Which companies, whatever their order and page. */
export type CompanyFilter = Pick<ListParams, 'search' | 'filters'>

/** The filter that `filterAddress` wrote, without what the shape does not know. */
export function readFilter(address: string): CompanyFilter {
  const { search, filters } = readListParams(`http://silta/companies?${address}`, companyListShape)
  return { search, filters }
}

/** A filter as a form carries it; at least something must narrow it. */
export const filterField = () => z.string().max(2000).default('').transform(readFilter)

export const isNarrowed = ({ search, filters }: CompanyFilter) =>
  search !== '' || Object.keys(filters).length > 0
