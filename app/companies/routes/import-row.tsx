import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { parseFormData, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { fieldAt } from '../import/company-field'
import { correctRow } from '../import/row-correction.server'
import { RowOutcome, RowResultBadge } from '../import/row-outcome'
import { OtherKnownCompanies, SimilarCompany } from '../import/similar-company'
import { findWaitingRow, knownCompaniesOfRow } from '../import/waiting-row.server'

export const meta = pageTitle<typeof loader>((data, t) => t('imports:row_title', { line: data.row.line }))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const waiting = await findWaitingRow(viewer, params)
  const { found, row } = waiting
  const width = Math.max(found.header.length, row.cells.length)
  const cells = Array.from({ length: width }, (_, column) => ({
    column,
    heading: found.header[column] ?? '',
    field: fieldAt(found.mapping, column) ?? null,
    value: row.cells[column] ?? '',
  }))
  const others = (await knownCompaniesOfRow(viewer, waiting)).filter(({ id }) => id !== row.similarId)
  return { importId: found.id, fileName: found.fileName, row, cells, others }
}

/** Corrects the cells that the form names; the others stay as they are. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const { found, row } = await findWaitingRow(viewer, params)
  const formData = await request.formData()
  const form = parseFormData(formData, z.object({ back: z.string().max(300).optional() }))
  if (!form.ok) return form.reply
  const width = Math.max(found.header.length, row.cells.length)
  const cells = Array.from({ length: width }, (_, column) => {
    const written = formData.get(`cell-${column}`)
    return typeof written === 'string' ? written.slice(0, longestCell) : (row.cells[column] ?? '')
  })

  return submitOnce(form, viewer.userId, async (trx) => {
    const corrected = await correctRow(trx, viewer, found, row.line, cells)
    if (!corrected) return form.conflict('companies:error.import_closed')
    const { back } = form.value
    const to = `/companies/imports/${found.id}${back?.startsWith('?') ? back : ''}`
    // The grid says itself what has become of its row.
    if (formData.has('back')) return { to }
    return { to, toast: { text: 'imports:saved_row', params: { line: row.line } } }
  })
}

const longestCell = 20_000

export default function ImportRowPage() {
  const { t } = useText()
  const { importId, fileName, row, cells, others } = useLoaderData<typeof loader>()
  const decideAt = `/companies/imports/${importId}/rows/${row.line}/decision`
  return (
    <Page
      title={t('imports:row_title', { line: row.line })}
      lead={t('imports:row_lead')}
      up={{ to: `/companies/imports/${importId}`, label: fileName }}
      narrow
    >
      <div className="mb-5 space-y-2">
        <RowResultBadge result={row.result} />
        <RowOutcome row={row} />
        <SimilarCompany row={row} decideAt={decideAt} />
        {row.similarId && <OtherKnownCompanies others={others} decideAt={decideAt} />}
      </div>
      <Form defaultValue={Object.fromEntries(cells.map(({ column, value }) => [`cell-${column}`, value]))}>
        {cells.map(({ column, heading, field }) => (
          <Field
            key={column}
            name={`cell-${column}`}
            label={heading || t('imports:column', { number: column + 1 })}
            hint={field ? t(`companies:fields.${field}`) : t('imports:not_imported')}
            optional
          />
        ))}
        <Submit>{t('imports:save_row')}</Submit>
      </Form>
    </Page>
  )
}
