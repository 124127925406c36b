import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadNewPassword, postNewPassword } from '~/auth/new-password.server'
import { DeadLinkPage, NewPasswordPage } from '~/auth/new-password-form'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'

export const meta = pageTitle('auth:reset_title')

/** Public: the secret in the address says whose account this is. */
export function loader({ params }: LoaderFunctionArgs) {
  return loadNewPassword(params.token, 'reset')
}

/** Public: the secret in the address says whose account this is. */
export function action({ request, params }: ActionFunctionArgs) {
  return postNewPassword(request, params.token, 'reset')
}

export default function ResetPage() {
  const { t } = useText()
  const link = useLoaderData<typeof loader>()
  if (!link) return <DeadLinkPage />
  return (
    <NewPasswordPage title={t('auth:reset_title')} lead={t('auth:reset_lead', link)} email={link.email} />
  )
}
