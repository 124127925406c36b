import { recordActivity } from '~/activity/activity.server'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'

/** Notes about a person, newest first: for the own coach, whoever wrote them, and any coach of a person without one. */
export async function listNotes(db: Db, viewer: Viewer, candidateId: string, limit = 50) {
  if (!may(viewer, 'candidates.write')) return []
  return db
    .selectFrom('candidate_note')
    .innerJoin('candidate', 'candidate.id', 'candidate_note.candidate_id')
    .leftJoin('user_account as author', 'author.id', 'candidate_note.created_by')
    .select([
      'candidate_note.id',
      'candidate_note.channel',
      'candidate_note.happened_on as happenedOn',
      'candidate_note.body',
      'author.name as authorName',
    ])
    .where('candidate_note.candidate_id', '=', candidateId)
    .where((where) =>
      where.or([
        where('candidate.coach_id', 'is', null),
        where('candidate.coach_id', '=', viewer.userId),
        where('candidate_note.created_by', '=', viewer.userId),
      ]),
    )
    .orderBy('candidate_note.happened_on', 'desc')
    .orderBy('candidate_note.id', 'desc')
    .limit(limit)
    .execute()
}

/** Adds a note; the timeline says that one was written, never what it says. */
export async function addNote(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  note: { channel: string; happenedOn: string; body: string },
): Promise<void> {
  await trx
    .insertInto('candidate_note')
    .values({
      candidate_id: candidateId,
      channel: note.channel,
      happened_on: note.happenedOn,
      body: note.body,
      created_by: viewer.userId,
    })
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'candidate_note_added',
    subject: ['candidate', candidateId],
    candidateId,
  })
}
