import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { OwnContactForm } from '~/candidates/own-contact'
import { OwnContactFields } from '~/candidates/own-contact-parts'
import { changeOwnContact, findOwnContact } from '~/candidates/own-contacts.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ActionButton, Form, HiddenField, Submit } from '~/ui/form'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('history:own_contact.change')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const at = { candidateId: ownCandidateId(viewer), ownContactId: idParam(params, 'ownContactId') }
  return orNotFound(await findOwnContact(db, at))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const at = { candidateId: ownCandidateId(viewer), ownContactId: idParam(params, 'ownContactId') }
  orNotFound(await findOwnContact(db, at))

  const form = await parseForm(request, OwnContactForm)
  if (!form.ok) return form.reply
  if (form.value.contactedOn > today()) return form.refuse({ contactedOn: ['history:own_contact.in_future'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await changeOwnContact(trx, viewer, at, form.value)))
      return form.conflict('errors:changed_by_other')
    return { to: '/own/contacts', toast: { text: 'history:own_contact.saved' } }
  })
}

export default function ChangeOwnContact() {
  const { t } = useText()
  const { id, version, ...contact } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={t('history:own_contact.change')}
      up={{ to: '/own/contacts', label: t('history:own_contact.title') }}
      actions={
        <ActionButton look="danger" action={`/own/contacts/${id}/removal`}>
          {t('history:own_contact.remove')}
        </ActionButton>
      }
    >
      <Form defaultValue={contact}>
        <HiddenField name="version" value={version} />
        <OwnContactFields />
        <Submit>{t('ui:save')}</Submit>
      </Form>
    </OwnPage>
  )
}
