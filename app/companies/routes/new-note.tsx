import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { TextArea } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { findCompanyAt } from '../companies.server'
import { NoteForm } from '../dealings/dealing-forms'
import { addNote } from '../dealings/notes.server'

export const meta = pageTitle('dealings:note.add')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return { company: await findCompanyAt(db, viewer, params) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const form = await parseForm(request, NoteForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const { id: companyId } = await findCompanyAt(trx, viewer, params)
    await addNote(trx, viewer, companyId, form.value)
    return { to: `/companies/${companyId}`, toast: { text: 'dealings:note.saved' } }
  })
}

export default function NewNote() {
  const { t } = useText()
  const { company } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('dealings:note.add')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      submit={t('ui:save')}
    >
      <TextArea name="body" label={t('dealings:note.body')} hint={t('dealings:note.hint')} rows={6} />
    </FormPage>
  )
}
