import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { PASSWORD_FIELDS, SignInForm } from '~/auth/account'
import { hasNoAccounts } from '~/auth/accounts.server'
import { DemoAccounts } from '~/auth/demo-accounts'
import { signIn } from '~/auth/sign-in.server'
import { findViewer } from '~/auth/viewer.server'
import { isDemo } from '~/demo/demo.server'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '~/demo/demo-accounts'
import { db } from '~/platform/db.server'
import { parseForm } from '~/platform/form.server'
import { safePath } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Card, Notice, Page } from '~/ui/page'

export const meta = pageTitle('auth:sign_in')

/** Public: the way in. An installation without any account is set up first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const to = safePath(new URL(request.url).searchParams.get('to'), '/')
  if (await findViewer(request)) throw redirect(to)
  if (await hasNoAccounts(db)) throw redirect('/set-up')

  const demo = await isDemo(db)
  return { to, demo: demo ? { accounts: DEMO_ACCOUNTS, password: DEMO_PASSWORD } : null }
}

/** Public: the way in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, SignInForm, PASSWORD_FIELDS)
  if (!form.ok) return form.reply

  const result = await signIn(db, {
    email: form.value.email,
    password: form.value.password,
    clientAddress: context.clientAddress,
    userAgent: request.headers.get('User-Agent'),
  })
  if (result.ok) {
    // The whole page anew: it may be in another language for this person.
    return redirectDocument(safePath(form.value.to, '/'), {
      status: 303,
      headers: { 'Set-Cookie': result.cookie },
    })
  }
  if (result.because === 'refused') return form.refuse({ '': ['auth:refused'] })
  return data(form.conflict('auth:too_many_tries').data, { status: 429, headers: { 'Retry-After': '900' } })
}

export default function SignInPage() {
  const { t } = useText()
  const { to, demo } = useLoaderData<typeof loader>()
  return (
    <Page title={t('auth:sign_in')} lead={t('auth:sign_in_lead')}>
      {to.startsWith('/own') && <Notice>{t('auth:own_page_hint')}</Notice>}
      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
        <Card>
          <Form>
            <HiddenField name="to" value={to} />
            <Field name="email" type="email" label={t('ui:email')} autoComplete="username" />
            <Field
              name="password"
              type="password"
              label={t('auth:password')}
              autoComplete="current-password"
            />
            <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
              <Submit>{t('auth:sign_in')}</Submit>
              <Link className="link" to="/forgotten-password">
                {t('auth:forgotten')}
              </Link>
            </div>
          </Form>
        </Card>
        {demo && <DemoAccounts {...demo} to={to} />}
      </div>
    </Page>
  )
}
