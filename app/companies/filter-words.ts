import type { Translate } from '~/texts/text'
import type { CompanyFilter, FilterName } from './company-filter'

/** What the lists and people are called that filters name by their ids. */
export type NamesInFilters = Readonly<Record<string, string>>

type Words = (value: string, t: Translate, names: NamesInFilters) => string

// Values come from the list's shape, so each has its wording; the key of one stands for all in the type.
const known: Words = (value, t) => t(`prospects:filter.values.known.${value as 'yes'}`)
const named: Words = (value, t, names) => names[value] ?? t('prospects:filter.gone')

const valueWords: Partial<Record<FilterName, Words>> = {
  region: (value, t) => t(`prospects:regions.${value as 'uusimaa'}`),
  category: (value, t) => t(`companies:categories.${value as 'ict'}`),
  size: (value, t) =>
    value === 'under_50'
      ? t('prospects:filter.values.size.under_50')
      : t(`companies:sizes.${value as '1-4'}`),
  form: (value, t) => t(`companies:forms.${value as 'oy'}`),
  language: (value, t) => t(`ui:languages.${value as 'fi'}`),
  growth: (value, t) => t(`companies:growths.${value as 'growing'}`),
  funded: (value, t) => t(`prospects:filter.values.funded.${value as 'yes'}`),
  group: (value, t) => t(`prospects:filter.values.group.${value as 'yes'}`),
  list: named,
  phone: known,
  email: known,
  earlier: (value, t) => t(`prospects:filter.values.earlier.${value as 'yes'}`),
  quiet: (value, t) => t(`prospects:filter.values.quiet.${value as '1'}`),
  reached: (value, t) => t(`prospects:filter.values.reached.${value as '1'}`),
  stage: (value, t) => t(`companies:stages.${value as 'identified'}`),
  need: (value, t) => t(`prospects:filter.values.need.${value as 'open'}`),
  fits: (value, t) => t(`prospects:filter.values.fits.${value as '1'}`),
  owner: (value, t, names) =>
    value === 'me' || value === 'none' ? t(`prospects:filter.values.owner.${value}`) : named(value, t, names),
  gone: (value, t) => filterLabel(t, value as FilterName),
  contact: (value, t) => (value === 'allowed' ? t('companies:may_contact') : t('companies:do_not_contact')),
}

export const filterLabel = (t: Translate, name: FilterName) => t(`prospects:filter.names.${name}`)

export function filterValue(t: Translate, name: FilterName, value: string, names: NamesInFilters): string {
  return valueWords[name]?.(value, t, names) ?? value
}

/** One narrowing in words: 'Kunta: Espoo, Vantaa'. */
export function filterPhrase(
  t: Translate,
  name: string,
  values: readonly string[],
  names: NamesInFilters,
): string {
  const of = name as FilterName
  return `${filterLabel(t, of)}: ${values.map((value) => filterValue(t, of, value, names)).join(', ')}`
}

/** A whole filter in words, as a person would write down by what a list was chosen. */
export function filterInWords(
  t: Translate,
  { search, filters }: CompanyFilter,
  names: NamesInFilters,
): string {
  const phrases = Object.entries(filters).map(([name, values]) => filterPhrase(t, name, values, names))
  return [...(search ? [`”${search}”`] : []), ...phrases].join(' · ')
}
