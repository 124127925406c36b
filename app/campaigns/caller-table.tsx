import { Link } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { type Column, DataTable } from '~/ui/data-table'
import { Badge } from '~/ui/page'
import type { CallerRow } from './callers.server'

/** The callers of a campaign, what they have done, and, where it may be done, a way to take one off. */
export function CallerTable({
  callers,
  campaignId,
  removable = false,
}: {
  callers: CallerRow[]
  campaignId: string
  removable?: boolean
}) {
  const { t, format } = useText()
  const columns: Column<CallerRow>[] = [
    {
      id: 'name',
      header: t('ui:name'),
      cell: (caller) => (
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{caller.name}</span>
          {caller.organisation && <span className="text-soft">{caller.organisation}</span>}
          {caller.roles.includes('caller') && <Badge>{t('campaigns:external')}</Badge>}
          {!caller.acceptedAt && <Badge tone="warn">{t('campaigns:invited')}</Badge>}
          {caller.removedAt && <Badge tone="warn">{t('campaigns:removed')}</Badge>}
        </span>
      ),
    },
    {
      id: 'until',
      header: t('campaigns:access_until'),
      cell: (caller) =>
        caller.removedAt
          ? format.moment(caller.removedAt)
          : caller.expiresAt
            ? format.moment(caller.expiresAt)
            : t('ui:none'),
    },
    {
      id: 'calls',
      header: t('campaigns:calls_made'),
      align: 'right',
      cell: (caller) => (
        <Link className="link" to={`/campaigns/${campaignId}/calls?caller=${caller.id}`}>
          {format.number(caller.calls ?? 0)}
        </Link>
      ),
    },
    {
      id: 'positive',
      header: t('campaigns:positive'),
      align: 'right',
      cell: (caller) => format.number(caller.positive ?? 0),
    },
    ...(removable
      ? [
          {
            id: 'remove',
            header: '',
            cell: (caller: CallerRow) =>
              !caller.removedAt && (
                <Link
                  className="link inline-flex min-h-6 items-center"
                  to={`/campaigns/${campaignId}/callers/${caller.id}/removal`}
                >
                  {t('ui:remove')}
                  <span className="sr-only"> {caller.name}</span>
                </Link>
              ),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={t('campaigns:callers')}
      columns={columns}
      rows={callers}
      empty={<p className="text-soft">{t('campaigns:no_callers')}</p>}
    />
  )
}
