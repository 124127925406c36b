import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import type { Note } from './candidate'
import { setNextStep } from './caseload/coaches.server'

/** Adds a note, and the next step where one was agreed; the timeline says that one was written, never what it says. */
export async function addNote(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  note: Note,
): Promise<void> {
  await trx
    .insertInto('candidate_note')
    .values({
      candidate_id: candidateId,
      channel: note.channel,
      happened_on: note.happenedOn,
      minutes: note.minutes ?? null,
      not_reached: note.notReached,
      restricted: note.restricted,
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
  if (note.nextStep) await setNextStep(trx, viewer, candidateId, note)
}
