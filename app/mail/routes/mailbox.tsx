import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { requireMay } from '~/auth/viewer.server'
import { listMail, sendsMail } from '~/mail/mail.server'
import { MailStateBadge } from '~/mail/mail-state-badge'
import { MESSAGE_KINDS } from '~/mail/messages'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { EmptyState, Page } from '~/ui/page'

export const meta = pageTitle('mail:title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'mailbox.read')
  const list = readListParams(request.url, {
    sorts: ['created'],
    defaultDirection: 'desc',
    filters: { kind: MESSAGE_KINDS, state: ['waiting', 'done'] },
  })
  return { list, sends: sendsMail(), ...(await listMail(db, list)) }
}

export default function MailboxPage() {
  const { t, format } = useText()
  const { list, sends, ...page } = useLoaderData<typeof loader>()
  const columns = useMemo<Column<(typeof page.rows)[number]>[]>(
    () => [
      {
        id: 'subject',
        header: t('mail:subject'),
        cell: (row) => (
          <Link className="link font-medium" to={`/mailbox/${row.id}`}>
            {row.subject}
          </Link>
        ),
      },
      { id: 'to', header: t('mail:to'), cell: (row) => row.to },
      { id: 'kind', header: t('mail:kind'), cell: (row) => t(`mail:kinds.${row.kind}`) },
      { id: 'created', header: t('mail:created'), cell: (row) => format.moment(row.createdAt) },
      { id: 'state', header: t('mail:state'), cell: (row) => <MailStateBadge mail={row} /> },
    ],
    [t, format],
  )
  return (
    <Page title={t('mail:title')} lead={t(sends ? 'mail:lead_sent' : 'mail:lead_kept')}>
      <Filters
        list={list}
        searchLabel={t('mail:search')}
        filters={[
          {
            name: 'kind',
            label: t('mail:kind'),
            options: optionsOf(MESSAGE_KINDS, (kind) => t(`mail:kinds.${kind}`)),
          },
          {
            name: 'state',
            label: t('mail:state'),
            options: optionsOf(['waiting', 'done'], (state) => t(`mail:states.${state}`)),
          },
        ]}
      />
      <DataTable
        caption={t('mail:title')}
        columns={columns}
        list={list}
        {...page}
        empty={<EmptyState title={t('mail:empty')} />}
      />
    </Page>
  )
}
