import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Select } from '~/ui/form-fields'
import { EmptyState, Page } from '~/ui/page'
import { askContact, listContactChoices } from '../attendance.server'
import { ContactGuestForm } from '../meeting'
import { findMeeting } from '../meetings.server'

export const meta = pageTitle('meetings:guests.add_contact')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const meeting = orNotFound(await findMeeting(db, viewer, idParam(params, 'meetingId')))
  return { id: meeting.id, title: meeting.title, contacts: await listContactChoices(db, meeting.id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'meetings.write')
  const meeting = orNotFound(await findMeeting(db, viewer, idParam(params, 'meetingId')))

  const form = await parseForm(request, ContactGuestForm)
  if (!form.ok) return form.reply
  const choices = await listContactChoices(db, meeting.id)
  if (!choices.some(({ id }) => id === form.value.contactId))
    return form.refuse({ contactId: ['errors:choice'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    await askContact(trx, viewer, meeting.id, form.value.contactId)
    return { to: `/meetings/${meeting.id}#guests`, toast: { text: 'meetings:guests.added' } }
  })
}

export default function NewContactGuest() {
  const { t } = useText()
  const { id, title, contacts } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('meetings:guests.add_contact')} up={{ to: `/meetings/${id}`, label: title }}>
      {contacts.length === 0 ? (
        <EmptyState title={t('meetings:guests.no_contacts')} />
      ) : (
        <Form>
          <Select
            name="contactId"
            label={t('meetings:guests.contact')}
            options={contacts.map((contact) => ({
              value: contact.id,
              label: `${contact.companyName}: ${contact.name}`,
            }))}
          />
          <Submit>{t('meetings:guests.add_contact')}</Submit>
        </Form>
      )}
    </Page>
  )
}
