import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import { startSession } from '~/auth/session.server'
import { deviceName } from '~/auth/sign-in.server'
import type { Viewer } from '~/auth/viewer.server'
import { findPersonLink, type PersonLink } from '~/candidates/person-links.server'
import { queueMail } from '~/mail/mail.server'
import { ownCodeMessage } from '~/mail/messages'
import { offersTexts } from '~/mail/sms.server'
import { type Db, db, type Trx } from '~/platform/db.server'
import { forbidden } from '~/platform/http.server'
import { type CodeChannel, identificationsOf } from './identification'

const CODE_LASTS = { minutes: 10 }
const TRIES_PER_CODE = 5
/** Codes of one link within an hour: enough for a mail that is slow, too few to guess by. */
const CODES_PER_HOUR = 5

/** Whose pages the viewer's are. The permission `own_data.use` comes with an account that says so. */
export function ownCandidateId(viewer: Pick<Viewer, 'candidateId'>): string {
  if (!viewer.candidateId) throw forbidden()
  return viewer.candidateId
}

/** The link behind a secret with the ways to prove who is there, or undefined when it opens nothing. */
export async function findEntrance(db: Db, token: string) {
  const link = await findPersonLink(db, token)
  return link && { link, ways: identificationsOf(link, { texts: offersTexts() }) }
}

/** Sends a new code, which ends the earlier ones of the link. False when the way is not open or codes are used up. */
export async function sendCode(trx: Trx, token: string, by: CodeChannel): Promise<boolean> {
  const entrance = await findEntrance(trx, token)
  const way = entrance?.ways.find((one) => one.by === by)
  if (!entrance || !way) return false
  const { link } = entrance
  await trx
    .selectFrom('person_link')
    .select('made_at')
    .where('token_hash', '=', link.hash)
    .forUpdate()
    .execute()
  const { count } = await trx
    .selectFrom('person_code')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('link_hash', '=', link.hash)
    .where('made_at', '>', sql<Date>`now() - interval '1 hour'`)
    .executeTakeFirstOrThrow()
  if (count >= CODES_PER_HOUR) return false

  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  await trx
    .updateTable('person_code')
    .set({ expires_at: new Date() })
    .where('link_hash', '=', link.hash)
    .where('expires_at', '>', new Date())
    .execute()
  await trx
    .insertInto('person_code')
    .values({
      link_hash: link.hash,
      code_hash: hashedCode(token, code),
      channel: by,
      expires_at: new Date(Date.now() + CODE_LASTS.minutes * 60_000),
    })
    .execute()
  await queueMail(trx, ownCodeMessage({ to: way.to, language: link.language, code, channel: by }))
  return true
}

/**
 * Opens the person's pages with the code that was sent, and gives the cookie of a short session; null when the
 * code is wrong, used, too old or tried too often. Every try counts before it is looked at.
 */
export async function enterOwnPages(
  token: string,
  code: string,
  userAgent: string | null,
): Promise<string | null> {
  const link = await findPersonLink(db, token)
  if (!link) return null
  const channel = await db.transaction().execute((trx) => spendCode(trx, link, hashedCode(token, code)))
  if (!channel) return null
  return startSession(link.userId, deviceName(userAgent), { short: true })
}

async function spendCode(trx: Trx, link: PersonLink, given: Buffer): Promise<string | null> {
  const sent = await trx
    .updateTable('person_code')
    .set((row) => ({ tries: row('tries', '+', 1) }))
    .where('link_hash', '=', link.hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date())
    .where('tries', '<', TRIES_PER_CODE)
    .returning(['id', 'code_hash as hash', 'channel'])
    .executeTakeFirst()
  if (!sent || !timingSafeEqual(sent.hash, given)) return null
  await trx.updateTable('person_code').set({ used_at: new Date() }).where('id', '=', sent.id).execute()
  await recordActivity(trx, {
    actorId: link.userId,
    action: 'person_entered',
    subject: ['candidate', link.candidateId],
    candidateId: link.candidateId,
    detail: { by: sent.channel },
  })
  return sent.channel
}

/** Six digits could be tried through in a moment; with the secret of the link, which is not kept, they cannot. */
function hashedCode(token: string, code: string): Buffer {
  return createHash('sha256').update(`${token} ${code}`).digest()
}
