import { Form } from '@remix-run/react'
import type { ListParams } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'

/** Shows everyone, or only those whom nothing practical stands in the way of. */
export function MatchFilter({ list }: { list: ListParams }) {
  const { t } = useText()
  return (
    <Form
      method="get"
      role="search"
      aria-label={t('matching:people_filter')}
      className="mb-4 flex flex-wrap items-end gap-3"
    >
      <label className="min-w-0 basis-56 text-sm">
        <span className="mb-1 block text-soft">{t('matching:practical_filter')}</span>
        <select name="practical" defaultValue={list.filters.practical ?? ''} className="control">
          <option value="">{t('ui:all')}</option>
          <option value="fits">{t('matching:practical_only')}</option>
        </select>
      </label>
      <Button look="secondary">{t('ui:search')}</Button>
    </Form>
  )
}
