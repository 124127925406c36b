import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { findCompanyAt } from '../companies.server'
import type { NoteForm } from './dealing-forms'

type Who = Pick<Viewer, 'userId'>

/** Writes a note on a company that the viewer has found. */
export async function addNote(trx: Trx, viewer: Who, companyId: string, form: NoteForm): Promise<string> {
  const { id } = await trx
    .insertInto('company_note')
    .values({ company_id: companyId, body: form.body, created_by: viewer.userId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_note_added',
    subject: ['company_note', id],
    companyId,
  })
  return id
}

/** One note of one company, or undefined; a removed one too, so that removing can be taken back. */
function findNote(db: Db, at: { companyId: string; noteId: string }) {
  return db
    .selectFrom('company_note')
    .select(['id', 'body', 'removed_at as removedAt'])
    .where('company_id', '=', at.companyId)
    .where('id', '=', at.noteId)
    .executeTakeFirst()
}

/** The note at an address and its company; a 404 when there is none. */
export async function findNoteAt(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  params: Record<string, string | undefined>,
) {
  const company = await findCompanyAt(db, viewer, params)
  const note = await findNote(db, { companyId: company.id, noteId: idParam(params, 'noteId') })
  return { company, note: orNotFound(note) }
}

/** Takes a note off the page, or puts it back there when it was off. */
export async function moveNote(
  trx: Trx,
  viewer: Who,
  at: { companyId: string; noteId: string },
  to: 'off' | 'back',
): Promise<void> {
  await trx
    .updateTable('company_note')
    .set(
      to === 'off'
        ? { removed_at: new Date(), removed_by: viewer.userId }
        : { removed_at: null, removed_by: null },
    )
    .where('id', '=', at.noteId)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: to === 'off' ? 'company_note_removed' : 'company_note_added',
    subject: ['company_note', at.noteId],
    companyId: at.companyId,
  })
}
