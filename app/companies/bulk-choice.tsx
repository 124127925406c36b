import { Form as ChoiceForm } from '@remix-run/react'
import { type ChangeEvent, type FormEvent, type ReactNode, useState } from 'react'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Card, Notice, Page } from '~/ui/page'
import { BULK_LIMIT } from './bulk-change'
import type { LoadedChoice } from './bulk-page.server'

/**
 * The form around the table: rows are chosen by their boxes, or all that match, and a button leads to the page
 * where the act itself is decided.
 */
export function BulkChoice({
  filter,
  total,
  children,
}: {
  /** The filter as an address writes it. */
  filter: string
  total: number
  children: ReactNode
}) {
  const { t } = useText()
  const [refused, setRefused] = useState(false)
  const refuseNobody = (event: FormEvent<HTMLFormElement>) => {
    const choice = new FormData(event.currentTarget)
    const nobody = choice.get('scope') !== 'all' && !choice.has('companyIds')
    setRefused(nobody)
    if (nobody) event.preventDefault()
  }
  const all = t(total > BULK_LIMIT ? 'prospects:bulk.all_capped' : 'prospects:bulk.all', {
    count: Math.min(total, BULK_LIMIT),
  })
  return (
    <ChoiceForm method="get" aria-label={t('prospects:bulk.title')} onSubmit={refuseNobody}>
      <input type="hidden" name="filter" value={filter} />
      {children}
      <Card className="mt-4 flex flex-wrap items-end gap-x-6 gap-y-3">
        <label className="inline-flex min-h-11 items-center gap-3">
          <input type="checkbox" className="size-5 accent-bridge" onChange={chooseAll} />
          {t('prospects:bulk.choose_page')}
        </label>
        <label className="text-sm">
          <span className="mb-1 block text-soft">{t('prospects:bulk.scope')}</span>
          <select name="scope" className="control">
            <option value="chosen">{t('prospects:bulk.chosen')}</option>
            <option value="all">{all}</option>
          </select>
        </label>
        <Button look="secondary" formAction="/companies/bulk/list">
          {t('prospects:bulk.list')}
        </Button>
        <Button look="secondary" formAction="/companies/bulk/owner">
          {t('prospects:bulk.owner')}
        </Button>
        <Button look="secondary" formAction="/companies/bulk/tag">
          {t('prospects:bulk.tag')}
        </Button>
        {refused && (
          <p role="alert" className="basis-full font-medium text-bad">
            {t('prospects:bulk.nothing_chosen')}
          </p>
        )}
      </Card>
    </ChoiceForm>
  )
}

function chooseAll(event: ChangeEvent<HTMLInputElement>) {
  const { checked, form } = event.currentTarget
  for (const box of form?.querySelectorAll<HTMLInputElement>('input[name="companyIds"]') ?? [])
    box.checked = checked
}

/** The page of an act: what it is for, carried along unseen and said in numbers, and what it asks. */
export function BulkPage({
  title,
  choice: { chosen, counted },
  defaultValue,
  children,
}: {
  title: string
  choice: LoadedChoice
  defaultValue?: Record<string, string>
  children: ReactNode
}) {
  const { t, format } = useText()
  return (
    <Page title={title} up={{ to: `/companies?${chosen.filter}`, label: t('companies:title') }} narrow>
      {counted.count === 0 ? (
        <Notice tone="warn">{t('prospects:bulk.nothing_chosen')}</Notice>
      ) : (
        <Form defaultValue={defaultValue}>
          <p>{t('prospects:bulk.about', { count: counted.count })}</p>
          {counted.capped && <p>{t('prospects:bulk.more_matched', { limit: format.number(BULK_LIMIT) })}</p>}
          <HiddenField name="scope" value={chosen.scope} />
          <HiddenField name="filter" value={chosen.filter} />
          {chosen.companyIds.map((id) => (
            <input key={id} type="hidden" name="companyIds" value={id} />
          ))}
          {children}
          <Submit>{title}</Submit>
        </Form>
      )}
    </Page>
  )
}
