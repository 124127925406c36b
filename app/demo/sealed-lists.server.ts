import { askingNeeds } from '~/needs/matching.server'
import type { Trx } from '~/platform/db.server'
import { passedOver } from '~/presentations/sealed-list'
import { listToSeal, sealList } from '~/presentations/sealing.server'

/** Presentations whose lists are kept: enough to look at, few enough to load fast. */
const MOST = 6
const WHY = 'Henkilö toivoi juuri tätä yritystä, ja matka sopii hänelle.'

/** Seals the lists behind the latest presentations of the story, as they would stand at its end. */
export async function sealShownLists(trx: Trx): Promise<void> {
  const shown = await trx
    .selectFrom('presentation')
    .select([
      'id',
      'need_id as needId',
      'candidate_id as candidateId',
      'sent_by as sentBy',
      'sent_at as sentAt',
    ])
    .where('need_id', 'is not', null)
    .where('sent_by', 'is not', null)
    .orderBy('sent_at', 'desc')
    .execute()
  const latest = shown.slice(0, MOST)
  const needs = await askingNeeds(
    trx,
    latest.flatMap(({ needId }) => needId ?? []),
  )
  for (const { id, needId, candidateId, sentBy, sentAt } of latest) {
    const need = needs.find((one) => one.id === needId)
    if (!need || !sentBy) continue
    const list = await listToSeal(trx, { roles: ['coordinator'] }, need, candidateId)
    const shownBefore = new Set(
      shown.filter((one) => one.needId === needId && one.sentAt < sentAt).map((one) => one.candidateId),
    )
    const people = list.people.map((one) => ({ ...one, shownBefore: shownBefore.has(one.person.id) }))
    await sealList(
      trx,
      { userId: sentBy },
      { ...list, people },
      {
        presentationId: id,
        reason: passedOver(people, candidateId).length > 0 ? WHY : null,
        sealedAt: sentAt,
      },
    )
  }
}
