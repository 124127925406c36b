import { Form, Link, useSearchParams } from '@remix-run/react'
import { type ListParams, withParams } from '~/platform/list-params'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { companyListShape, type FilterName } from './company-filter'
import { filterLabel, filterPhrase, filterValue } from './filter-words'

/** Those that most narrow by, in sight; the others open below. */
const first: FilterName[] = ['municipality', 'category', 'size']
const others: { title: TextKey; names: FilterName[] }[] = [
  { title: 'prospects:filter.what', names: ['region', 'industry', 'industry2025', 'growth', 'funded'] },
  { title: 'prospects:filter.worth', names: ['keyword', 'tag', 'fits', 'need'] },
  { title: 'prospects:filter.between_us', names: ['quiet', 'earlier', 'stage', 'owner', 'contact'] },
]

/** What there is to choose from where that is not always the same. */
type KnownValues = Partial<Record<FilterName, string[]>>

/** Search words and filters of the list of companies, as a plain GET form: the result is an address. */
export function CompanyFilterPanel({ list, known }: { list: ListParams; known: KnownValues }) {
  const { t } = useText()
  const [params] = useSearchParams()
  const open = others.some(({ names }) => names.some((name) => list.filters[name]))
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
        {first.map((name) => (
          <FilterField key={name} name={name} list={list} known={known} />
        ))}
        <Button look="secondary">{t('ui:search')}</Button>
      </div>
      <details open={open} className="rounded-lg border border-line bg-card px-4">
        <summary className="min-h-11 cursor-pointer py-2.5 font-medium">{t('prospects:filter.more')}</summary>
        <div className="space-y-4 pb-4">
          {others.map(({ title, names }) => (
            <fieldset key={title}>
              <legend className="mb-1 text-sm font-semibold">{t(title)}</legend>
              <div className="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] items-end gap-3">
                {names.map((name) => (
                  <FilterField key={name} name={name} list={list} known={known} />
                ))}
              </div>
            </fieldset>
          ))}
          <Button look="secondary">{t('ui:filter')}</Button>
        </div>
      </details>
      <ActiveFilters list={list} />
    </Form>
  )
}

function FilterField({ name, list, known }: { name: FilterName; list: ListParams; known: KnownValues }) {
  const { t } = useText()
  const id = `filter-${name}`
  const values = known[name] ?? companyListShape.filters[name]
  return (
    <div className="min-w-0 basis-40 text-sm">
      <label htmlFor={id} className="mb-1 block text-soft">
        {filterLabel(t, name)}
      </label>
      {values === null ? (
        <input
          id={id}
          name={name}
          defaultValue={list.filters[name] ?? ''}
          maxLength={60}
          className="control"
        />
      ) : (
        <select id={id} name={name} defaultValue={list.filters[name] ?? ''} className="control">
          <option value="">{t('ui:all')}</option>
          {values.map((value) => (
            <option key={value} value={value}>
              {filterValue(t, name, value)}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

/** What narrows the list now; each goes away by its own link. */
function ActiveFilters({ list }: { list: ListParams }) {
  const { t } = useText()
  const [params] = useSearchParams()
  const active = Object.entries(list.filters)
  if (active.length === 0 && !list.search) return null
  const chip =
    'inline-flex min-h-8 items-center gap-1 rounded-full border border-control bg-bridge-pale px-3 text-sm text-ink no-underline'
  const without = (name: string) => withParams(params.toString(), { [name]: null })
  return (
    <ul className="flex flex-wrap items-center gap-2" aria-label={t('prospects:filter.active')}>
      {list.search && (
        <li>
          <Link to={without('q')} className={chip} title={t('prospects:filter.take_away')}>
            {list.search} <span aria-hidden="true">✕</span>
          </Link>
        </li>
      )}
      {active.map(([name, value]) => (
        <li key={name}>
          <Link to={without(name)} className={chip} title={t('prospects:filter.take_away')}>
            {filterPhrase(t, name, value)} <span aria-hidden="true">✕</span>
          </Link>
        </li>
      ))}
      <li>
        <Link to="?" className="link inline-flex min-h-8 items-center">
          {t('ui:clear')}
        </Link>
      </li>
    </ul>
  )
}
