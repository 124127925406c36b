import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'

/** Whether the viewer's own call is still open, for a page that may have been overtaken on another device. */
export async function isCallOpen(db: Db, viewer: Pick<Viewer, 'userId'>, callId: string): Promise<boolean> {
  const open = await db
    .selectFrom('call')
    .select('id')
    .where('id', '=', callId)
    .where('caller_id', '=', viewer.userId)
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return open !== undefined
}

/**
 * Notes that the company was told of the recording before the talk, or that the call is not recorded. False when the
 * call is not the viewer's open one.
 */
export async function noteRecording(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  callId: string,
  said: 'told' | 'not_recorded',
): Promise<boolean> {
  const noted = await trx
    .updateTable('call')
    .set({
      recording_told_at: said === 'told' ? new Date() : null,
      not_recorded_at: said === 'not_recorded' ? new Date() : null,
    })
    .where('id', '=', callId)
    .where('caller_id', '=', viewer.userId)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return noted !== undefined
}
