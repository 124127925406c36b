import { recordActivity } from '~/activity/activity.server'
import { closeAccount } from '~/auth/accounts.server'
import type { Viewer } from '~/auth/viewer.server'
import { forgetCandidate, rememberErasedAddresses } from '~/candidates/erased-people.server'
import { endPersonLinks } from '~/candidates/person-links.server'
import { forgetMailTo } from '~/mail/mail.server'
import { forgetLeaveReasons } from '~/mentoring/programme-people.server'
import { forgetDecisionReasons } from '~/needs/match-decisions.server'
import { forgetPlacementTexts } from '~/placements/forgotten-texts.server'
import { normalisePhone } from '~/platform/contact-details'
import type { Db, Trx } from '~/platform/db.server'
import { forgetShownProfiles } from '~/presentations/forgotten-profiles.server'
import { forgetSealedFacts } from '~/presentations/sealed-lists.server'
import { visibleRequests } from './requests.server'

/** A person who has asked to be erased and whose request is open, or undefined: nobody is erased without having asked. */
export async function findErasable(db: Db, viewer: Viewer, candidateId: string) {
  return visibleRequests(db, viewer)
    .select(['candidate.id', 'candidate.number', 'person_request.id as requestId'])
    .where('candidate.id', '=', candidateId)
    .where('candidate.erased_at', 'is', null)
    .where('person_request.kind', '=', 'erasure')
    .where('person_request.answered_at', 'is', null)
    .executeTakeFirst()
}

/** How much there is of what goes and of what stays. */
export async function countForErasure(db: Db, candidateId: string) {
  const count = (
    table: 'cv' | 'candidate_skill' | 'candidate_note' | 'consent' | 'presentation' | 'placement' | 'reading',
  ) =>
    db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('candidate_id', '=', candidateId)
  const counts = await db
    .selectNoFrom([
      count('cv').as('cvs'),
      count('candidate_skill').as('skills'),
      count('candidate_note').as('notes'),
      count('consent').as('consents'),
      count('presentation').as('presentations'),
      count('placement').as('placements'),
      count('reading').as('readings'),
    ])
    .executeTakeFirstOrThrow()
  return Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, Number(value ?? 0)])) as {
    [Name in keyof typeof counts]: number
  }
}

/**
 * Removes a person's data everywhere at once: details, files, words and mails. Dates, numbers and hashes that the law
 * or the project's evidence wants stay under the bare number. The addresses are remembered as hashes, so that no
 * import brings the person back. Refused while a placement is under way.
 */
export async function erasePerson(
  trx: Trx,
  viewer: { userId: string | null },
  candidateId: string,
  reason: string,
  { placementMayBeUnderWay = false } = {},
): Promise<void> {
  const person = await trx
    .selectFrom('candidate')
    .leftJoin('user_account', 'user_account.candidate_id', 'candidate.id')
    .select(['candidate.email', 'candidate.phone', 'user_account.id as accountId'])
    .where('candidate.id', '=', candidateId)
    .executeTakeFirstOrThrow()
  const { id: erasureId } = await trx
    .insertInto('erasure')
    .values({ candidate_id: candidateId, reason, erased_by: viewer.userId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await rememberErasedAddresses(trx, erasureId, person)
  await forgetPlacementTexts(trx, candidateId, { mayBeUnderWay: placementMayBeUnderWay })
  await forgetShownProfiles(trx, viewer, candidateId)
  await forgetSealedFacts(trx, candidateId)
  await forgetDecisionReasons(trx, candidateId)
  await forgetLeaveReasons(trx, candidateId)
  await forgetMailTo(
    trx,
    [person.email, person.phone, person.phone && normalisePhone(person.phone)].filter((to) => to !== null),
  )
  await trx
    .updateTable('person_request')
    .set({ words: null })
    .where('candidate_id', '=', candidateId)
    .execute()
  await forgetCandidate(trx, candidateId)
  await endPersonLinks(trx, viewer, candidateId)
  if (person.accountId) await closeAccount(trx, viewer, person.accountId)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'person_erased',
    subject: ['candidate', candidateId],
    candidateId,
  })
}

/** Which people have been erased and when, to be repeated on a database restored from before. No names: ids only. */
export function listErasures(db: Db) {
  return db
    .selectFrom('erasure')
    .select(['candidate_id as candidateId', 'erased_at as erasedAt'])
    .orderBy('id')
    .execute()
}

/** Erases again, in a database restored from a backup, whoever is on a list of `listErasures`. */
export async function repeatErasures(
  trx: Trx,
  candidateIds: string[],
): Promise<{ erased: number; already: number; unknown: number }> {
  const counted = { erased: 0, already: 0, unknown: 0 }
  for (const id of new Set(candidateIds)) {
    const person = await trx
      .selectFrom('candidate')
      .select('erased_at as erasedAt')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!person) counted.unknown += 1
    else if (person.erasedAt) counted.already += 1
    else {
      await erasePerson(trx, { userId: null }, id, 'backup', { placementMayBeUnderWay: true })
      counted.erased += 1
    }
  }
  return counted
}
