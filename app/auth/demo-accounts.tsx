import { Form } from '@remix-run/react'
import { useText } from '~/texts/use-text'
import { Section } from '~/ui/page'
import type { Role } from './permissions'

type Props = { accounts: readonly { email: string; role: Role }[]; password: string; to: string }

/** One button for each role of the demonstration; it signs straight in. */
export function DemoAccounts({ accounts, password, to }: Props) {
  const { t } = useText()
  return (
    <Section title={t('auth:demo_accounts')} id="demo-accounts">
      <p className="mb-3 text-soft">{t('auth:demo_accounts_lead')}</p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {accounts.map(({ email, role }) => (
          <li key={email}>
            <Form method="post" action="/sign-in" reloadDocument>
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <input type="hidden" name="to" value={to} />
              <button
                type="submit"
                className="w-full rounded-lg border border-control bg-card px-4 py-3 text-left hover:bg-bridge-pale"
              >
                <span className="block font-semibold text-bridge-deep">{t(`auth:roles.${role}`)}</span>
                <span className="block text-sm text-soft">{t(`auth:role_tasks.${role}`)}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  )
}
