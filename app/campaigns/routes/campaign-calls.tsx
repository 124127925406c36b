import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { callOutcomes } from '../call-outcome'
import { claimNextCall, placeOf } from '../call-queue.server'
import { CallTable } from '../call-table'
import { listCallers } from '../callers.server'
import { callListShape, listCampaignCalls } from '../calls.server'
import { findCampaign } from '../campaigns.server'

export const meta = pageTitle('campaigns:calls')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const list = readListParams(request.url, callListShape)
  const [page, callers] = await Promise.all([
    listCampaignCalls(db, viewer, campaign, list),
    listCallers(db, campaign),
  ])
  return {
    campaign: { id: campaign.id, name: campaign.name },
    list,
    page,
    callers: callers.map(({ id, name }) => ({ value: id, label: name })),
    mayOpen: may(viewer, 'calls.make'),
    mayExport: may(viewer, 'campaigns.export'),
  }
}

/** Takes the next company for the viewer. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'calls.make')
  return doOnce(request, viewer.userId, async (trx) => {
    const campaign = orNotFound(await findCampaign(trx, viewer, idParam(params, 'campaignId')))
    return placeOf(await claimNextCall(trx, viewer, campaign))
  })
}

export default function CampaignCalls() {
  const { t } = useText()
  const { campaign, list, page, callers, mayOpen, mayExport } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('campaigns:calls')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      actions={mayExport && <ExportLink to={`/campaigns/${campaign.id}/calls.csv`} list={list} />}
    >
      <Filters
        list={list}
        searchLabel={t('campaigns:search_company')}
        filters={[
          {
            name: 'outcome',
            label: t('campaigns:outcome_label'),
            options: [
              { value: 'reached', label: t('campaigns:companies_reached') },
              { value: 'positive', label: t('campaigns:companies_positive') },
              ...optionsOf(callOutcomes, (value) => t(`calls:outcome.${value}`)),
            ],
          },
          { name: 'caller', label: t('campaigns:caller'), options: callers },
        ]}
      />
      <CallTable list={list} page={page} mayOpen={mayOpen} />
    </Page>
  )
}
