import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadNewPassword, postNewPassword } from '~/auth/new-password.server'
import { DeadLinkPage, NewPasswordPage } from '~/auth/new-password-form'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'

export const meta = pageTitle('auth:invitation_title')

/** Public: the secret in the address says whose account this is. */
export function loader({ params }: LoaderFunctionArgs) {
  return loadNewPassword(params.token, 'invitation')
}

/** Public: the secret in the address says whose account this is. */
export function action({ request, params }: ActionFunctionArgs) {
  return postNewPassword(request, params.token, 'invitation')
}

export default function InvitationPage() {
  const { t } = useText()
  const link = useLoaderData<typeof loader>()
  if (!link) return <DeadLinkPage />
  return (
    <NewPasswordPage
      title={t('auth:invitation_title')}
      lead={t('auth:invitation_lead', link)}
      email={link.email}
    />
  )
}
