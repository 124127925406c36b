import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { closeAccount, findAccount } from '~/auth/accounts.server'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Form, Submit } from '~/ui/form'
import { Card, Page } from '~/ui/page'

export const meta = pageTitle('auth:close')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'accounts.manage')
  const account = orNotFound(await findAccount(db, idParam(params, 'userId')))
  return { id: account.id, name: account.name }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'accounts.manage')
  const userId = idParam(params, 'userId')
  orNotFound(await findAccount(db, userId))
  return doOnce(request, viewer.userId, async (trx) => {
    await closeAccount(trx, viewer, userId)
    return {
      to: `/accounts/${userId}`,
      toast: { text: 'auth:closed_toast', undo: `/accounts/${userId}/reopening` },
    }
  })
}

export default function AccountClosingPage() {
  const { t } = useText()
  const { id, name } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('auth:close_title', { name })} up={{ to: `/accounts/${id}`, label: name }}>
      <Card>
        <p className="mb-5">{t('auth:close_lead')}</p>
        <Form className="flex flex-wrap gap-2">
          <Submit look="danger">{t('auth:close')}</Submit>
          <ButtonLink to={`/accounts/${id}`}>{t('ui:cancel')}</ButtonLink>
        </Form>
      </Card>
    </Page>
  )
}
