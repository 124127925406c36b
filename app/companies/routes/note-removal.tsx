import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Form, Submit } from '~/ui/form'
import { Page } from '~/ui/page'
import { findCompany } from '../companies.server'
import { findNote, moveNote } from '../dealings/notes.server'

export const meta = pageTitle('dealings:note.remove')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const company = await findCompany(db, viewer, idParam(params, 'companyId'))
  if (!company) throw notFound()
  const note = await findNote(db, { companyId: company.id, noteId: idParam(params, 'noteId') })
  if (!note) throw notFound()
  return { company: { id: company.id, name: company.name }, note }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const companyId = idParam(params, 'companyId')
  const noteId = idParam(params, 'noteId')
  const form = await parseForm(request, z.object({}))
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    if (!(await findCompany(trx, viewer, companyId))) throw notFound()
    if (!(await findNote(trx, { companyId, noteId }))) throw notFound()
    await moveNote(trx, viewer, { companyId, noteId }, 'off')
    return {
      to: `/companies/${companyId}`,
      toast: { text: 'dealings:note.removed', undo: `/companies/${companyId}/notes/${noteId}/restoring` },
    }
  })
}

export default function NoteRemoval() {
  const { t } = useText()
  const { company, note } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('dealings:note.remove')}
      up={{ to: `/companies/${company.id}`, label: company.name }}
      narrow
    >
      <p className="mb-4 whitespace-pre-line">{note.body}</p>
      <Form>
        <Submit look="danger">{t('dealings:note.remove')}</Submit>
      </Form>
    </Page>
  )
}
