import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Page, Section } from '~/ui/page'
import type { CallOutcome } from '../call-outcome'
import { findCampaign } from '../campaigns.server'
import { PrintButton } from '../print-button'
import { MonthChoice, WorkDays } from '../work-report'
import { listWorkDays, listWorkMonths, monthOf, type WrapUpTime, wrapUpTimes } from '../work-report.server'

export const meta = pageTitle('calls:work.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const asked = new URL(request.url).searchParams
  const of = { campaignId: campaign.id }
  const [months, times] = await Promise.all([listWorkMonths(db, of), wrapUpTimes(db, campaign)])
  const month = monthOf(months, asked.get('month'))
  const all = month ? await listWorkDays(db, of, month) : []
  const organisations = [...new Set(all.flatMap((day) => day.organisation ?? []))].sort()
  const organisation = organisations.find((one) => one === asked.get('organisation')) ?? null
  return {
    campaign: { id: campaign.id, name: campaign.name },
    months,
    month,
    organisations,
    organisation,
    days: organisation ? all.filter((day) => day.organisation === organisation) : all,
    times,
  }
}

export default function CampaignWork() {
  const { t, format } = useText()
  const { campaign, months, month, organisations, organisation, days, times } = useLoaderData<typeof loader>()
  const shown = new URLSearchParams({ ...(month && { month }), ...(organisation && { organisation }) })
  const columns: Column<WrapUpTime>[] = [
    {
      id: 'outcome',
      header: t('campaigns:outcome_label'),
      cell: ({ id }) => t(`calls:outcome.${id as CallOutcome}`),
    },
    { id: 'calls', header: t('campaigns:calls'), align: 'right', cell: ({ calls }) => format.number(calls) },
    {
      id: 'seconds',
      header: t('calls:work.median'),
      align: 'right',
      cell: ({ seconds }) => t('calls:work.seconds', { seconds: format.number(seconds) }),
    },
  ]
  return (
    <Page
      title={t('calls:work.title')}
      lead={t('calls:work.lead')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      actions={
        month && (
          <>
            <PrintButton />
            <ButtonLink to={`/campaigns/${campaign.id}/work.csv?${shown}`} reloadDocument>
              {t('calls:work.csv')}
            </ButtonLink>
          </>
        )
      }
    >
      <MonthChoice months={months} month={month} organisations={organisations} organisation={organisation} />
      <WorkDays days={days} own={false} />
      <div className="mt-8">
        <Section title={t('calls:work.wrap_up')} id="wrap-up">
          <p className="mb-3 max-w-prose text-soft">{t('calls:work.wrap_up_lead')}</p>
          <DataTable
            caption={t('calls:work.wrap_up')}
            columns={columns}
            rows={times}
            empty={<p className="text-soft">{t('calls:work.not_measured')}</p>}
          />
        </Section>
      </div>
    </Page>
  )
}
