import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OwnAccountForm } from '~/auth/account'
import { findOwnAccount, saveOwnAccount } from '~/auth/accounts.server'
import { LanguageField } from '~/auth/language-field'
import { listSessions } from '~/auth/session.server'
import { SessionList } from '~/auth/session-list'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Card, Facts, Page, Section } from '~/ui/page'

export const meta = pageTitle('auth:account')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_account.manage')
  const [account, sessions] = await Promise.all([findOwnAccount(db, viewer), listSessions(db, viewer)])
  return { account, sessions, roles: viewer.roles }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_account.manage')

  const form = await parseForm(request, OwnAccountForm)
  if (!form.ok) return form.reply

  const reply = await submitOnce(form, viewer.userId, async (trx) => {
    const saved = await saveOwnAccount(trx, viewer, form.value)
    if (!saved) return form.conflict('errors:changed_by_other')
    return { to: '/account', toast: { text: 'auth:account_saved' } }
  })
  // The whole page anew: its language may have changed.
  return reply instanceof Response ? redirectDocument('/account', reply) : reply
}

export default function AccountPage() {
  const { t, format } = useText()
  const { account, sessions, roles } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('auth:account')}
      actions={<ButtonLink to="/account/password">{t('auth:change_password')}</ButtonLink>}
    >
      <Section title={t('ui:details')} id="details">
        <Card className="space-y-6">
          <Facts
            facts={[
              { label: t('ui:email'), value: account.email },
              { label: t('auth:role'), value: format.list(roles.map((role) => t(`auth:roles.${role}`))) },
              { label: t('auth:organisation'), value: account.organisation },
              { label: t('auth:expires'), value: account.expiresAt && format.moment(account.expiresAt) },
            ]}
          />
          <Form defaultValue={account}>
            <HiddenField name="version" value={account.version} />
            <Field name="name" label={t('auth:your_name')} autoComplete="name" />
            <LanguageField />
            <Submit>{t('ui:save')}</Submit>
          </Form>
        </Card>
      </Section>
      <SessionList sessions={sessions} />
    </Page>
  )
}
