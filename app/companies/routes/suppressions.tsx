import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { Page } from '~/ui/page'
import { SuppressionTable } from '../suppression-table'
import { listSuppressions, suppressionsShape } from '../suppressions.server'

export const meta = pageTitle('companies:suppression.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const list = readListParams(request.url, suppressionsShape)
  return { list, page: await listSuppressions(db, list), mayWrite: may(viewer, 'companies.write') }
}

export default function Suppressions() {
  const { t } = useText()
  const { list, page, mayWrite } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('companies:suppression.title')}
      lead={t('companies:suppression.lead')}
      up={{ to: '/companies', label: t('companies:title') }}
      actions={
        <>
          <ButtonLink to="/contact-rules">{t('contacts:rules')}</ButtonLink>
          {mayWrite && (
            <ButtonLink to="new" look="primary">
              {t('companies:suppression.add')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Filters
        list={list}
        searchLabel={t('companies:suppression.search_label')}
        filters={[
          {
            name: 'state',
            label: t('common:status'),
            options: [
              { value: 'in_force', label: t('companies:suppression.in_force') },
              { value: 'lifted', label: t('companies:suppression.lifted') },
            ],
          },
        ]}
      />
      <SuppressionTable page={page} list={list} mayWrite={mayWrite} />
    </Page>
  )
}
