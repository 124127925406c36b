import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Form, Submit } from '~/ui/form'
import { Select } from '~/ui/form-fields'
import { Page, Section } from '~/ui/page'
import { CallerTable } from '../caller-table'
import { addCaller, listCallers, listPossibleCallers } from '../callers.server'
import { CallerForm } from '../campaign-form'
import { findCampaign, holdCampaign } from '../campaigns.server'

export const meta = pageTitle('campaigns:callers')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  const [callers, possible] = await Promise.all([
    listCallers(db, campaign),
    listPossibleCallers(db, campaign),
  ])
  return { campaign: { id: campaign.id, name: campaign.name }, callers, possible }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, CallerForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const campaign = orNotFound(await holdCampaign(trx, viewer, idParam(params, 'campaignId')))
    await addCaller(trx, viewer, campaign, form.value.userId)
    return { to: `/campaigns/${campaign.id}/callers`, toast: { text: 'campaigns:caller_added' } }
  })
}

export default function Callers() {
  const { t } = useText()
  const { campaign, callers, possible } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('campaigns:callers')}
      lead={t('campaigns:callers_lead')}
      up={{ to: `/campaigns/${campaign.id}`, label: campaign.name }}
      actions={<ButtonLink to="invitation">{t('campaigns:invite_caller')}</ButtonLink>}
    >
      <Section title={t('campaigns:add_caller')} id="add">
        <Form key={possible.length} className="flex max-w-2xl flex-wrap items-end gap-3">
          <div className="min-w-0 grow basis-60">
            <Select
              name="userId"
              label={t('campaigns:caller')}
              options={possible.map((caller) => ({
                value: caller.id,
                label: [
                  caller.name,
                  caller.organisation,
                  caller.roles.includes('caller') && t('campaigns:external'),
                ]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
          </div>
          <Submit>{t('campaigns:add_caller')}</Submit>
        </Form>
      </Section>
      <Section title={t('campaigns:callers')} id="callers">
        <CallerTable callers={callers} campaignId={campaign.id} removable />
      </Section>
    </Page>
  )
}
