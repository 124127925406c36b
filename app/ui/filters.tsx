import { Form, Link, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ListParams } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { Button } from './button'
import type { Option } from './form-fields'

/** `none` is what the list shows without this filter, where that is not everything. */
type Filter = { name: string; label: string; options: readonly Option[]; none?: string }

/** Search words and filters of a list, as a plain GET form: the result is an address. */
export function Filters({
  list,
  searchLabel,
  filters = [],
  children,
}: {
  list: ListParams
  searchLabel: string
  filters?: Filter[]
  children?: ReactNode
}) {
  const { t } = useText()
  const [params] = useSearchParams()
  const filtered = list.search !== '' || Object.keys(list.filters).length > 0
  return (
    <Form
      method="get"
      role="search"
      aria-label={searchLabel}
      className="mb-4 flex flex-wrap items-end gap-3"
      key={params.toString()}
    >
      {params.get('sort') && <input type="hidden" name="sort" value={params.get('sort') ?? ''} />}
      {params.get('dir') && <input type="hidden" name="dir" value={params.get('dir') ?? ''} />}
      <label className="min-w-0 grow basis-56 text-sm">
        <span className="mb-1 block text-soft">{searchLabel}</span>
        <input type="search" name="q" defaultValue={list.search} className="control" />
      </label>
      {filters.map(({ name, label, options, none }) => (
        <label key={name} className="min-w-0 basis-40 text-sm">
          <span className="mb-1 block text-soft">{label}</span>
          <select name={name} defaultValue={list.filters[name] ?? ''} className="control">
            <option value="">{none ?? t('ui:all')}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      {children}
      <Button look="secondary">{t('ui:search')}</Button>
      {filtered && (
        <Link to="?" className="link inline-flex min-h-11 items-center">
          {t('ui:clear')}
        </Link>
      )}
    </Form>
  )
}
