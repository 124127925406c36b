import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Notice, Page, Section } from '~/ui/page'
import { CampaignOutcomes } from '../campaign-outcomes'
import { findCampaignAt } from '../campaigns.server'
import { Counts } from '../counts'
import { liveFigures } from '../live.server'
import { CallBars, ForecastCard, Holding } from '../live-parts'
import { useLiveFigures } from '../use-live-figures'

export const meta = pageTitle('live:title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = await findCampaignAt(db, viewer, params)
  const loaded = (await liveFigures(db, [campaign.id])).get(campaign.id)
  if (!loaded) throw notFound()
  return { campaign, loaded }
}

export default function Live() {
  const { t, format } = useText()
  const { campaign, loaded } = useLoaderData<typeof loader>()
  const { figures, lost } = useLiveFigures(campaign.id, loaded)
  const { companies, callbacks, calls } = figures
  const base = `/campaigns/${campaign.id}`
  return (
    <Page
      title={t('live:title')}
      lead={
        <>
          {t('live:as_of', { time: format.timeWithSeconds(figures.asOf) })}{' '}
          <Link className="link" to="." reloadDocument>
            {t('live:reload')}
          </Link>
        </>
      }
      up={{ to: base, label: campaign.name }}
    >
      <div role="status">{lost && <Notice tone="warn">{t('live:lost')}</Notice>}</div>
      <Section title={t('live:now')} id="now">
        <Counts
          counts={[
            {
              key: 'listed',
              label: t('live:listed'),
              count: companies.listed,
              to: `${base}/tasks`,
            },
            { key: 'open', label: t('live:open'), count: companies.open, to: `${base}/queue` },
            {
              key: 'due',
              label: t('live:due'),
              count: callbacks.due,
              to: `${base}/tasks?state=callback&sort=due`,
              hint: t('live:due_later', { today: callbacks.today, later: callbacks.later }),
            },
            {
              key: 'today',
              label: t('live:calls_today'),
              count: calls.today,
              to: `${base}/calls`,
              hint: t('live:last_hour', { count: calls.lastHour }),
            },
          ]}
        />
      </Section>
      <Section title={t('live:callers_now')} id="callers">
        <Holding holding={figures.holding} />
      </Section>
      <Section title={t('campaigns:outcomes')} id="outcomes">
        <CampaignOutcomes base={base} companies={companies} outcomes={figures.outcomes} />
      </Section>
      <div className="grid gap-x-8 lg:grid-cols-2">
        <Section title={t('live:by_hour')} id="hours">
          <CallBars
            caption={t('live:by_hour')}
            first={t('live:hour')}
            rows={figures.hours.map(({ hour, ...row }) => ({
              key: String(hour),
              label: `${hour}–${hour + 1}`,
              ...row,
            }))}
          />
        </Section>
        <Section title={t('live:by_day')} id="days">
          <CallBars
            caption={t('live:by_day')}
            first={t('ui:date')}
            rows={figures.days.map(({ day, ...row }) => ({ key: day, label: format.day(day), ...row }))}
          />
        </Section>
      </div>
      <Section title={t('live:forecast')} id="forecast">
        <ForecastCard forecast={figures.forecast} />
      </Section>
    </Page>
  )
}
