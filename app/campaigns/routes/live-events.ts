import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { eventStream } from '~/platform/event-stream.server'
import { findCampaignAt } from '../campaigns.server'
import { watchLiveFigures } from '../live.server'

/** A stream ends after this long; the browser asks again, and is asked again who it is. */
const STREAM_LASTS = { ms: 60_000 }

/** Sends the figures of the live page as they change. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'campaigns.read')
  const campaign = await findCampaignAt(db, viewer, params)
  const signal = AbortSignal.any([context.abortSignal, AbortSignal.timeout(STREAM_LASTS.ms)])
  return eventStream(signal, (send) =>
    watchLiveFigures(campaign.id, (figures) => figures && send('figures', figures)),
  )
}
