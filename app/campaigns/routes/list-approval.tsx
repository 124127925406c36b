import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Form, Submit } from '~/ui/form'
import { Card, Facts, Notice, Page } from '~/ui/page'
import { approveCallList, countCallList } from '../call-list.server'
import { countCampaign } from '../campaign-counts.server'
import { findCampaign, holdCampaign } from '../campaigns.server'

export const meta = pageTitle('campaigns:approve')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const [{ decisions }, counts] = await Promise.all([
    countCampaign(db, campaign),
    countCallList(db, campaign),
  ])
  return { campaign, decisions, counts }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  return doOnce(request, viewer.userId, async (trx) => {
    const campaign = orNotFound(await holdCampaign(trx, viewer, idParam(params, 'campaignId')))
    const count = await approveCallList(trx, viewer, campaign)
    return { to: `/campaigns/${campaign.id}`, toast: { text: 'campaigns:list_approved', params: { count } } }
  })
}

export default function ListApproval() {
  const { t, format } = useText()
  const { campaign, decisions, counts } = useLoaderData<typeof loader>()
  const callable = decisions.included - counts.includedButBlocked
  return (
    <Page
      title={t('campaigns:approve')}
      lead={t('campaigns:approve_lead')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      narrow
    >
      {campaign.listApprovedAt && (
        <Notice title={t('campaigns:frozen')}>
          {t('campaigns:approved_by', {
            when: format.moment(campaign.listApprovedAt),
            who: campaign.listApprovedBy ?? '',
          })}
        </Notice>
      )}
      <Card className="mb-6">
        <Facts
          facts={[
            { label: t('campaigns:will_be_called'), value: <strong>{format.number(callable)}</strong> },
            {
              label: t('campaigns:passed_over'),
              value: counts.includedButBlocked > 0 && format.number(counts.includedButBlocked),
            },
            { label: t('campaigns:state.excluded'), value: format.number(decisions.excluded) },
            { label: t('campaigns:state.undecided'), value: format.number(decisions.undecided) },
          ]}
        />
      </Card>
      {!campaign.listApprovedAt && (
        <>
          {decisions.undecided > 0 && (
            <Notice tone="warn">{t('campaigns:undecided_stay_out', { count: decisions.undecided })}</Notice>
          )}
          <p className="mb-6">
            {t('campaigns:order_explained')}{' '}
            <Link className="link" to="../order" relative="path">
              {t('prospects:order.open')}
            </Link>
          </p>
          <Form className="flex flex-wrap gap-3">
            <Submit>{t('campaigns:approve_count', { count: callable })}</Submit>
            <ButtonLink to="../list" relative="path">
              {t('campaigns:back_to_list')}
            </ButtonLink>
          </Form>
        </>
      )}
    </Page>
  )
}
