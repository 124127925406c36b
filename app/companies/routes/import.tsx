import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Page, Section } from '~/ui/page'
import { fieldOfColumn, updatableColumns } from '../import/company-field'
import { findImport } from '../import/import.server'
import { ImportFacts } from '../import/import-facts'
import { ImportGrid } from '../import/import-grid'
import { ImportImpact } from '../import/import-impact'
import { ImportNextStep } from '../import/import-next-step'
import { ImportProgress } from '../import/import-progress'
import { importRowsShape, listImportRows } from '../import/import-rows.server'
import { rowResults } from '../import/row-result'

export const meta = pageTitle('imports:preview')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const found = orNotFound(await findImport(db, viewer, idParam(params, 'importId')))
  const mayImport = may(viewer, 'companies.import')
  if (found.status === 'read' && mayImport) throw redirect(`/companies/imports/${found.id}/columns`)
  const list = readListParams(request.url, importRowsShape)
  return { found, list, page: await listImportRows(db, viewer, found.id, list), mayImport }
}

export default function ImportPage() {
  const { t } = useText()
  const { found, list, page, mayImport } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('imports:preview')}
      lead={found.fileName}
      up={{ to: `/source-lists/${found.sourceListId}`, label: found.listName }}
    >
      <ImportProgress found={found} mayImport={mayImport} />
      <ImportNextStep found={found} mayImport={mayImport} />
      {found.counts.rows !== undefined && <ImportImpact counts={found.counts} />}
      <Section id="rows" title={t('imports:rows')}>
        <Filters
          list={list}
          searchLabel={t('imports:search_label')}
          filters={[
            {
              name: 'result',
              label: t('imports:result'),
              options: optionsOf(rowResults, (value) => t(`imports:results.${value}`)),
            },
            {
              name: 'problems',
              label: t('imports:problems'),
              options: [{ value: 'yes', label: t('imports:with_problems') }],
            },
            {
              name: 'changed',
              label: t('imports:changed_field'),
              options: optionsOf(updatableColumns, (column) =>
                t(`companies:fields.${fieldOfColumn(column)}`),
              ),
            },
          ]}
        />
        <ImportGrid
          importId={found.id}
          page={page}
          list={list}
          mapping={found.mapping}
          correctable={mayImport && found.status === 'checked'}
        />
      </Section>
      <Section id="origin" title={t('companies:list.origin')}>
        <ImportFacts found={found} />
      </Section>
    </Page>
  )
}
