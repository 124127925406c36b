import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { endOfLastDay, InviteForm } from '~/auth/account'
import { inviteUser } from '~/auth/invitations.server'
import { LanguageField } from '~/auth/language-field'
import { RolesFields } from '~/auth/roles-fields'
import { requireMay } from '~/auth/viewer.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field } from '~/ui/form-fields'
import { Card, Page } from '~/ui/page'

export const meta = pageTitle('auth:invite')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'accounts.manage')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'accounts.manage')

  const form = await parseForm(request, InviteForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { expires_on, ...invitation } = form.value
    const { userId } = await inviteUser(trx, viewer, { ...invitation, expiresAt: endOfLastDay(expires_on) })
    return { to: `/accounts/${userId}`, toast: { text: 'auth:invited_toast' } }
  })
}

export default function InvitePage() {
  const { t, language } = useText()
  return (
    <Page narrow title={t('auth:invite')} up={{ to: '/accounts', label: t('auth:accounts') }}>
      <Card>
        <Form defaultValue={{ language }}>
          <Field name="name" label={t('ui:name')} />
          <Field name="email" type="email" label={t('ui:email')} />
          <LanguageField />
          <RolesFields />
          <Submit>{t('auth:invite_send')}</Submit>
        </Form>
      </Card>
    </Page>
  )
}
