import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChangePasswordForm, isOwnAddress, PASSWORD_FIELDS } from '~/auth/account'
import { findOwnAccount } from '~/auth/accounts.server'
import { NewPasswordFields } from '~/auth/new-password-form'
import { changeOwnPassword } from '~/auth/own-password.server'
import { countTry, forgetTries, signInLimits } from '~/auth/try-limit.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Card, Page } from '~/ui/page'

export const meta = pageTitle('auth:change_password')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_account.manage')
  const { email } = await findOwnAccount(db, viewer)
  return { email }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_account.manage')

  const form = await parseForm(request, ChangePasswordForm, PASSWORD_FIELDS)
  if (!form.ok) return form.reply
  const { email } = await findOwnAccount(db, viewer)
  if (isOwnAddress(form.value.password, email)) return form.refuse({ password: ['auth:own_address'] })
  const limits = signInLimits(email, context.clientAddress)
  const { tooMany } = await countTry(db, limits)
  if (tooMany) return form.conflict('auth:too_many_tries')

  return submitOnce(form, viewer.userId, async (trx) => {
    const changed = await changeOwnPassword(trx, viewer, form.value)
    if (!changed) return form.refuse({ current: ['auth:current_wrong'] })
    await forgetTries(trx, limits)
    return { to: '/account', toast: { text: 'auth:password_changed' } }
  })
}

export default function ChangePasswordPage() {
  const { t } = useText()
  const { email } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('auth:change_password')} up={{ to: '/account', label: t('auth:account') }}>
      <Card>
        <Form>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <Field
            name="current"
            type="password"
            label={t('auth:current_password')}
            autoComplete="current-password"
          />
          <NewPasswordFields />
          <Submit>{t('auth:save_password')}</Submit>
        </Form>
      </Card>
    </Page>
  )
}
