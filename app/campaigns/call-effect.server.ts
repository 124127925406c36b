import { type EngagementState, readEngagementState } from '~/companies/engagement-undo.server'
import type { Trx } from '~/platform/db.server'

/** The contact person a call was about, and whether the call made them known. */
export type SpokenWith = { id: string; added: boolean }

/** Keeps what an outcome changed outside of its call, once all of it is written, for an undo to compare with. */
export async function keepCallEffect(
  trx: Trx,
  call: { id: string; companyId: string; roundId: string },
  effect: {
    engagementBefore: EngagementState | null
    contact: SpokenWith | null
    /** Whether the contact's address was told in this call. */
    addressKept: boolean
  },
): Promise<void> {
  const { engagementBefore, contact, addressKept } = effect
  const engagementAfter = await readEngagementState(trx, call)
  if (!engagementAfter) throw new Error('an outcome left the company without its part in the round')
  await trx
    .insertInto('call_effect')
    .values((eb) => ({
      call_id: call.id,
      engagement_before: engagementBefore,
      engagement_after: engagementAfter,
      contact_added_id: contact?.added ? contact.id : null,
      address_added_to: contact && addressKept ? contact.id : null,
      contact_version: contact
        ? eb.selectFrom('contact').select('contact.version').where('contact.id', '=', contact.id)
        : null,
    }))
    .execute()
}

/** What an outcome changed, or undefined for one that was written before this was kept. */
export function findCallEffect(trx: Trx, callId: string) {
  return trx
    .selectFrom('call_effect')
    .select([
      'engagement_before as engagementBefore',
      'engagement_after as engagementAfter',
      'contact_added_id as contactAddedId',
      'address_added_to as addressAddedTo',
      'contact_version as contactVersion',
    ])
    .$narrowType<{ engagementBefore: EngagementState | null; engagementAfter: EngagementState }>()
    .where('call_id', '=', callId)
    .executeTakeFirst()
}
