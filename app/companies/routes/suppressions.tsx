import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { Page } from '~/ui/page'
import { SuppressionTable } from '../suppression-table'
import { listSuppressions, suppressionsShape } from '../suppressions.server'

export const meta = pageTitle('suppressions:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const list = readListParams(request.url, suppressionsShape)
  return {
    list,
    page: await listSuppressions(db, list),
    mayWrite: may(viewer, 'companies.write'),
    mayExport: may(viewer, 'companies.export'),
  }
}

export default function Suppressions() {
  const { t } = useText()
  const { list, page, mayWrite, mayExport } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('suppressions:title')}
      lead={t('suppressions:lead')}
      up={{ to: '/companies', label: t('companies:title') }}
      actions={
        <>
          {mayExport && <ExportLink to="/suppressions/export.csv" list={list} />}
          <ButtonLink to="/contact-rules">{t('contacts:rules')}</ButtonLink>
          {mayWrite && (
            <ButtonLink to="new" look="primary">
              {t('suppressions:add')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Filters
        list={list}
        searchLabel={t('suppressions:search_label')}
        filters={[
          {
            name: 'state',
            label: t('ui:status'),
            options: [
              { value: 'in_force', label: t('suppressions:in_force') },
              { value: 'lifted', label: t('suppressions:lifted') },
            ],
          },
        ]}
      />
      <SuppressionTable page={page} list={list} mayWrite={mayWrite} />
    </Page>
  )
}
