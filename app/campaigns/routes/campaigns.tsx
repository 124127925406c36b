import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { type Column, DataTable } from '~/ui/data-table'
import { Filters } from '~/ui/filters'
import { optionsOf } from '~/ui/form-fields'
import { EmptyState, Page } from '~/ui/page'
import { campaignStatuses } from '../campaign'
import { CampaignStatusBadge } from '../campaign-status'
import { type CampaignListRow, campaignListShape, listCampaigns } from '../campaigns.server'
import { period } from '../period'

export const meta = pageTitle('campaigns:title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const list = readListParams(request.url, campaignListShape)
  return { list, page: await listCampaigns(db, viewer, list), mayWrite: may(viewer, 'campaigns.write') }
}

export default function Campaigns() {
  const { t, format } = useText()
  const { list, page, mayWrite } = useLoaderData<typeof loader>()
  const columns: Column<CampaignListRow>[] = [
    {
      id: 'name',
      header: t('ui:name'),
      sort: 'name',
      cell: (campaign) => (
        <Link className="link font-medium" to={`/campaigns/${campaign.id}`}>
          {campaign.name}
        </Link>
      ),
    },
    {
      id: 'status',
      header: t('ui:status'),
      cell: (campaign) => <CampaignStatusBadge status={campaign.status} />,
    },
    { id: 'round', header: t('rounds:one'), cell: (campaign) => campaign.roundName },
    { id: 'list', header: t('campaigns:source_list'), cell: (campaign) => campaign.sourceListName },
    { id: 'period', header: t('campaigns:period'), cell: (campaign) => period(campaign, format) },
    {
      id: 'done',
      header: t('campaigns:called'),
      align: 'right',
      cell: (campaign) =>
        t('campaigns:done_of', {
          done: format.number(campaign.done ?? 0),
          all: format.number(campaign.companies ?? 0),
        }),
    },
  ]
  const add = mayWrite && (
    <ButtonLink to="/campaigns/new" look="primary">
      {t('campaigns:add')}
    </ButtonLink>
  )
  return (
    <Page title={t('campaigns:title')} actions={add}>
      <Filters
        list={list}
        searchLabel={t('campaigns:search')}
        filters={[
          {
            name: 'status',
            label: t('ui:status'),
            options: optionsOf(campaignStatuses, (value) => t(`campaigns:status.${value}`)),
          },
        ]}
      />
      <DataTable
        caption={t('campaigns:title')}
        columns={columns}
        list={list}
        {...page}
        empty={
          <EmptyState title={t('campaigns:none')} action={add}>
            {t('campaigns:none_hint')}
          </EmptyState>
        }
      />
    </Page>
  )
}
