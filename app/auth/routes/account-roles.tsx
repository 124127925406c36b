import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endOfLastDay, lastDayOf, RolesForm } from '~/auth/account'
import { changeRoles, findAccount } from '~/auth/accounts.server'
import { RolesFields } from '~/auth/roles-fields'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, HiddenField, Submit } from '~/ui/form'
import { Card, Page } from '~/ui/page'

export const meta = pageTitle('auth:edit_roles')

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMay(request, 'accounts.manage')
  const account = await findAccount(db, idParam(params, 'userId'))
  // The role of an employer or a mentor comes from the contact they speak for.
  if (!account || account.companyId) throw notFound()
  return { account, lastDay: lastDayOf(account.expiresAt) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'accounts.manage')
  const userId = idParam(params, 'userId')

  const form = await parseForm(request, RolesForm)
  if (!form.ok) return form.reply
  orNotFound(await findAccount(db, userId))

  return submitOnce(form, viewer.userId, async (trx) => {
    const { roles, organisation = null, expires_on, version } = form.value
    const expiresAt = endOfLastDay(expires_on)
    const changed = await changeRoles(trx, viewer, userId, { roles, organisation, expiresAt, version })
    if (!changed) return form.conflict('errors:changed_by_other')
    return { to: `/accounts/${userId}`, toast: { text: 'auth:roles_saved' } }
  })
}

export default function AccountRolesPage() {
  const { t } = useText()
  const { account, lastDay } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('auth:edit_roles')} up={{ to: `/accounts/${account.id}`, label: account.name }}>
      <Card>
        <Form
          defaultValue={{ roles: account.roles, organisation: account.organisation, expires_on: lastDay }}
        >
          <HiddenField name="version" value={account.version} />
          <RolesFields />
          <Submit>{t('ui:save')}</Submit>
        </Form>
      </Card>
    </Page>
  )
}
