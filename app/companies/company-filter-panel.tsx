import { Form, Link, useSearchParams } from '@remix-run/react'
import { filterAddress, withParams } from '~/platform/list-params'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import type { CompanyFilter, CompanyList, FilterName } from './company-filter'
import { FilterField, type KnownChoices } from './filter-fields'
import { filterPhrase, type NamesInFilters } from './filter-words'

/** Those that most narrow by, in sight; the others open below. */
const first: FilterName[] = ['municipality', 'category', 'size']
const others: { title: TextKey; names: FilterName[] }[] = [
  {
    title: 'prospects:filter.what',
    names: [
      'region',
      'postcode',
      'industry',
      'industry2025',
      'form',
      'language',
      'growth',
      'funded',
      'group',
    ],
  },
  { title: 'prospects:filter.worth', names: ['list', 'keyword', 'tag', 'fits', 'need'] },
  {
    title: 'prospects:filter.between_us',
    names: ['reached', 'quiet', 'earlier', 'stage', 'owner', 'contact', 'phone', 'email'],
  },
]

type PanelProps = { list: CompanyList; known: KnownChoices; names: NamesInFilters }

/** Search words and filters of the list of companies, as a plain GET form: the result is an address. */
export function CompanyFilterPanel({ list, known, names }: PanelProps) {
  const { t } = useText()
  const [params] = useSearchParams()
  const inUse = others.flatMap(({ names }) => names).filter((name) => list.filters[name]).length
  const fieldOf = (name: FilterName) => (
    <FilterField key={name} name={name} filter={list} known={known} names={names} />
  )
  return (
    <Form
      method="get"
      role="search"
      aria-label={t('prospects:filter.title')}
      className="mb-4 space-y-3"
      key={params.toString()}
    >
      {['sort', 'dir'].map(
        (name) =>
          params.get(name) && <input key={name} type="hidden" name={name} value={params.get(name) ?? ''} />,
      )}
      <div className="flex flex-wrap items-end gap-3">
        <label className="min-w-0 grow basis-56 text-sm">
          <span className="mb-1 block text-soft">{t('prospects:filter.search')}</span>
          <input type="search" name="q" defaultValue={list.search} className="control" />
        </label>
        {first.map(fieldOf)}
        <Button look="secondary">{t('ui:search')}</Button>
      </div>
      <ActiveFilters list={list} names={names} />
      <details className="rounded-lg border border-line bg-card px-4">
        <summary className="min-h-11 cursor-pointer py-2.5 font-medium">
          {t('prospects:filter.more')}
          {inUse > 0 && ` (${t('prospects:filter.in_use', { count: inUse })})`}
        </summary>
        <div className="space-y-4 pb-4">
          {others.map(({ title, names }) => (
            <fieldset key={title}>
              <legend className="mb-1 text-sm font-semibold">{t(title)}</legend>
              <div className="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] items-end gap-3">
                {names.map(fieldOf)}
              </div>
            </fieldset>
          ))}
          <Button look="secondary">{t('ui:filter')}</Button>
        </div>
      </details>
    </Form>
  )
}

/** What narrows the list now; each value goes away by its own link. */
function ActiveFilters({ list, names }: Omit<PanelProps, 'known'>) {
  const { t } = useText()
  const active = Object.entries(list.filters).flatMap(([name, values]) =>
    values.map((value) => ({ name, value })),
  )
  if (active.length === 0 && !list.search) return null
  const to = (filter: CompanyFilter) =>
    withParams(filterAddress(filter), { sort: list.sort, dir: list.direction })
  const without = (name: string, value: string) => {
    const filters = { ...list.filters, [name]: (list.filters[name] ?? []).filter((one) => one !== value) }
    return to({ ...list, filters })
  }
  return (
    <ul className="flex flex-wrap items-center gap-2" aria-label={t('prospects:filter.active')}>
      {list.search && <ActiveFilter to={to({ ...list, search: '' })} words={list.search} />}
      {active.map(({ name, value }) => (
        <ActiveFilter
          key={`${name} ${value}`}
          to={without(name, value)}
          words={filterPhrase(t, name, [value], names)}
        />
      ))}
      <li>
        <Link to="?" className="link inline-flex min-h-8 items-center">
          {t('ui:clear')}
        </Link>
      </li>
    </ul>
  )
}

function ActiveFilter({ to, words }: { to: string; words: string }) {
  const { t } = useText()
  return (
    <li>
      <Link
        to={to}
        className="inline-flex min-h-8 items-center gap-1 rounded-full border border-control bg-bridge-pale px-3 text-sm text-ink no-underline"
        title={t('prospects:filter.take_away')}
      >
        {words} <span aria-hidden="true">✕</span>
      </Link>
    </li>
  )
}
