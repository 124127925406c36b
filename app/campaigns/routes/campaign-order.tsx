import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { houseOrder, OrderForm, orderOf } from '~/companies/call-order'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Notice, Page, Section } from '~/ui/page'
import { readCallOrder, setCallOrder } from '../call-order.server'
import { OrderFields } from '../call-order-fields'
import { OrderPreview } from '../call-order-preview'
import { previewCallOrder } from '../call-order-preview.server'
import { findCampaign, holdCampaign } from '../campaigns.server'

export const meta = pageTitle('prospects:order.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const saved = await readCallOrder(db, campaign)
  const order = orderOf(new URL(request.url).searchParams, saved)
  return {
    campaign: { id: campaign.id, name: campaign.name, status: campaign.status },
    order,
    tried: JSON.stringify(order) !== JSON.stringify(saved),
    preview: await previewCallOrder(db, campaign, order),
    mayWrite: may(viewer, 'campaigns.write') && campaign.status !== 'closed',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, OrderForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const campaign = orNotFound(await holdCampaign(trx, viewer, idParam(params, 'campaignId')))
    const count = await setCallOrder(trx, viewer, campaign, form.value)
    return {
      to: `/campaigns/${campaign.id}/order`,
      toast: { text: 'prospects:order.saved', params: { count } },
    }
  })
}

export default function CampaignOrder() {
  const { t } = useText()
  const { campaign, order, tried, preview, mayWrite } = useLoaderData<typeof loader>()
  const house = new URLSearchParams(
    Object.entries(houseOrder).map(([rule, points]) => [rule, String(points)]),
  )
  return (
    <Page
      title={t('prospects:order.title')}
      lead={t('prospects:order.lead')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      actions={
        mayWrite && (
          <ButtonLink to={`?${house}`} look="quiet">
            {t('prospects:order.house')}
          </ButtonLink>
        )
      }
    >
      <div className="grid gap-8 lg:grid-cols-2">
        <OrderFields order={order} editable={mayWrite} />
        <Section id="preview" title={t('prospects:order.preview_title', { count: preview.length })}>
          {tried && <Notice tone="warn">{t('prospects:order.your_changes')}</Notice>}
          {mayWrite && (
            <Form className="mb-4" label={t('ui:save')}>
              {Object.entries(order).map(([rule, points]) => (
                <HiddenField key={`${rule}${points}`} name={rule} value={points} />
              ))}
              <Submit>{t('ui:save')}</Submit>
            </Form>
          )}
          <OrderPreview rows={preview} />
        </Section>
      </div>
    </Page>
  )
}
