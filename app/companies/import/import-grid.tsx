import { Link, useLocation, useSubmit } from '@remix-run/react'
import { type FocusEvent, type FormEvent, type KeyboardEvent, useState } from 'react'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { Button } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import type { ColumnMapping, CompanyField } from './company-field'
import type { ImportRow } from './import-rows.server'
import { RowOutcome, RowResultBadge } from './row-outcome'
import { SimilarCompany } from './similar-company'

/** Fields seen in the grid when the file has them; the others stand on the page of the row. */
const shownFields: readonly CompanyField[] = ['business_id', 'name', 'municipality', 'phone', 'email']
/** Without business IDs, those by which a company is known. */
const shownWithoutId: readonly CompanyField[] = ['name', 'municipality', 'website', 'phone', 'email']

type Given = {
  importId: string
  page: Page<ImportRow>
  list: ListParams
  mapping: ColumnMapping
  /** Before the commit, for those who may. */
  correctable: boolean
}

/**
 * The rows of the file with what each comes to. While the import waits for its commit the cells can be corrected:
 * each row is a form of its own, sent when a changed cell is left; without script by the row's button.
 */
export function ImportGrid({ importId, page, list, mapping, correctable }: Given) {
  const { t, format } = useText()
  const submit = useSubmit()
  const { search } = useLocation()
  const [sent, setSent] = useState<number | null>(null)
  const checked = page.rows.find(({ line }) => line === sent)
  const formOf = (line: number) => `row-${line}`
  const addressOf = (line: number) => `/companies/imports/${importId}/rows/${line}`

  function send(form: HTMLFormElement | null) {
    if (!form) return
    const options = { navigate: false, fetcherKey: form.id, preventScrollReset: true } as const
    submit(form, options)
    setSent(Number(form.dataset.line))
    for (const cell of form.elements) if (cell instanceof HTMLInputElement) cell.defaultValue = cell.value
  }

  const changed = (cell: HTMLInputElement) => cell.value !== cell.defaultValue
  const cellEvents = {
    onBlur: ({ currentTarget: cell }: FocusEvent<HTMLInputElement>) => {
      if (changed(cell)) send(cell.form)
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      const cell = event.currentTarget
      if (event.key === 'Escape') cell.value = cell.defaultValue
      const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (!step) return
      event.preventDefault()
      if (event.key === 'Enter' && changed(cell)) send(cell.form)
      cellBeside(cell, step)?.focus()
    },
  }

  const shown = mapping.business_id === undefined ? shownWithoutId : shownFields
  const fields = shown.filter((field) => mapping[field] !== undefined)
  const columns: Column<ImportRow>[] = [
    {
      id: 'line',
      header: t('imports:line'),
      sort: 'line',
      align: 'right',
      cell: ({ line }) =>
        correctable ? (
          <Link className="link" to={addressOf(line)}>
            {format.number(line)}
          </Link>
        ) : (
          format.number(line)
        ),
    },
    {
      id: 'result',
      header: t('imports:result'),
      cell: (row) => (
        <div className="min-w-40 space-y-1 text-sm">
          <RowResultBadge result={row.result} />
          <RowOutcome row={row} />
          <SimilarCompany
            row={row}
            decideAt={correctable ? `${addressOf(row.line)}/decision` : undefined}
            compareAt={correctable ? addressOf(row.line) : undefined}
            back={search}
          />
        </div>
      ),
    },
    ...fields.map((field): Column<ImportRow> => {
      const column = mapping[field] ?? -1
      const header = t(`companies:fields.${field}`)
      return {
        id: field,
        header,
        cell: (row) => {
          const value = row.cells[column] ?? ''
          if (correctable) {
            return (
              <input
                form={formOf(row.line)}
                name={`cell-${column}`}
                data-column={column}
                defaultValue={value}
                aria-label={t('imports:cell', { field: header, line: row.line })}
                className="control min-w-28 px-2 py-1"
                {...cellEvents}
              />
            )
          }
          if (field !== 'name' || !row.companyId) return value
          return (
            <Link className="link" to={`/companies/${row.companyId}`}>
              {value}
            </Link>
          )
        },
      }
    }),
    ...(correctable
      ? [
          {
            id: 'save',
            header: t('imports:save_row'),
            cell: ({ line }: ImportRow) => (
              <form
                id={formOf(line)}
                data-line={line}
                method="post"
                className="relative"
                action={addressOf(line)}
                onSubmit={(event: FormEvent<HTMLFormElement>) => {
                  event.preventDefault()
                  send(event.currentTarget)
                }}
              >
                <input type="hidden" name="back" value={search} readOnly />
                <Button look="quiet">
                  {t('imports:save_row')}
                  <span className="sr-only"> {t('imports:row_title', { line })}</span>
                </Button>
              </form>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      {correctable && <p className="mb-2 text-sm text-soft">{t('imports:grid_hint')}</p>}
      <p role="status" className="sr-only">
        {checked &&
          `${t('imports:saved_row', { line: checked.line })}: ${t(`imports:results.${checked.result}`)}`}
      </p>
      <DataTable
        caption={t('imports:preview')}
        columns={columns}
        rows={page.rows}
        list={list}
        total={page.total}
        capped={page.capped}
      />
    </>
  )
}

/** The cell of the same column so many rows below, or above. */
function cellBeside(cell: HTMLInputElement, step: number): HTMLInputElement | undefined {
  const sameColumn = [
    ...document.querySelectorAll<HTMLInputElement>(`input[data-column="${cell.dataset.column}"]`),
  ]
  return sameColumn[sameColumn.indexOf(cell) + step]
}
