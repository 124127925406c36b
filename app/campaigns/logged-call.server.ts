import { redirect } from '@remix-run/node'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { notFound, redirectWithToast } from '~/platform/http.server'
import { findOwnCall, undoWindow } from './calls.server'

/** The viewer's own call that has its outcome already, and whether that can still be taken back. */
export async function findLoggedCall(db: Db, viewer: Pick<Viewer, 'userId'>, callId: string) {
  const call = await db
    .selectFrom('call')
    .select((eb) => [
      'call.ended_at as endedAt',
      'call.undone_at as undoneAt',
      eb
        .exists(
          eb
            .selectFrom('call as later')
            .select('later.id')
            .whereRef('later.task_id', '=', 'call.task_id')
            .whereRef('later.id', '>', 'call.id'),
        )
        .as('calledAgain'),
    ])
    .where('call.id', '=', callId)
    .where('call.caller_id', '=', viewer.userId)
    .where('call.outcome', 'is not', null)
    .executeTakeFirst()
  if (!call?.endedAt) return undefined
  const inTime = Date.now() - call.endedAt.getTime() <= undoWindow.minutes * 60_000
  return { undone: call.undoneAt !== null, undoable: inTime && !call.undoneAt && !call.calledAgain }
}

/**
 * The answer to whoever goes back to their own call after its outcome: the desk, which says that it is logged and
 * offers the undo while there is time. A 404 for any other call. Names nothing of the company, whose card is closed.
 */
export async function awayFromLoggedCall(
  db: Db,
  viewer: Pick<Viewer, 'userId'>,
  callId: string,
): Promise<Response> {
  const call = await findLoggedCall(db, viewer, callId)
  if (!call) return notFound()
  return redirectWithToast('/calls', {
    text: call.undone ? 'calls:undo.already' : 'calls:already_logged',
    ...(call.undoable && { undo: `/calls/${callId}/undo` }),
  })
}

/**
 * The answer to whoever asks for a call whose card is not open to them: their own call that waits for its outcome is
 * finished on a page without the card, their own logged one leads to the desk. A 404 for any other call.
 */
export async function awayFromClosedCard(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  callId: string,
): Promise<Response> {
  if (await findOwnCall(db, viewer, callId)) return redirect(`/calls/${callId}/outcome`)
  return awayFromLoggedCall(db, viewer, callId)
}
