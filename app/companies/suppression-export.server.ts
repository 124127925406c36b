import { EXPORT_PORTION, type ExportColumns, type ListToExport } from '~/exports/exports.server'
import type { Db } from '~/platform/db.server'
import { filterAddress, type ListParams } from '~/platform/list-params'
import { type SuppressionReason, whereAsked } from './suppression'
import { matchingSuppressions, type SuppressionRow } from './suppressions.server'

/** The register of bans; numbers and addresses leave as they are shown, so that nobody can use them. */
export function suppressionsToExport(
  db: Db,
  list: Pick<ListParams, 'search' | 'filters'>,
): ListToExport<SuppressionRow> {
  return {
    list: 'suppressions',
    address: `/suppressions?${filterAddress(list)}`,
    columns,
    rows: matchingSuppressions(db, list).orderBy('suppression.id', 'desc').stream(EXPORT_PORTION),
  }
}

const columns: ExportColumns<SuppressionRow> = (t) => [
  [t('exports:company'), (ban) => ban.companyName],
  [t('companies:business_id'), (ban) => ban.businessId],
  [t('ui:phone'), (ban) => ban.phone],
  [t('ui:email'), (ban) => ban.email],
  [t('suppressions:channel'), (ban) => t(`suppressions:channels.${ban.channel as 'all'}`)],
  [t('ui:reason'), (ban) => t(`suppressions:reasons.${ban.reason as SuppressionReason}`)],
  [t('suppressions:asked_by'), (ban) => ban.askedBy],
  [t('suppressions:asked_how'), (ban) => whereAsked(t, ban.askedHow)],
  [t('suppressions:asked_on'), (ban) => ban.askedOn],
  [t('suppressions:wording'), (ban) => ban.wording],
  [t('suppressions:since'), (ban) => ban.createdAt],
  [t('exports:noted_by'), (ban) => ban.authorName],
  [t('suppressions:lifted'), (ban) => ban.liftedAt],
  [t('exports:lifted_by'), (ban) => ban.lifterName],
  [t('exports:lift_reason'), (ban) => ban.liftReason],
]
