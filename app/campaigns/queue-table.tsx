import { Link } from '@remix-run/react'
import type { ContactChannel } from '~/companies/contact-event'
import type { ListParams, Page } from '~/platform/list-params'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge, Unknown } from '~/ui/page'
import type { QueueState } from './queue-state'
import type { QueueRow } from './queue-state.server'

const tones: Record<QueueState, 'good' | 'info' | 'warn' | 'bad' | undefined> = {
  now: 'good',
  held: 'info',
  callback: undefined,
  retry: undefined,
  resting: 'warn',
  surveyed: 'info',
  suppressed: 'bad',
}

/** The companies still to be called: what each waits for, until when, and what can be done about it. */
export function QueueTable({
  campaignId,
  page,
  list,
  mayWrite,
}: {
  campaignId: string
  page: Page<QueueRow>
  list: ListParams
  mayWrite: boolean
}) {
  const { t, format } = useText()
  const columns: Column<QueueRow>[] = [
    {
      id: 'name',
      header: t('ui:name'),
      sort: 'name',
      cell: (row) => (
        <Link className="link font-medium" to={`/companies/${row.companyId}`}>
          {row.companyName}
        </Link>
      ),
    },
    {
      id: 'state',
      header: t('ui:status'),
      cell: (row) => <Badge tone={tones[row.state]}>{t(`queue:state.${row.state}`)}</Badge>,
    },
    { id: 'why', header: t('queue:why'), cell: (row) => <Why row={row} /> },
    {
      id: 'free',
      header: t('queue:free_at'),
      sort: 'free',
      cell: (row) => (row.freeAt ? format.moment(row.freeAt) : <Unknown />),
    },
    ...(mayWrite
      ? [
          {
            id: 'act',
            header: '',
            cell: (row: QueueRow) => (
              <span className="flex flex-wrap gap-3">
                {(row.state === 'resting' || row.state === 'surveyed') && (
                  <Link
                    className="link inline-flex min-h-6 items-center"
                    to={`/campaigns/${campaignId}/exceptions/${row.companyId}`}
                  >
                    {t('queue:allow')}
                    <span className="sr-only"> {row.companyName}</span>
                  </Link>
                )}
                {row.state !== 'held' && (
                  <Link
                    className="link inline-flex min-h-6 items-center"
                    to={`/campaigns/${campaignId}/tasks/${row.companyId}/withdrawal`}
                  >
                    {t('campaigns:withdraw')}
                    <span className="sr-only"> {row.companyName}</span>
                  </Link>
                )}
              </span>
            ),
          },
        ]
      : []),
  ]
  return <DataTable caption={t('queue:list')} columns={columns} list={list} {...page} />
}

function Why({ row }: { row: QueueRow }) {
  const { t, format } = useText()
  if (row.holderName) return t('queue:held_by', { name: row.holderName })
  if (row.contactAt && row.contactChannel)
    return [
      t(`contacts:channels.${row.contactChannel as ContactChannel}`),
      row.contactProject,
      row.contactPerson,
      format.moment(row.contactAt),
    ]
      .filter(Boolean)
      .join(' · ')
  if (row.banReason)
    return [t(`suppressions:reasons.${row.banReason}`), row.bannedAt && format.moment(row.bannedAt)]
      .filter(Boolean)
      .join(' · ')
  if (row.state === 'surveyed') return t('queue:asked')
  if (row.callbackFor) return t('queue:promised_by', { name: row.callbackFor })
  if (row.attempts > 0) return t('queue:after_tries', { count: row.attempts })
  return <Unknown />
}
