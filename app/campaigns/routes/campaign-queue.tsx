import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Card, Page, Section } from '~/ui/page'
import { quietAt } from '../calling-times.server'
import { findCampaign } from '../campaigns.server'
import { QueueFigures } from '../queue-figures'
import { QueueForm } from '../queue-form'
import { QueueSettings } from '../queue-settings'
import { setQueue } from '../queue-settings.server'
import { queueStates } from '../queue-state'
import { countQueue, listQueue, queueListShape } from '../queue-state.server'
import { callbackGrace } from '../queue-steps.server'
import { QueueTable } from '../queue-table'
import { QueueVerdict } from '../queue-verdict'
import { QuietNotice } from '../quiet-notice'

export const meta = pageTitle('queue:title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const list = readListParams(request.url, queueListShape)
  const [counts, page, quiet] = await Promise.all([
    countQueue(db, null, campaign),
    listQueue(db, campaign, list),
    quietAt(campaign),
  ])
  const { id, name, status, version, callsFrom, callsUntil, callWeekdays, callsOnHolidays, retryShare } =
    campaign
  return {
    campaign: { id, name, status },
    settings: { version, callsFrom, callsUntil, callWeekdays, callsOnHolidays, retryShare },
    graceMinutes: callbackGrace.minutes,
    counts,
    page,
    list,
    quiet: status === 'running' ? quiet : null,
    mayWrite: may(viewer, 'campaigns.write') && status !== 'closed',
    mayExport: may(viewer, 'campaigns.export'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, QueueForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const campaign = orNotFound(await findCampaign(trx, viewer, idParam(params, 'campaignId')))
    if (!(await setQueue(trx, viewer, campaign, form.value))) return form.conflict('errors:changed_by_other')
    return { to: `/campaigns/${campaign.id}/queue`, toast: { text: 'queue:saved' } }
  })
}

export default function CampaignQueue() {
  const { t } = useText()
  const { campaign, settings, graceMinutes, counts, page, list, quiet, mayWrite, mayExport } =
    useLoaderData<typeof loader>()
  return (
    <Page
      title={t('queue:title')}
      lead={t('queue:lead')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      actions={
        <>
          {mayExport && <ExportLink to={`/campaigns/${campaign.id}/queue.csv`} list={list} />}
          {mayWrite && <ButtonLink to="#settings">{t('queue:settings')}</ButtonLink>}
        </>
      }
    >
      <Section title={t('queue:counts')} id="counts">
        <QuietNotice quiet={quiet} />
        {campaign.status === 'running' && (
          <p className="mb-3 font-medium">
            <QueueVerdict queue={counts} />
          </p>
        )}
        <QueueFigures campaignId={campaign.id} counts={counts} />
      </Section>
      <Section title={t('queue:list')} id="list">
        <Filters
          list={list}
          searchLabel={t('campaigns:search_company')}
          filters={[
            {
              name: 'state',
              label: t('ui:status'),
              options: optionsOf(queueStates, (value) => t(`queue:state.${value}`)),
            },
          ]}
        />
        <QueueTable campaignId={campaign.id} page={page} list={list} mayWrite={mayWrite} />
      </Section>
      <Section title={t('queue:settings')} id="settings">
        <p className="mb-3 max-w-prose text-soft">{t('queue:order', { minutes: graceMinutes })}</p>
        {mayWrite && (
          <Card className="max-w-3xl">
            <QueueSettings key={settings.version} settings={settings} />
          </Card>
        )}
      </Section>
    </Page>
  )
}
