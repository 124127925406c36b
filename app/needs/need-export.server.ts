import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { WORK_FORMS } from '~/candidates/candidate'
import { EXPORT_PORTION, type ExportColumns, type ListToExport } from '~/exports/exports.server'
import type { Db } from '~/platform/db.server'
import { filterAddress, type ListParams } from '~/platform/list-params'
import type { TextKey } from '~/texts/text-keys'
import { matchingNeeds } from './need-list.server'

function needExportRows(needs: ReturnType<typeof matchingNeeds>) {
  return needs.select([
    'need.title',
    'need.status',
    'need.headcount',
    sql<(typeof WORK_FORMS)[number][]>`need.forms`.as('forms'),
    'need.municipality',
    'need.remote',
    'need.starts_on as startsOn',
    'need.valid_until as validUntil',
    'company.name as companyName',
    'company.business_id as businessId',
    sql<string[]>`array(
      select words from need_skill where need_skill.need_id = need.id order by need_skill.position
    )`.as('skills'),
    sql<number>`(select count(*)::int from presentation where presentation.need_id = need.id)`.as(
      'presented',
    ),
  ])
}

type NeedExportRow = Awaited<ReturnType<ReturnType<typeof needExportRows>['execute']>>[number]

/** The needs that a filter leaves, the latest first. */
export function needsToExport(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  list: Pick<ListParams, 'search' | 'filters'>,
): ListToExport<NeedExportRow> {
  return {
    list: 'needs',
    address: `/needs?${filterAddress(list)}`,
    columns,
    rows: needExportRows(matchingNeeds(db, viewer, list))
      .orderBy('need.id', 'desc')
      .stream(EXPORT_PORTION),
  }
}

const columns: ExportColumns<NeedExportRow> = (t) => [
  [t('needs:column.title'), (need) => need.title],
  [t('needs:column.company'), (need) => need.companyName],
  [t('companies:business_id'), (need) => need.businessId],
  [t('ui:status'), (need) => t(`needs:status.${need.status}` as TextKey)],
  [t('needs:field.skills'), (need) => need.skills],
  [t('needs:field.forms'), (need) => need.forms.map((form) => t(`candidates:form.${form}`))],
  [t('needs:column.headcount'), (need) => need.headcount],
  [t('needs:field.municipality'), (need) => need.municipality],
  [t('needs:field.remote'), (need) => t(`needs:remote.${need.remote}` as TextKey)],
  [t('needs:field.starts_on'), (need) => need.startsOn],
  [t('needs:field.valid_until'), (need) => need.validUntil],
  [t('needs:column.presented'), (need) => need.presented],
]
