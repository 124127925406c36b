import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { listActivity } from '~/activity/activity.server'
import { ActivityFeed } from '~/activity/activity-feed'
import { accountState } from '~/auth/account'
import { AccountStateBadge } from '~/auth/account-state-badge'
import { findAccount } from '~/auth/accounts.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { ActionButton } from '~/ui/form'
import { Card, Facts, Page, Section } from '~/ui/page'

export const meta = pageTitle<typeof loader>(({ account }) => account.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'accounts.manage')
  const userId = idParam(params, 'userId')
  const [account, timeline] = await Promise.all([
    findAccount(db, userId),
    listActivity(db, { subject: ['user_account', userId] }),
  ])
  if (!account) throw notFound()
  return { account, state: accountState(account), timeline }
}

export default function AccountDetailPage() {
  const { t, format } = useText()
  const { account, state, timeline } = useLoaderData<typeof loader>()
  const at = `/accounts/${account.id}`
  return (
    <Page
      title={account.name}
      up={{ to: '/accounts', label: t('auth:accounts') }}
      lead={<AccountStateBadge state={state} />}
      actions={
        state === 'closed' ? (
          <ActionButton action={`${at}/reopening`}>{t('auth:reopen')}</ActionButton>
        ) : (
          <>
            {!account.acceptedAt && (
              <ActionButton action={`${at}/invitation`}>{t('auth:invite_again')}</ActionButton>
            )}
            {!account.companyId && <ButtonLink to={`${at}/roles`}>{t('auth:edit_roles')}</ButtonLink>}
            <ButtonLink to={`${at}/closing`} look="danger">
              {t('auth:close')}
            </ButtonLink>
          </>
        )
      }
    >
      <Section title={t('ui:details')} id="details">
        <Card>
          <Facts
            facts={[
              { label: t('ui:email'), value: account.email },
              {
                label: t('auth:roles_label'),
                value: account.roles.map((role) => t(`auth:roles.${role}`)).join(', '),
              },
              { label: t('ui:language'), value: t(`ui:languages.${account.language}`) },
              { label: t('auth:organisation'), value: account.organisation },
              {
                label: t('auth:speaks_for'),
                value: account.companyId && (
                  <Link className="link" to={`/companies/${account.companyId}`}>
                    {account.companyName}
                  </Link>
                ),
              },
              { label: t('auth:invited'), value: account.invitedAt && format.moment(account.invitedAt) },
              { label: t('auth:accepted'), value: account.acceptedAt && format.moment(account.acceptedAt) },
              { label: t('auth:expires'), value: account.expiresAt && format.moment(account.expiresAt) },
            ]}
          />
          {account.companyId && <p className="mt-4 text-sm text-soft">{t('auth:contact_account')}</p>}
        </Card>
      </Section>
      <Section title={t('ui:timeline')} id="timeline">
        <ActivityFeed timeline={timeline} />
      </Section>
    </Page>
  )
}
