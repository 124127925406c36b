import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { type ExportColumns, sendExport } from '~/exports/exports.server'
import { db } from '~/platform/db.server'
import { callOutcomes } from '../call-outcome'
import { findCampaignAt } from '../campaigns.server'
import { listWorkDays, listWorkMonths, monthOf, type WorkDay } from '../work-report.server'

/** The work report as a table for spreadsheets: one row a caller and day, an outcome a column. No companies. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.export')
  const campaign = await findCampaignAt(db, viewer, params)
  const asked = new URL(request.url).searchParams
  const of = { campaignId: campaign.id }
  const month = monthOf(await listWorkMonths(db, of), asked.get('month'))
  const all = month ? await listWorkDays(db, of, month) : []
  const organisation = asked.get('organisation')
  return sendExport(db, viewer, {
    list: 'work_report',
    address: `/campaigns/${campaign.id}/work${month ? `?month=${month}` : ''}`,
    columns,
    rows: organisation ? all.filter((day) => day.organisation === organisation) : all,
  })
}

const columns: ExportColumns<WorkDay> = (t) => [
  [t('ui:date'), (day) => day.day],
  [t('campaigns:caller'), (day) => day.callerName],
  [t('campaigns:organisation'), (day) => day.organisation],
  [t('calls:work.minutes'), (day) => day.minutes],
  [t('campaigns:calls_made'), (day) => day.calls],
  [t('campaigns:companies_reached'), (day) => day.reached],
  [t('campaigns:positive'), (day) => day.positive],
  ...callOutcomes.map(
    (outcome) => [t(`calls:outcome.${outcome}`), (day: WorkDay) => day.outcomes[outcome] ?? 0] as const,
  ),
]
