import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { doOnce } from '~/platform/form.server'
import { pageTitle } from '~/texts/title'
import { NotePage } from '../dealings/note-page'
import { findNoteAt, moveNote } from '../dealings/notes.server'

export const meta = pageTitle('dealings:note.restore')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return findNoteAt(db, viewer, params)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  return doOnce(request, viewer.userId, async (trx) => {
    const { company, note } = await findNoteAt(trx, viewer, params)
    await moveNote(trx, viewer, { companyId: company.id, noteId: note.id }, 'back')
    return { to: `/companies/${company.id}`, toast: { text: 'dealings:note.restored' } }
  })
}

export default function NoteRestoring() {
  return <NotePage doing="dealings:note.restore" {...useLoaderData<typeof loader>()} />
}
