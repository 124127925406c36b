import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Notice, Page, Section } from '~/ui/page'
import { findTaxonomyImport } from '../taxonomy/taxonomy-import.server'
import { TaxonomyProgress } from '../taxonomy/taxonomy-progress'
import { TaxonomyReport } from '../taxonomy/taxonomy-report'

export const meta = pageTitle<typeof loader>((data) => data.found.fileName)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  const found = orNotFound(await findTaxonomyImport(db, idParam(params, 'importId')))
  return { found }
}

export default function TaxonomyImportPage() {
  const { t } = useText()
  const { found } = useLoaderData<typeof loader>()
  return (
    <Page
      title={found.taxonomy ? t(`skills:taxonomy.names.${found.taxonomy as 'esco' | 'ict'}`) : found.fileName}
      lead={found.fileName}
      up={{ to: '/skills/taxonomies', label: t('skills:taxonomy.back') }}
      narrow
    >
      <TaxonomyProgress found={found} />
      {found.failure && <Notice tone="bad">{t(`skills:taxonomy.failure.${found.failure}`)}</Notice>}
      {found.status === 'cancelled' && <Notice>{t('skills:taxonomy.cancelled')}</Notice>}
      {found.status === 'done' && (
        <Section id="report" title={t('skills:taxonomy.report')}>
          <TaxonomyReport found={found} />
        </Section>
      )}
    </Page>
  )
}
