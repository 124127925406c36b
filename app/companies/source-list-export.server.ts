import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { EXPORT_PORTION, type ExportColumns, type ListToExport } from '~/exports/exports.server'
import type { Db } from '~/platform/db.server'
import { filterAddress, type ListParams } from '~/platform/list-params'
import { matchingListed } from './source-lists.server'
import { dialledPhone } from './suppression-check.server'

type Filter = Pick<ListParams, 'search' | 'filters'>

/** The companies of a list with what was decided of each: a row for each campaign that was made of the list. */
export function sourceListToExport(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  sourceList: { id: string },
  list: Filter,
): ListToExport<DecidedRow> {
  return {
    list: 'source_list',
    address: `/source-lists/${sourceList.id}?${filterAddress(list)}`,
    columns,
    rows: decidedRows(matchingListed(db, viewer, sourceList.id, list))
      .orderBy(sql`company.name collate "fi-FI-x-icu"`)
      .orderBy('company.id')
      .orderBy('campaign.id')
      .stream(EXPORT_PORTION),
  }
}

function decidedRows(listed: ReturnType<typeof matchingListed>) {
  return listed
    .leftJoin('campaign', 'campaign.source_list_id', 'source_list_company.source_list_id')
    .leftJoin('campaign_company', (join) =>
      join
        .onRef('campaign_company.campaign_id', '=', 'campaign.id')
        .onRef('campaign_company.company_id', '=', 'company.id'),
    )
    .leftJoin('user_account as decider', 'decider.id', 'campaign_company.decided_by')
    .select([
      dialledPhone.as('phone'),
      'campaign.name as campaignName',
      'campaign_company.decision',
      'campaign_company.reason',
      'campaign_company.decided_at as decidedAt',
      'decider.name as deciderName',
    ])
}

type DecidedRow = Awaited<ReturnType<ReturnType<typeof decidedRows>['execute']>>[number]

const columns: ExportColumns<DecidedRow> = (t) => [
  [t('companies:business_id'), (row) => row.businessId],
  [t('ui:name'), (row) => row.name],
  [t('companies:municipality'), (row) => row.municipality],
  [t('companies:industry'), (row) => row.industry],
  [t('ui:phone'), (row) => row.phone],
  [t('companies:do_not_contact'), (row) => row.suppressed],
  [t('campaigns:keyword'), (row) => row.matchedKeywords],
  [t('companies:list.earlier_project'), (row) => row.earlierProject],
  [t('exports:campaign'), (row) => row.campaignName],
  [
    t('campaigns:decision'),
    (row) =>
      row.decision && t(row.decision === 'include' ? 'campaigns:state.included' : 'campaigns:state.excluded'),
  ],
  [t('ui:reason'), (row) => row.reason],
  [t('exports:decided_by'), (row) => row.deciderName],
  [t('exports:decided_at'), (row) => row.decidedAt],
]
