import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { ACCOUNT_STATES, accountState } from '~/auth/account'
import { AccountStateBadge } from '~/auth/account-state-badge'
import { ACCOUNT_SORTS, listAccounts } from '~/auth/accounts.server'
import { ROLES } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { EmptyState, Page, Unknown } from '~/ui/page'

export const meta = pageTitle('auth:accounts')

const LISTED_ROLES = ROLES.filter((role) => role !== 'person')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'accounts.manage')
  const list = readListParams(request.url, {
    sorts: ACCOUNT_SORTS,
    filters: { role: LISTED_ROLES, state: ACCOUNT_STATES },
  })
  const page = await listAccounts(db, list)
  return { list, ...page, rows: page.rows.map((row) => ({ ...row, state: accountState(row) })) }
}

export default function AccountsPage() {
  const { t, format } = useText()
  const { list, rows, total, capped } = useLoaderData<typeof loader>()
  const columns = useMemo<Column<(typeof rows)[number]>[]>(
    () => [
      {
        id: 'name',
        header: t('ui:name'),
        sort: 'name',
        cell: (row) => (
          <Link className="link font-medium" to={`/accounts/${row.id}`}>
            {row.name}
          </Link>
        ),
      },
      { id: 'email', header: t('ui:email'), sort: 'email', cell: (row) => row.email },
      {
        id: 'roles',
        header: t('auth:roles_label'),
        cell: (row) => row.roles.map((role) => t(`auth:roles.${role}`)).join(', '),
      },
      {
        id: 'organisation',
        header: t('auth:organisation'),
        cell: (row) => row.organisation ?? row.companyName ?? <Unknown />,
      },
      { id: 'state', header: t('ui:status'), cell: (row) => <AccountStateBadge state={row.state} /> },
      {
        id: 'invited',
        header: t('auth:invited'),
        sort: 'invited',
        cell: (row) => (row.invitedAt ? format.moment(row.invitedAt) : <Unknown />),
      },
    ],
    [t, format],
  )
  return (
    <Page
      title={t('auth:accounts')}
      actions={
        <ButtonLink to="/accounts/new" look="primary">
          {t('auth:invite')}
        </ButtonLink>
      }
    >
      <Filters
        list={list}
        searchLabel={t('auth:accounts_search')}
        filters={[
          {
            name: 'role',
            label: t('auth:role'),
            options: optionsOf(LISTED_ROLES, (role) => t(`auth:roles.${role}`)),
          },
          {
            name: 'state',
            label: t('ui:status'),
            options: optionsOf(ACCOUNT_STATES, (state) => t(`auth:states.${state}`)),
          },
        ]}
      />
      <DataTable
        caption={t('auth:accounts')}
        columns={columns}
        rows={rows}
        list={list}
        total={total}
        capped={capped}
        empty={<EmptyState title={t('auth:accounts_empty')} />}
      />
    </Page>
  )
}
