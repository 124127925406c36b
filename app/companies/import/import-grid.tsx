import { Link, useLocation, useSubmit } from '@remix-run/react'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
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
export function ImportGrid(given: Given) {
  const { t } = useText()
  const { page, list, correctable } = given
  const { sentLine, send } = useRowSending()
  const columns = useGridColumns(given, send)
  const checked = page.rows.find(({ line }) => line === sentLine)
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

type Send = (form: HTMLFormElement | null) => void

/** Sends one row without leaving the page; `sentLine` is the line that was sent last. */
function useRowSending(): { sentLine: number | null; send: Send } {
  const submit = useSubmit()
  const [sentLine, setSentLine] = useState<number | null>(null)
  function send(form: HTMLFormElement | null) {
    if (!form) return
    const options = { navigate: false, fetcherKey: form.id, preventScrollReset: true } as const
    submit(form, options)
    setSentLine(Number(form.dataset.line))
    for (const cell of form.elements) if (cell instanceof HTMLInputElement) cell.defaultValue = cell.value
  }
  return { sentLine, send }
}

const formOf = (line: number) => `row-${line}`

function useGridColumns({ importId, mapping, correctable }: Given, send: Send): Column<ImportRow>[] {
  const { t, format } = useText()
  const { search } = useLocation()
  const addressOf = (line: number) => `/companies/imports/${importId}/rows/${line}`
  const shown = mapping.business_id === undefined ? shownWithoutId : shownFields
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
  ]
  for (const field of shown) {
    const column = mapping[field]
    if (column === undefined) continue
    const header = t(`companies:fields.${field}`)
    const cell = (row: ImportRow) =>
      correctable ? (
        <CellInput row={row} column={column} header={header} send={send} />
      ) : (
        <CellText row={row} column={column} field={field} />
      )
    columns.push({ id: field, header, cell })
  }
  if (correctable)
    columns.push({
      id: 'save',
      header: t('imports:save_row'),
      cell: ({ line }) => <SaveRow line={line} action={addressOf(line)} send={send} />,
    })
  return columns
}

function CellText({ row, column, field }: { row: ImportRow; column: number; field: CompanyField }) {
  const value = row.cells[column] ?? ''
  if (field !== 'name' || !row.companyId) return value
  return (
    <Link className="link" to={`/companies/${row.companyId}`}>
      {value}
    </Link>
  )
}

/** Leaving a changed cell sends its row; Enter and the arrows lead to the rows below and above, Escape takes back. */
function CellInput({
  row: { line, cells },
  column,
  header,
  send,
}: {
  row: ImportRow
  column: number
  header: string
  send: Send
}) {
  const { t } = useText()
  function sendIfChanged(cell: HTMLInputElement) {
    if (cell.value !== cell.defaultValue) send(cell.form)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const cell = event.currentTarget
    if (event.key === 'Escape') cell.value = cell.defaultValue
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    if (event.key === 'Enter') sendIfChanged(cell)
    cellBeside(cell, step)?.focus()
  }
  return (
    <input
      form={formOf(line)}
      name={`cell-${column}`}
      data-column={column}
      defaultValue={cells[column] ?? ''}
      aria-label={t('imports:cell', { field: header, line })}
      className="control min-w-28 px-2 py-1"
      onBlur={({ currentTarget }) => sendIfChanged(currentTarget)}
      onKeyDown={onKeyDown}
    />
  )
}

/** The form that the cells of a row belong to, with its button. */
function SaveRow({ line, action, send }: { line: number; action: string; send: Send }) {
  const { t } = useText()
  const { search } = useLocation()
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    send(event.currentTarget)
  }
  return (
    <form
      id={formOf(line)}
      data-line={line}
      method="post"
      className="relative"
      action={action}
      onSubmit={onSubmit}
    >
      <input type="hidden" name="back" value={search} readOnly />
      <Button look="quiet">
        {t('imports:save_row')}
        <span className="sr-only"> {t('imports:row_title', { line })}</span>
      </Button>
    </form>
  )
}

/** The cell of the same column so many rows below, or above. */
function cellBeside(cell: HTMLInputElement, step: number): HTMLInputElement | undefined {
  const sameColumn = [
    ...document.querySelectorAll<HTMLInputElement>(`input[data-column="${cell.dataset.column}"]`),
  ]
  return sameColumn[sameColumn.indexOf(cell) + step]
}
