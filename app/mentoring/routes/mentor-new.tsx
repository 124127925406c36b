import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Field, Select } from '~/ui/form-fields'
import { EmptyState, Page } from '~/ui/page'
import { MentorForm } from '../mentoring'
import { addMentor, listMentorChoices } from '../programme-people.server'
import { findProgramme } from '../programmes.server'

export const meta = pageTitle('mentoring:mentors.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programme = orNotFound(await findProgramme(db, viewer, idParam(params, 'programmeId')))
  return { id: programme.id, name: programme.name, contacts: await listMentorChoices(db, programme.id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'mentoring.write')
  const programme = orNotFound(await findProgramme(db, viewer, idParam(params, 'programmeId')))

  const form = await parseForm(request, MentorForm)
  if (!form.ok) return form.reply
  const choices = await listMentorChoices(db, programme.id)
  if (!choices.some(({ id }) => id === form.value.contactId))
    return form.refuse({ contactId: ['errors:choice'] })

  return submitOnce(form, viewer.userId, async (trx) => {
    const { contactId, confidentialitySignedOn = null } = form.value
    await addMentor(trx, viewer, programme.id, { contactId, confidentialitySignedOn })
    return { to: `/mentoring/${programme.id}#mentors`, toast: { text: 'mentoring:mentors.added' } }
  })
}

export default function NewMentor() {
  const { t } = useText()
  const { id, name, contacts } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('mentoring:mentors.add')}
      lead={t('mentoring:mentors.lead')}
      up={{ to: `/mentoring/${id}`, label: name }}
    >
      {contacts.length === 0 ? (
        <EmptyState title={t('mentoring:mentors.no_contacts')} />
      ) : (
        <Form>
          <Select
            name="contactId"
            label={t('mentoring:mentors.contact')}
            options={contacts.map((contact) => ({
              value: contact.id,
              label: `${contact.companyName}: ${contact.name}`,
            }))}
          />
          <Field
            name="confidentialitySignedOn"
            type="date"
            label={t('mentoring:mentors.signed_on')}
            hint={t('mentoring:mentors.signed_hint')}
            optional
          />
          <Submit>{t('mentoring:mentors.add')}</Submit>
        </Form>
      )}
    </Page>
  )
}
