import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Notice, Page } from '~/ui/page'
import { ColumnForm, readColumnForm } from '../import/column-form'
import { columnsAsChosen, missingFields } from '../import/column-mapping'
import { ColumnPicker } from '../import/column-picker'
import { updatedColumn } from '../import/company-field'
import { chooseColumns, findEarlierImport, findImport } from '../import/import.server'
import { ImportProgress } from '../import/import-progress'
import type { ImportStatus } from '../import/import-status'
import { type PresetId, presetIds } from '../import/presets'

export const meta = pageTitle('imports:columns')

const open: readonly ImportStatus[] = ['reading', 'read', 'checking', 'checked']

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const importId = idParam(params, 'importId')
  const found = await findOpenImport(viewer, importId)
  const earlier = await findEarlierImport(db, viewer, { sha256: found.sha256, importId })
  const { id, fileName, encoding, rowCount, rowsDone, status, sourceListId, listName } = found
  return {
    columns: columnsAsChosen(found.columns, found.mapping).map((column) => {
      const updated = column.field && updatedColumn(column.field)
      return { ...column, overwrites: updated !== null && found.overwritten.includes(updated) }
    }),
    preset: presetIds.find((preset): preset is PresetId => preset === found.preset),
    importedAt: earlier?.committedAt ?? null,
    found: { id, fileName, encoding, rowCount, rowsDone, status, sourceListId, listName },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const found = await findOpenImport(viewer, idParam(params, 'importId'))
  const form = await parseForm(request, ColumnForm)
  if (!form.ok) return form.reply
  const { mapping, overwritten, twice } = readColumnForm(form.value)
  if (twice.length > 0) {
    return form.refuse(
      Object.fromEntries(twice.map((column) => [`columns[${column}]`, ['companies:error.column_twice']])),
    )
  }
  if (missingFields(mapping).length > 0) return form.refuse({ '': ['companies:error.columns_missing'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const chosen = await chooseColumns(trx, found.id, { mapping, overwritten })
    if (!chosen) return form.conflict('companies:error.import_closed')
    return { to: `/companies/imports/${found.id}` }
  })
}

async function findOpenImport(viewer: Parameters<typeof findImport>[1], importId: string) {
  const found = await findImport(db, viewer, importId)
  if (found?.status === 'failed') throw redirect(`/companies/imports/${found.id}`)
  if (!found || !open.includes(found.status)) throw notFound()
  return found
}

export default function ImportColumns() {
  const { t, format } = useText()
  const { columns, preset, importedAt, found } = useLoaderData<typeof loader>()
  const reading = found.status === 'reading'
  const withoutId = columns.every(({ field }) => field !== 'business_id')
  return (
    <Page
      title={t('imports:columns')}
      lead={
        reading
          ? found.fileName
          : t('imports:columns_lead', {
              file: found.fileName,
              count: found.rowCount,
              encoding: found.encoding ?? '',
            })
      }
      up={{ to: `/source-lists/${found.sourceListId}`, label: found.listName }}
      narrow
    >
      <ImportProgress found={found} mayImport />
      {importedAt && <Notice tone="warn">{t('imports:same_file', { at: format.moment(importedAt) })}</Notice>}
      {preset && (
        <Notice tone="good">{t('imports:preset', { system: t(`imports:presets.${preset}`) })}</Notice>
      )}
      {!reading && (
        <Form
          defaultValue={{
            columns: columns.map(({ field }) => field ?? ''),
            overwrite: columns.map(({ overwrites }) => (overwrites ? 'on' : '')),
          }}
        >
          {withoutId && <Notice tone="info">{t('imports:no_id_column')}</Notice>}
          <ColumnPicker columns={columns} />
          <Submit>{t('imports:to_preview')}</Submit>
        </Form>
      )}
    </Page>
  )
}
