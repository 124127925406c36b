import { type ActionFunctionArgs, data } from '@remix-run/node'
import { ForgottenPasswordForm } from '~/auth/account'
import { askForPasswordReset } from '~/auth/invitations.server'
import { countTry, resetLimits } from '~/auth/try-limit.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Card, Page } from '~/ui/page'

export const meta = pageTitle('auth:forgotten_title')

/** Public: who forgot the password cannot sign in. The answer is the same whether there is such an account or not. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, ForgottenPasswordForm)
  if (!form.ok) return form.reply

  const { email } = form.value
  const { tooMany } = await countTry(db, resetLimits(email, context.clientAddress))
  if (tooMany) {
    return data(form.conflict('auth:too_many_tries').data, { status: 429, headers: { 'Retry-After': '900' } })
  }
  return submitOnce(form, null, async (trx) => {
    await askForPasswordReset(trx, email)
    return { to: '/sign-in', toast: { text: 'auth:forgotten_sent' } }
  })
}

export default function ForgottenPasswordPage() {
  const { t } = useText()
  return (
    <Page
      narrow
      title={t('auth:forgotten_title')}
      lead={t('auth:forgotten_lead')}
      up={{ to: '/sign-in', label: t('auth:sign_in') }}
    >
      <Card>
        <Form>
          <Field name="email" type="email" label={t('ui:email')} autoComplete="username" />
          <Submit>{t('auth:forgotten_send')}</Submit>
        </Form>
      </Card>
    </Page>
  )
}
