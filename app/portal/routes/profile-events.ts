import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { eventStream } from '~/platform/event-stream.server'
import { idParam, notFound } from '~/platform/http.server'
import { watchProfile } from '../open-profiles.server'
import { wasSentTo } from '../portal.server'

/** Tells an open profile, within a second, that it may not be seen any more; never why. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'portal.use')
  const presentationId = idParam(params, 'presentationId')
  if (!(await wasSentTo(db, viewer, presentationId))) throw notFound()
  return eventStream(context.abortSignal, (send) =>
    watchProfile(presentationId, viewer.userId, (open) => {
      if (!open) send('gone')
    }),
  )
}
