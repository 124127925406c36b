import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { restAfterTry } from '../contact-event'
import { CooldownForm } from '../contact-log'
import { readCooldownDays, setCooldownDays } from '../cooldown.server'

export const meta = pageTitle('contacts:rules')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  return { days: await readCooldownDays(db), maySet: may(viewer, 'settings.manage') }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'settings.manage')
  const form = await parseForm(request, CooldownForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    await setCooldownDays(trx, viewer, form.value.days)
    return { to: '/contact-rules', toast: { text: 'contacts:rules_saved' } }
  })
}

export default function ContactRules() {
  const { t } = useText()
  const { days, maySet } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('contacts:rules')}
      lead={t('contacts:rules_lead')}
      up={{ to: '/suppressions', label: t('suppressions:title') }}
      narrow
    >
      <p className="mb-2 font-medium">{t('contacts:rule_now', { days })}</p>
      <p className="mb-4">{t('contacts:rule_try', { hours: restAfterTry.hours })}</p>
      {maySet && (
        <Form key={days} defaultValue={{ days }}>
          <Field
            name="days"
            type="number"
            min={0}
            max={365}
            label={t('contacts:cooldown_days')}
            hint={t('contacts:cooldown_hint')}
          />
          <Submit>{t('ui:save')}</Submit>
        </Form>
      )}
    </Page>
  )
}
