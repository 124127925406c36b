import type { Translate } from '~/texts/text'
import type { CompanyFilter, FilterName } from './company-filter'

type Values = Partial<Record<FilterName, (value: string, t: Translate) => string>>

// Values come from the list's shape, so each has its wording; the key of one stands for all in the type.
const valueWords: Values = {
  region: (value, t) => t(`prospects:regions.${value as 'uusimaa'}`),
  category: (value, t) => t(`companies:categories.${value as 'ict'}`),
  size: (value, t) =>
    value === 'under_50'
      ? t('prospects:filter.values.size.under_50')
      : t(`companies:sizes.${value as '1-4'}`),
  growth: (value, t) => t(`companies:growths.${value as 'growing'}`),
  funded: (value, t) => t(`prospects:filter.values.funded.${value as 'yes'}`),
  earlier: (value, t) => t(`prospects:filter.values.earlier.${value as 'yes'}`),
  quiet: (value, t) => t(`prospects:filter.values.quiet.${value as '1'}`),
  stage: (value, t) => t(`companies:stages.${value as 'identified'}`),
  need: (value, t) => t(`prospects:filter.values.need.${value as 'open'}`),
  fits: (value, t) => t(`prospects:filter.values.fits.${value as '1'}`),
  owner: (value, t) => t(`prospects:filter.values.owner.${value as 'me'}`),
  contact: (value, t) => (value === 'allowed' ? t('companies:may_contact') : t('companies:do_not_contact')),
}

export const filterLabel = (t: Translate, name: FilterName) => t(`prospects:filter.names.${name}`)

export const filterValue = (t: Translate, name: FilterName, value: string) =>
  valueWords[name]?.(value, t) ?? value

/** One narrowing in words: 'Kunta: Espoo'. */
export const filterPhrase = (t: Translate, name: string, value: string) =>
  `${filterLabel(t, name as FilterName)}: ${filterValue(t, name as FilterName, value)}`

/** A whole filter in words, as a person would write down by what a list was chosen. */
export function filterInWords(t: Translate, { search, filters }: CompanyFilter): string {
  const phrases = Object.entries(filters).map(([name, value]) => filterPhrase(t, name, value))
  return [...(search ? [`”${search}”`] : []), ...phrases].join(' · ')
}
