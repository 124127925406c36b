import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
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
import { columnsOfFile, missingFields } from '../import/column-mapping'
import { ColumnPicker } from '../import/column-picker'
import { checkImport, findEarlierImport, findImport } from '../import/import.server'
import { readImportFile } from '../import/import-file.server'

export const meta = pageTitle('companies:import.columns')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const found = await findOpenImport(viewer, idParam(params, 'importId'))
  const [content, earlier] = await Promise.all([
    readImportFile(found),
    findEarlierImport(db, viewer, { sha256: found.sha256, importId: found.id }),
  ])
  return {
    columns: columnsOfFile(content, found.mapping),
    rowCount: content.rows.length,
    encoding: content.encoding,
    importedAt: earlier?.committedAt ?? null,
    file: { id: found.id, name: found.fileName, sourceListId: found.sourceListId, listName: found.listName },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.import')
  const found = await findOpenImport(viewer, idParam(params, 'importId'))
  const form = await parseForm(request, ColumnForm)
  if (!form.ok) return form.reply
  const { mapping, twice } = readColumnForm(form.value)
  if (twice.length > 0) {
    return form.refuse(
      Object.fromEntries(twice.map((column) => [`columns[${column}]`, ['companies:error.column_twice']])),
    )
  }
  if (missingFields(mapping).length > 0) return form.refuse({ '': ['companies:error.columns_missing'] })

  const content = await readImportFile(found)
  return submitOnce(form, viewer.userId, async (trx) => {
    const at = { importId: found.id, keywords: found.keywords }
    const counts = await checkImport(trx, at, content, mapping)
    if (!counts) return form.conflict('companies:error.import_closed')
    return { to: `/companies/imports/${found.id}` }
  })
}

async function findOpenImport(viewer: Parameters<typeof findImport>[1], importId: string) {
  const found = await findImport(db, viewer, importId)
  if (!found || found.status === 'committed' || found.status === 'cancelled') throw notFound()
  return found
}

export default function ImportColumns() {
  const { t, format } = useText()
  const { columns, rowCount, encoding, importedAt, file } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('companies:import.columns')}
      lead={t('companies:import.columns_lead', { file: file.name, count: rowCount, encoding })}
      up={{ to: `/source-lists/${file.sourceListId}`, label: file.listName }}
      narrow
    >
      {importedAt && (
        <Notice tone="warn">{t('companies:import.same_file', { at: format.moment(importedAt) })}</Notice>
      )}
      <Form defaultValue={{ columns: columns.map(({ field }) => field ?? '') }}>
        <ColumnPicker columns={columns} />
        <Submit>{t('companies:import.to_preview')}</Submit>
      </Form>
    </Page>
  )
}
