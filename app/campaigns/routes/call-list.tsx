import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { ExportLink } from '~/exports/export-link'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound, type Toast } from '~/platform/http.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { callListShape, countCallList, decideCompanies, listCallList } from '../call-list.server'
import { CallListNotices } from '../call-list-notices'
import { listStates } from '../campaign'
import { DecisionForm } from '../campaign-form'
import { findCampaign, holdCampaign } from '../campaigns.server'
import { DecisionTable } from '../decision-table'

export const meta = pageTitle('campaigns:the_list')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const list = readListParams(request.url, callListShape)
  const [page, counts] = await Promise.all([
    listCallList(db, viewer, campaign, list),
    countCallList(db, campaign),
  ])
  return {
    campaign,
    list,
    page,
    counts,
    mayWrite: may(viewer, 'campaigns.write'),
    mayExport: may(viewer, 'campaigns.export'),
    loadedAt: Date.now(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, DecisionForm)
  if (!form.ok) return form.reply
  const { pathname, search } = new URL(request.url)

  return submitOnce(form, viewer.userId, async (trx) => {
    const campaign = orNotFound(await holdCampaign(trx, viewer, idParam(params, 'campaignId')))
    const { decided, passedOver } = await decideCompanies(trx, viewer, campaign, form.value)
    const toast: Toast = passedOver
      ? { text: 'campaigns:decided_some', params: { count: decided, passedOver } }
      : { text: 'campaigns:decided', params: { count: decided } }
    return { to: pathname.replace(/\.data$/, '') + search, toast }
  })
}

export default function CallList() {
  const { t } = useText()
  const { campaign, list, page, counts, mayWrite, mayExport, loadedAt } = useLoaderData<typeof loader>()
  const open = mayWrite && campaign.listApprovedAt === null && campaign.status === 'list_building'
  return (
    <Page
      title={t('campaigns:the_list')}
      lead={t('campaigns:list_lead')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      actions={
        <>
          {mayExport && <ExportLink to={`/campaigns/${campaign.id}/list.csv`} list={list} />}
          {open && (
            <ButtonLink to="../approval" relative="path">
              {t('campaigns:approve')}
            </ButtonLink>
          )}
        </>
      }
    >
      <CallListNotices campaign={campaign} waiting={open ? counts.waitingOnSourceList : 0} />
      <Filters
        list={list}
        searchLabel={t('campaigns:search_company')}
        filters={[
          {
            name: 'state',
            label: t('campaigns:decision'),
            options: optionsOf(listStates, (value) => t(`campaigns:state.${value}`)),
          },
          ...(campaign.sourceListKeywords.length > 0
            ? [
                {
                  name: 'keyword',
                  label: t('campaigns:keyword'),
                  options: optionsOf(campaign.sourceListKeywords, (value) => value),
                },
              ]
            : []),
        ]}
      />
      {counts.blocked > 0 && list.filters.state !== 'blocked' && (
        <p className="mb-3 text-sm text-soft">{t('campaigns:blocked_count', { count: counts.blocked })}</p>
      )}
      <DecisionTable key={loadedAt} page={page} list={list} open={open} />
    </Page>
  )
}
