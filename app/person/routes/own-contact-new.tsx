import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { NewOwnContactForm } from '~/candidates/own-contact'
import { OwnContactFields } from '~/candidates/own-contact-parts'
import { addOwnContact } from '~/candidates/own-contacts.server'
import { today } from '~/platform/dates'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('history:own_contact.add')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  return { contactedOn: today() }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')

  const form = await parseForm(request, NewOwnContactForm)
  if (!form.ok) return form.reply
  if (form.value.contactedOn > today()) return form.refuse({ contactedOn: ['history:own_contact.in_future'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await addOwnContact(trx, viewer, ownCandidateId(viewer), form.value)
    return { to: '/own/contacts', toast: { text: 'history:own_contact.added' } }
  })
}

export default function NewOwnContact() {
  const { t } = useText()
  const defaults = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('history:own_contact.add')}
      lead={t('history:own_contact.who_sees')}
      up={{ to: '/own/contacts', label: t('history:own_contact.title') }}
    >
      <Form defaultValue={defaults}>
        <OwnContactFields />
        <Submit>{t('ui:save')}</Submit>
      </Form>
    </OwnPage>
  )
}
