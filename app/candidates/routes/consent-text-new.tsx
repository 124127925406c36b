import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { HiddenField } from '~/ui/form'
import { Field, TextArea } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { CONSENT_TIERS, ConsentTextForm } from '../consent'
import { addConsentText } from '../consent-texts.server'
import { currentConsentTexts } from '../consents.server'

export const meta = pageTitle('consents:new_version')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'settings.manage')
  const asked = new URL(request.url).searchParams.get('tier')
  const tier = CONSENT_TIERS.find((one) => one === asked) ?? 'T1'
  const current = (await currentConsentTexts(db)).find((text) => text.tier === tier)
  return {
    tier,
    defaults: { fi: current?.fi, sv: current?.sv, en: current?.en, validFrom: today() },
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')

  const form = await parseForm(request, ConsentTextForm)
  if (!form.ok) return form.reply
  if (form.value.validFrom < today()) return form.refuse({ validFrom: ['consents:text_in_past'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await addConsentText(trx, viewer, form.value)
    return { to: `/consent-texts#${form.value.tier}`, toast: { text: 'consents:text_added' } }
  })
}

export default function NewConsentText() {
  const { t } = useText()
  const { tier, defaults } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('consents:new_version')}
      lead={t('consents:new_version_lead', { tier: t(`consents:tier.${tier}`) })}
      up={{ to: '/consent-texts', label: t('consents:texts') }}
      defaultValue={defaults}
      submit={t('ui:save')}
    >
      <HiddenField name="tier" value={tier} />
      <TextArea name="fi" label={t('ui:languages.fi')} rows={6} />
      <TextArea name="sv" label={t('ui:languages.sv')} rows={6} />
      <TextArea name="en" label={t('ui:languages.en')} rows={6} />
      <Field name="validFrom" type="date" label={t('consents:valid_from')} />
    </FormPage>
  )
}
