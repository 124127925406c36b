import { createHash, randomBytes } from 'node:crypto'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { queueMail } from '~/mail/mail.server'
import { ownPageMessage } from '~/mail/messages'
import type { Db, Trx } from '~/platform/db.server'
import type { Language } from '~/texts/text-keys'

/** Long enough to find the mail again, short enough that an old one opens nothing. */
const LINK_LASTS = { days: 30 }

type Actor = Pick<Viewer, 'userId'>

/**
 * The account a person acts with, made when there is none. It has no password and no address, and its name is the
 * candidate's number, so that no list of who did what names anybody.
 */
export async function personAccount(trx: Trx, candidateId: string): Promise<string> {
  const person = await trx
    .selectFrom('candidate')
    .leftJoin('user_account', 'user_account.candidate_id', 'candidate.id')
    .select(['candidate.number', 'candidate.language', 'user_account.id as userId'])
    .where('candidate.id', '=', candidateId)
    .forUpdate('candidate')
    .executeTakeFirstOrThrow()
  if (person.userId) return person.userId
  const { id } = await trx
    .insertInto('user_account')
    .values({
      email: `${person.number.toLowerCase()}@person.invalid`,
      name: person.number,
      roles: ['person'],
      language: person.language,
      candidate_id: candidateId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A new secret for the address of the person's own pages; only its hash is kept. Earlier links go on working. */
export async function makePersonLink(trx: Trx, actor: Actor | null, candidateId: string): Promise<string> {
  await personAccount(trx, candidateId)
  const token = randomBytes(32).toString('base64url')
  await trx
    .insertInto('person_link')
    .values({
      token_hash: hashed(token),
      candidate_id: candidateId,
      made_by: actor?.userId ?? null,
      expires_at: new Date(Date.now() + LINK_LASTS.days * 24 * 60 * 60_000),
    })
    .execute()
  if (actor)
    await recordActivity(trx, {
      actorId: actor.userId,
      action: 'person_link_made',
      subject: ['candidate', candidateId],
      candidateId,
    })
  return token
}

/**
 * Mails the person a new link, with no word of what waits behind it. False when there is no address, or when the
 * data were erased.
 */
export async function mailPersonLink(trx: Trx, actor: Actor | null, candidateId: string): Promise<boolean> {
  const person = await trx
    .selectFrom('candidate')
    .leftJoin('user_account', 'user_account.candidate_id', 'candidate.id')
    .select(['candidate.email', 'candidate.language', 'user_account.language as chosen'])
    .where('candidate.id', '=', candidateId)
    .executeTakeFirstOrThrow()
  if (!person.email) return false
  const token = await makePersonLink(trx, actor, candidateId)
  const language = (person.chosen ?? person.language) as Language
  await queueMail(trx, ownPageMessage({ to: person.email, language, token }))
  return true
}

/** Ends every link of a person, and the sessions begun with them. */
export async function endPersonLinks(
  trx: Trx,
  actor: { userId: string | null },
  candidateId: string,
): Promise<void> {
  await trx.deleteFrom('person_link').where('candidate_id', '=', candidateId).execute()
  await trx
    .deleteFrom('session')
    .where('user_id', 'in', (users) =>
      users.selectFrom('user_account').select('id').where('candidate_id', '=', candidateId),
    )
    .execute()
  await recordActivity(trx, {
    actorId: actor.userId,
    action: 'person_links_ended',
    subject: ['candidate', candidateId],
    candidateId,
  })
}

/** Whose pages a link opens, or undefined when it is unknown or too old. Looking does not use it. */
export async function findPersonLink(db: Db, token: string) {
  return db
    .selectFrom('person_link')
    .innerJoin('candidate', 'candidate.id', 'person_link.candidate_id')
    .innerJoin('user_account', 'user_account.candidate_id', 'candidate.id')
    .select([
      'person_link.token_hash as hash',
      'candidate.id as candidateId',
      'candidate.email',
      'candidate.phone',
      'user_account.id as userId',
      'user_account.language',
    ])
    .$narrowType<{ language: Language }>()
    .where('person_link.token_hash', '=', hashed(token))
    .where('person_link.expires_at', '>', new Date())
    .where('user_account.closed_at', 'is', null)
    .executeTakeFirst()
}

export type PersonLink = NonNullable<Awaited<ReturnType<typeof findPersonLink>>>

/** For the coach: until when a person has a working link, and when the person was last there. */
export async function personAccessOf(db: Db, candidateId: string) {
  return db
    .selectFrom('candidate')
    .leftJoin('user_account', 'user_account.candidate_id', 'candidate.id')
    .select((eb) => [
      'candidate.email',
      'candidate.phone',
      eb
        .selectFrom('person_link')
        .select((link) => link.fn.max('expires_at').as('until'))
        .whereRef('person_link.candidate_id', '=', 'candidate.id')
        .where('person_link.expires_at', '>', new Date())
        .as('linkUntil'),
      eb
        .selectFrom('activity')
        .select((activity) => activity.fn.max('at').as('at'))
        .whereRef('activity.candidate_id', '=', 'candidate.id')
        .where('activity.action', '=', 'person_entered')
        .as('lastEntered'),
    ])
    .where('candidate.id', '=', candidateId)
    .executeTakeFirst()
}

/** Job: takes away the personal links whose time is over. */
export async function forgetOldPersonLinks(db: Db): Promise<void> {
  await db.deleteFrom('person_link').where('expires_at', '<=', new Date()).execute()
}

function hashed(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
