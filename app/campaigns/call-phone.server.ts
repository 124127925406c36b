import { createHash, randomBytes } from 'node:crypto'
import { createCookie } from '@remix-run/node'
import { encode } from 'uqr'
import type { Role } from '~/auth/permissions'
import { sessionHash } from '~/auth/session.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import type { Language } from '~/texts/text-keys'

const linkLasts = { minutes: 5 }
const phoneLasts = { hours: 2 }

const secure = env().PUBLIC_URL.startsWith('https:')
const phoneCookie = createCookie(secure ? '__Host-silta_phone' : 'silta_phone', {
  httpOnly: true,
  sameSite: 'lax',
  path: '/',
  secure,
  maxAge: phoneLasts.hours * 60 * 60,
})

/** The caller on their own phone: whoever they are elsewhere, here they see one call as an external caller does. */
type PhoneViewer = Pick<Viewer, 'userId' | 'name' | 'language'> & { roles: Role[]; callId: string }

/**
 * The address that opens the viewer's call on their phone, once, within five minutes. It replaces an earlier one and
 * says nothing of the company: it carries a secret whose hash alone is kept.
 */
export async function makePhoneLink(trx: Trx, viewer: Viewer, call: { id: string }): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await trx.deleteFrom('call_phone').where('call_id', '=', call.id).execute()
  await trx
    .insertInto('call_phone')
    .values({
      call_id: call.id,
      user_id: viewer.userId,
      session_hash: sessionHash(viewer.sessionId),
      link_hash: hashed(secret),
      link_expires_at: new Date(Date.now() + linkLasts.minutes * 60_000),
    })
    .execute()
  return `${env().PUBLIC_URL.replace(/\/$/, '')}/phone/${secret}`
}

/** Whether a link can still be opened. Looking does not use it: a message app may look first. */
export async function isPhoneLinkGood(db: Db, secret: string): Promise<boolean> {
  const found = await db
    .selectFrom('call_phone')
    .select('id')
    .where('link_hash', '=', hashed(secret))
    .where('opened_at', 'is', null)
    .where('link_expires_at', '>', new Date())
    .executeTakeFirst()
  return found !== undefined
}

/** Uses the link and gives the `Set-Cookie` of the phone; null when it was used, replaced or too old. */
export async function openPhoneLink(trx: Trx, secret: string): Promise<string | null> {
  const key = randomBytes(32).toString('base64url')
  const opened = await trx
    .updateTable('call_phone')
    .set({
      opened_at: new Date(),
      key_hash: hashed(key),
      expires_at: new Date(Date.now() + phoneLasts.hours * 60 * 60_000),
    })
    .where('link_hash', '=', hashed(secret))
    .where('opened_at', 'is', null)
    .where('link_expires_at', '>', new Date())
    .returning('id')
    .executeTakeFirst()
  return opened ? phoneCookie.serialize(key) : null
}

/**
 * Whose phone asks and about which call, or null. The right ends with the session on the computer that made the
 * link, with the account, and after two hours.
 */
export async function findPhoneViewer(db: Db, request: Request): Promise<PhoneViewer | null> {
  const key = await phoneCookie.parse(request.headers.get('Cookie'))
  if (typeof key !== 'string' || !key) return null
  const now = new Date()
  const found = await db
    .selectFrom('call_phone')
    .innerJoin('session', 'session.id_hash', 'call_phone.session_hash')
    .innerJoin('user_account', 'user_account.id', 'call_phone.user_id')
    .select([
      'call_phone.call_id as callId',
      'user_account.id as userId',
      'user_account.name',
      'user_account.language',
    ])
    .where('call_phone.key_hash', '=', hashed(key))
    .where('call_phone.expires_at', '>', now)
    .where('session.expires_at', '>', now)
    .where('session.ends_at', '>', now)
    .where('user_account.closed_at', 'is', null)
    .where((eb) =>
      eb.or([eb('user_account.expires_at', 'is', null), eb('user_account.expires_at', '>', now)]),
    )
    .executeTakeFirst()
  return found ? { ...found, language: found.language as Language, roles: ['caller'] } : null
}

/** Lets the phone that holds a call go on with the call that took its place. */
export async function followCall(trx: Trx, { from, to }: { from: string; to: string }): Promise<void> {
  await trx.updateTable('call_phone').set({ call_id: to }).where('call_id', '=', from).execute()
}

/** A QR code as one path on a grid of `size` squares. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { border: 2, ecc: 'M' })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
  return { size, path: path.join('') }
}

function hashed(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
