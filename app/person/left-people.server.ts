import { type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { forgetCvs, holdsCvs } from '~/candidates/forgotten-cvs.server'
import type { Db, Trx } from '~/platform/db.server'
import { forgetShownProfiles, holdsShownProfiles } from '~/presentations/forgotten-profiles.server'

/** SQL over `candidate`: who left half a year ago and has not come back (906/2019 21 §). */
const leftLongAgo = sql<SqlBool>`candidate.ended_at < now() - interval '6 months'`

const PEOPLE_AT_A_TIME = 100

/**
 * Job: CVs, and what was shown of them and of profiles, go half a year after a person left. That, when and to whom
 * something was shown stays with its hash. Each person is a transaction of its own, so that a stop loses nothing.
 */
export async function forgetLeftPeople(db: Db): Promise<void> {
  for (;;) {
    const people = await db
      .selectFrom('candidate')
      .select('candidate.id')
      .where(leftLongAgo)
      .where(sql<SqlBool>`(${holdsCvs()} or ${holdsShownProfiles()})`)
      .limit(PEOPLE_AT_A_TIME)
      .execute()
    if (people.length === 0) return
    for (const { id } of people) await db.transaction().execute((trx) => forgetCvsAndProfiles(trx, id))
  }
}

async function forgetCvsAndProfiles(trx: Trx, candidateId: string): Promise<void> {
  const left = await trx
    .selectFrom('candidate')
    .select('candidate.id')
    .where('candidate.id', '=', candidateId)
    .where(leftLongAgo)
    .forUpdate()
    .executeTakeFirst()
  if (!left) return
  await forgetShownProfiles(trx, { userId: null }, candidateId)
  await forgetCvs(trx, candidateId)
  await recordActivity(trx, {
    actorId: null,
    action: 'cvs_forgotten',
    subject: ['candidate', candidateId],
    candidateId,
  })
}
