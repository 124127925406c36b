import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Page } from '~/ui/page'
import { findCompanyAt } from '../companies.server'
import { listContactEvents } from '../contact-ledger.server'
import { ContactLines } from '../contact-section'

export const meta = pageTitle('contacts:title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const company = await findCompanyAt(db, viewer, params)
  const { page, pageSize } = readListParams(request.url, { sorts: ['at'] })
  const lines = await listContactEvents(db, company.id, {
    limit: pageSize + 1,
    offset: (page - 1) * pageSize,
  })
  return {
    company,
    lines: lines.slice(0, pageSize),
    older: lines.length > pageSize ? page + 1 : null,
    mayWrite: may(viewer, 'companies.write'),
  }
}

export default function ContactLog() {
  const { t } = useText()
  const { company, lines, older, mayWrite } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('contacts:title')}
      lead={t('contacts:lead')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      actions={mayWrite && <ButtonLink to="new">{t('contacts:log')}</ButtonLink>}
      narrow
    >
      {lines.length === 0 ? (
        <p className="text-soft">{t('contacts:none')}</p>
      ) : (
        <ContactLines lines={lines} />
      )}
      {older && (
        <p className="mt-3">
          <Link className="link" to={`?page=${older}`}>
            {t('contacts:older')}
          </Link>
        </p>
      )}
    </Page>
  )
}
