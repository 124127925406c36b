import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { CallTaskTable } from '../call-task-table'
import { listCallTasks, taskListShape, taskStates } from '../call-tasks.server'
import { findCampaign } from '../campaigns.server'

export const meta = pageTitle('campaigns:tasks')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const list = readListParams(request.url, taskListShape)
  return {
    campaign: { id: campaign.id, name: campaign.name },
    list,
    page: await listCallTasks(db, viewer, campaign, list),
    states: taskStates,
    mayWrite: may(viewer, 'campaigns.write'),
    mayExport: may(viewer, 'campaigns.export'),
  }
}

export default function CallTasks() {
  const { t } = useText()
  const { campaign, list, page, states, mayWrite, mayExport } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('campaigns:tasks')}
      lead={t('campaigns:tasks_lead')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      actions={
        <>
          {mayExport && <ExportLink to={`/campaigns/${campaign.id}/tasks.csv`} list={list} />}
          <ButtonLink to={`/campaigns/${campaign.id}/order`}>{t('prospects:order.title')}</ButtonLink>
        </>
      }
    >
      <Filters
        list={list}
        searchLabel={t('campaigns:search_company')}
        filters={[
          {
            name: 'state',
            label: t('ui:status'),
            options: optionsOf(states, (value) => t(`campaigns:task_state.${value}`)),
          },
        ]}
      />
      <CallTaskTable list={list} page={page} campaign={campaign} mayWrite={mayWrite} />
    </Page>
  )
}
