import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { inviteUser } from '~/auth/invitations.server'
import { requireMay } from '~/auth/viewer.server'
import { instantOf, plusDays, plusMonths, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { LANGUAGES } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Field, optionsOf, Select } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { addCaller } from '../callers.server'
import { CallerInvitationForm } from '../campaign-form'
import { findCampaign, holdCampaign } from '../campaigns.server'

export const meta = pageTitle('campaigns:invite_caller')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const campaign = orNotFound(await findCampaign(db, viewer, idParam(params, 'campaignId')))
  return {
    campaign: { id: campaign.id, name: campaign.name },
    expiresOn: campaign.endsOn ?? plusMonths(today(), 2),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.write')
  const form = await parseForm(request, CallerInvitationForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const campaign = orNotFound(await holdCampaign(trx, viewer, idParam(params, 'campaignId')))
    const { expiresOn, ...who } = form.value
    const expiresAt = instantOf(`${plusDays(expiresOn, 1)}T00:00`)
    const { userId } = await inviteUser(trx, viewer, { ...who, roles: ['caller'], expiresAt })
    await addCaller(trx, viewer, campaign, userId)
    return { to: `/campaigns/${campaign.id}/callers`, toast: { text: 'campaigns:caller_invited' } }
  })
}

export default function CallerInvitation() {
  const { t } = useText()
  const { campaign, expiresOn } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('campaigns:invite_caller')}
      lead={t('campaigns:invite_caller_lead')}
      up={{ to: `/campaigns/${campaign.id}/callers`, label: t('campaigns:callers') }}
      defaultValue={{ language: 'fi', expiresOn }}
      submit={t('campaigns:send_invitation')}
    >
      <Field name="name" label={t('ui:name')} autoComplete="off" />
      <Field name="email" type="email" label={t('ui:email')} autoComplete="off" />
      <Field name="organisation" label={t('campaigns:organisation')} autoComplete="off" />
      <Select
        name="language"
        label={t('ui:language')}
        options={optionsOf(LANGUAGES, (value) => t(`ui:languages.${value}`))}
      />
      <Field
        name="expiresOn"
        type="date"
        label={t('campaigns:access_until')}
        hint={t('campaigns:access_until_hint')}
      />
    </FormPage>
  )
}
