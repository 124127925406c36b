import { recordReading } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { readCooldownDays } from '~/companies/cooldown.server'
import type { Db } from '~/platform/db.server'
import { type CallCard, findCallCard } from './calls.server'
import { type CardFacts, readCallCard, recordingOf } from './card-facts.server'
import type { WrapUpCall } from './outcome-form'
import { waitsForNotice } from './recording-form'

/**
 * The outcome of the viewer's own call alone. While its card is open to the viewer the script's questions, the people
 * and the free times stand here too, and the reading is recorded; after that only what the outcomes depend on does, so
 * that a call in hand can be finished by one who has no more access.
 */
export async function readWrapUp(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'name' | 'roles' | 'language'>,
  call: CallCard,
): Promise<{ open: boolean; recording: CardFacts['recording']; call: WrapUpCall }> {
  const open = call.releasedAt === null ? await findCallCard(db, viewer, call.id) : undefined
  if (open) await recordReading(db, viewer.userId, 'call_card', { companyId: call.companyId })
  const card = open ? await readCallCard(db, viewer, open, null) : null
  const { id, attempts, maxAttempts, retryHours } = call
  const recording = recordingOf(call)
  return {
    open: card !== null,
    recording,
    call: {
      id,
      people: card?.contacts.map((person) => ({ id: person.id, name: person.name, role: person.role })) ?? [],
      tries: { attempts, maxAttempts, retryHours, restDays: await readCooldownDays(db) },
      script: card?.script ?? null,
      booking: card?.booking ?? null,
      refill: card?.refill ?? null,
      scriptWaits: waitsForNotice({ recording }),
    },
  }
}
