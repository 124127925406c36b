import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { csvLine } from '~/platform/csv'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { translatorFor } from '~/texts/language.server'
import { callOutcomes } from '../call-outcome'
import { findCampaign } from '../campaigns.server'
import { listWorkDays, listWorkMonths, monthOf } from '../work-report.server'

/** The work report as a file a spreadsheet opens: one row a caller and day, an outcome a column. No companies. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = await findCampaign(db, viewer, idParam(params, 'campaignId'))
  if (!campaign) throw notFound()
  const asked = new URL(request.url).searchParams
  const of = { campaignId: campaign.id }
  const month = monthOf(await listWorkMonths(db, of), asked.get('month'))
  const all = month ? await listWorkDays(db, of, month) : []
  const organisation = asked.get('organisation')
  const days = organisation ? all.filter((day) => day.organisation === organisation) : all
  const t = translatorFor(viewer.language)
  const head = csvLine([
    t('common:date'),
    t('campaigns:caller'),
    t('campaigns:organisation'),
    t('calls:work.minutes'),
    t('campaigns:calls_made'),
    t('campaigns:companies_reached'),
    t('campaigns:positive'),
    ...callOutcomes.map((outcome) => t(`campaigns:outcome.${outcome}`)),
  ])
  const lines = days.map((day) =>
    csvLine([
      day.day,
      day.callerName,
      day.organisation,
      day.minutes,
      day.calls,
      day.reached,
      day.positive,
      ...callOutcomes.map((outcome) => day.outcomes[outcome] ?? 0),
    ]),
  )
  return new Response(`\uFEFF${head}${lines.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${month ?? 'calls'}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
