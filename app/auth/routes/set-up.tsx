import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isOwnAddress, PASSWORD_FIELDS, SetUpForm } from '~/auth/account'
import { hasNoAccounts } from '~/auth/accounts.server'
import { LanguageField } from '~/auth/language-field'
import { NewPasswordFields } from '~/auth/new-password-form'
import { startSession } from '~/auth/session.server'
import { setUpFirstAdministrator } from '~/auth/set-up.server'
import { deviceName } from '~/auth/sign-in.server'
import { db } from '~/platform/db.server'
import { parseForm } from '~/platform/form.server'
import { notFound } from '~/platform/http.server'
import { languageOf } from '~/texts/language.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Card, Page } from '~/ui/page'

export const meta = pageTitle('auth:set_up_title')

/** Public while nobody has an account; afterwards there is no such page. */
export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await hasNoAccounts(db))) throw notFound()
  return { language: await languageOf(request) }
}

/** Public while nobody has an account: whoever installs Silta becomes its first administrator. */
export async function action({ request }: ActionFunctionArgs) {
  if (!(await hasNoAccounts(db))) throw notFound()

  const form = await parseForm(request, SetUpForm, PASSWORD_FIELDS)
  if (!form.ok) return form.reply
  const { password, email } = form.value
  if (isOwnAddress(password, email)) return form.refuse({ password: ['auth:own_address'] })

  const first = await db.transaction().execute((trx) => setUpFirstAdministrator(trx, form.value))
  if (!first) throw notFound()
  const cookie = await startSession(first.userId, deviceName(request.headers.get('User-Agent')))
  return redirectDocument('/', { status: 303, headers: { 'Set-Cookie': cookie } })
}

export default function SetUpPage() {
  const { t } = useText()
  const { language } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('auth:set_up_title')} lead={t('auth:set_up_lead')}>
      <Card>
        <Form defaultValue={{ language }}>
          <Field name="name" label={t('auth:your_name')} autoComplete="name" />
          <Field name="email" type="email" label={t('ui:email')} autoComplete="username" />
          <LanguageField />
          <NewPasswordFields />
          <Submit>{t('auth:set_up')}</Submit>
        </Form>
      </Card>
    </Page>
  )
}
