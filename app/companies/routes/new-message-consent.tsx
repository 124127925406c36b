import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Choices, Field, optionsOf } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { findCompany, findCompanyAt } from '../companies.server'
import { MessageConsentForm, messageChannels } from '../message-consent'
import { recordMessageConsent } from '../message-consents.server'

export const meta = pageTitle('contacts:consent_add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompanyAt(db, viewer, params)
  return { company, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, MessageConsentForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const company = orNotFound(await findCompany(trx, viewer, idParam(params, 'companyId')))
    await recordMessageConsent(trx, viewer, company, form.value)
    return { to: `/companies/${company.id}`, toast: { text: 'contacts:consent_saved' } }
  })
}

export default function NewMessageConsent() {
  const { t } = useText()
  const { company, today } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('contacts:consent_add')}
      lead={t('contacts:consent_lead')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      defaultValue={{ channels: ['email'], givenOn: today }}
      submit={t('contacts:consent_add')}
    >
      <Choices
        type="checkbox"
        name="channels"
        label={t('contacts:consent_channels')}
        options={optionsOf(messageChannels, (value) => t(`contacts:channels.${value}`))}
      />
      <Field name="givenBy" label={t('contacts:consent_by')} />
      <Field name="how" label={t('contacts:consent_how')} hint={t('contacts:consent_how_hint')} />
      <Field name="givenOn" type="date" label={t('contacts:consent_on')} />
    </FormPage>
  )
}
