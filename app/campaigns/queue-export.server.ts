import type { ContactChannel } from '~/companies/contact-event'
import type { ExportColumns, ListToExport } from '~/exports/exports.server'
import type { Db } from '~/platform/db.server'
import { filterAddress, type ListParams } from '~/platform/list-params'
import type { Campaign } from './campaigns.server'
import { type QueueRow, type queueListShape, wholeQueue } from './queue-state.server'

/** What each company that is still to be called waits for, or why it must not be called. */
export async function queueToExport(
  db: Db,
  campaign: Pick<Campaign, 'id'>,
  list: ListParams<(typeof queueListShape.sorts)[number]>,
): Promise<ListToExport<QueueRow>> {
  return {
    list: 'queue',
    address: `/campaigns/${campaign.id}/queue?${filterAddress(list)}`,
    columns,
    rows: await wholeQueue(db, campaign, list),
  }
}

const columns: ExportColumns<QueueRow> = (t) => [
  [t('campaigns:company'), (row) => row.companyName],
  [t('ui:status'), (row) => t(`queue:state.${row.state}`)],
  [t('queue:free_at'), (row) => row.freeAt],
  [t('exports:ban_reason'), (row) => row.banReason && t(`suppressions:reasons.${row.banReason}`)],
  [t('exports:banned_at'), (row) => row.bannedAt],
  [t('exports:contacted_at'), (row) => row.contactAt],
  [
    t('exports:contacted_by'),
    (row) =>
      [
        row.contactChannel && t(`contacts:channels.${row.contactChannel as ContactChannel}`),
        row.contactProject,
        row.contactPerson,
      ].filter((word) => word !== null),
  ],
  [t('exports:held_by'), (row) => row.holderName],
  [t('exports:callback_for'), (row) => row.callbackFor],
  [t('campaigns:attempts'), (row) => row.attempts],
]
