import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { TextArea } from '~/ui/form-fields'
import { Page } from '~/ui/page'
import { ContactReasonForm } from '../contact-log'
import { allowContact } from '../cooldown.server'
import { checkReachOf } from '../reach.server'
import { ReachResult } from '../reach-result'

export const meta = pageTitle('contacts:dial')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const at = { companyId: idParam(params, 'companyId'), who: params.who ?? '' }
  const check = orNotFound(await checkReachOf(db, viewer, at, 'phone'))
  return { companyId: at.companyId, check }
}

/** The reason for ringing a company that should rest; then the number is shown. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, ContactReasonForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const at = { companyId: idParam(params, 'companyId'), who: params.who ?? '' }
    const check = orNotFound(await checkReachOf(trx, viewer, at, 'phone'))
    if (check.bar) return form.conflict('contacts:banned')
    await allowContact(trx, viewer, { id: at.companyId }, { campaignId: null, reason: form.value.reason })
    return { to: `/companies/${at.companyId}/dial/${at.who}`, toast: { text: 'contacts:allowed' } }
  })
}

export default function CompanyDial() {
  const { t } = useText()
  const { companyId, check } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('contacts:dial_title', { name: check.name })}
      up={{ to: `/companies/${companyId}`, label: check.companyName }}
      narrow
    >
      <ReachResult check={check} means="phone" />
      {check.contact && (
        <Form>
          <TextArea name="reason" label={t('ui:reason')} rows={3} />
          <Submit>{t('contacts:call_anyway')}</Submit>
        </Form>
      )}
    </Page>
  )
}
