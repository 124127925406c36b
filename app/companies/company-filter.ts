import { z } from 'zod'
import { type ListParams, type ListShape, readListOfSeveral } from '~/platform/list-params'
import { companyCategories, contactLanguages, growths } from './company'
import { legalForms } from './legal-form'
import { regions } from './region'
import { sizeBands } from './size-band'
import { stages } from './stage'

/** Months without a contact by anybody; companies never contacted are quiet for any of them. */
const quietMonths = ['1', '3', '6', '12', '24', 'ever'] as const
/** Months within which somebody was in touch. */
const reachedMonths = ['1', '3', '6', '12'] as const

const yesNo = ['yes', 'no'] as const
const id = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'

const narrowedBy = {
  municipality: null,
  region: regions,
  postcode: null,
  category: companyCategories,
  size: [...sizeBands, 'under_50'],
  form: legalForms,
  language: contactLanguages,
  growth: growths,
  funded: yesNo,
  group: yesNo,
  industry: null,
  industry2025: null,
  keyword: null,
  tag: null,
  list: new RegExp(`^${id}$`),
  phone: yesNo,
  email: yesNo,
  earlier: yesNo,
  quiet: quietMonths,
  reached: reachedMonths,
  stage: stages,
  need: ['open', 'none'],
  fits: ['1', '3', '10'],
  owner: new RegExp(`^(me|none|${id})$`),
  contact: ['allowed', 'suppressed'],
} as const satisfies ListShape<string>['filters']

/**
 * What the list of companies can be narrowed by, each a parameter of its address that may be given several times: any
 * of the values is enough. Industry codes and postcodes are met by their beginning: 62 is all of 62010 to 62090.
 * `gone` names the filters of which no value given is known, in an old address or one cut short: no company meets them.
 */
export const companyListShape = {
  sorts: ['name', 'municipality', 'created', 'contacted'],
  filters: { ...narrowedBy, gone: Object.keys(narrowedBy) },
} as const satisfies ListShape<string>

export type FilterName = keyof typeof companyListShape.filters
type CompanySort = (typeof companyListShape.sorts)[number]

/** Filters in which beginnings or words are written, several with commas between them. */
export const writtenFilters: readonly FilterName[] = ['postcode', 'industry', 'industry2025', 'keyword']

/** Which companies, whatever their order and page. */
export type CompanyFilter = Pick<CompanyList, 'search' | 'filters'>

/** The list of companies as its address says. */
export type CompanyList = ListParams<CompanySort, string[]>

export function readCompanyList(url: string): CompanyList {
  const list = readListOfSeveral(url, companyListShape)
  const filters = Object.entries(list.filters).flatMap(([name, values]): [string, string[]][] => {
    const several = isWritten(name) ? apartByCommas(values) : values
    return several.length > 0 ? [[name, several]] : []
  })
  const gone = [...new Set([...(list.filters.gone ?? []), ...unknownIn(url, list)])]
  return { ...list, filters: Object.fromEntries([...filters, ...(gone.length > 0 ? [['gone', gone]] : [])]) }
}

/** The filters that an address gives and of whose values none is known. */
function unknownIn(url: string, { filters }: CompanyList): string[] {
  const params = new URL(url).searchParams
  return Object.keys(narrowedBy).filter(
    (name) => !filters[name] && params.getAll(name).some((value) => value.trim() !== ''),
  )
}

const isWritten = (name: string) => writtenFilters.some((written) => written === name)

const apartByCommas = (values: string[]) => [
  ...new Set(values.flatMap((value) => value.split(',').map((part) => part.trim())).filter(Boolean)),
]

/** The filter that `filterAddress` wrote; what the shape does not know is gone. */
export function readFilter(address: string): CompanyFilter {
  const { search, filters } = readCompanyList(`http://silta/companies?${address}`)
  return { search, filters }
}

/** A filter as a form carries it; at least something must narrow it. */
export const filterField = () => z.string().max(6000).default('').transform(readFilter)

/** Whether something narrows, and nothing of it is gone. */
export const isNarrowed = ({ search, filters }: CompanyFilter) =>
  !filters.gone && (search !== '' || Object.keys(filters).length > 0)
