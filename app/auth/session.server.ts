import { createHash } from 'node:crypto'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { enqueue } from '~/jobs/queue.server'
import { type Db, db, type Trx } from '~/platform/db.server'
import { env } from '~/platform/env.server'

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseSessionAttributes: { device: string | null; endsAt?: Date }
  }
}

const IDLE_LIFETIME = new TimeSpan(12, 'h')
const ABSOLUTE_LIFETIME = new TimeSpan(14, 'd')
/** A session begun with a code on a phone that may be anybody's. */
const SHORT_LIFETIME = new TimeSpan(2, 'h')

const endOf = (lifetime: TimeSpan) => new Date(Date.now() + lifetime.milliseconds())

/** What stands in the table for a session, for rows that end with it. */
export function sessionHash(sessionId: string): Buffer {
  return hashed(sessionId)
}

/** Only this hash of a session id is stored: a copy of the table signs nobody in. */
function hashed(sessionId: string): Buffer {
  return createHash('sha256').update(sessionId).digest()
}

const adapter: Adapter = {
  async getSessionAndUser(sessionId) {
    const row = await db
      .selectFrom('session')
      .innerJoin('user_account', 'user_account.id', 'session.user_id')
      .select(['session.user_id', 'session.expires_at', 'session.ends_at', 'session.device'])
      .where('session.id_hash', '=', hashed(sessionId))
      .where('session.ends_at', '>', new Date())
      .where('user_account.closed_at', 'is', null)
      .where((where) =>
        where.or([
          where('user_account.expires_at', 'is', null),
          where('user_account.expires_at', '>', new Date()),
        ]),
      )
      .executeTakeFirst()
    if (!row) return [null, null]
    // Lucia writes this id into a renewed cookie, so it is the one the browser holds and not its hash.
    const session: DatabaseSession = {
      id: sessionId,
      userId: row.user_id,
      expiresAt: row.expires_at,
      attributes: { device: row.device },
    }
    const user: DatabaseUser = { id: row.user_id, attributes: {} }
    return [session, user]
  },
  async getUserSessions(userId) {
    const rows = await db
      .selectFrom('session')
      .select(['id_hash', 'user_id', 'expires_at', 'device'])
      .where('user_id', '=', userId)
      .execute()
    return rows.map((row) => ({
      id: row.id_hash.toString('hex'),
      userId: row.user_id,
      expiresAt: row.expires_at,
      attributes: { device: row.device },
    }))
  },
  async setSession(session) {
    await db
      .insertInto('session')
      .values({
        id_hash: hashed(session.id),
        user_id: session.userId,
        expires_at: session.expiresAt,
        ends_at: session.attributes.endsAt ?? endOf(ABSOLUTE_LIFETIME),
        device: session.attributes.device,
      })
      .execute()
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await db
      .updateTable('session')
      .set({ expires_at: expiresAt })
      .where('id_hash', '=', hashed(sessionId))
      .execute()
  },
  async deleteSession(sessionId) {
    await db.deleteFrom('session').where('id_hash', '=', hashed(sessionId)).execute()
  },
  async deleteUserSessions(userId) {
    await db.deleteFrom('session').where('user_id', '=', userId).execute()
  },
  async deleteExpiredSessions() {
    const now = new Date()
    await db
      .deleteFrom('session')
      .where((where) => where.or([where('expires_at', '<=', now), where('ends_at', '<=', now)]))
      .execute()
  },
}

const secure = env().PUBLIC_URL.startsWith('https:')

const lucia = new Lucia(adapter, {
  sessionExpiresIn: IDLE_LIFETIME,
  sessionCookie: {
    name: secure ? '__Host-silta' : 'silta',
    attributes: { secure, sameSite: 'lax', path: '/' },
  },
})

type CurrentSession = { sessionId: string; userId: string; renewedCookie: string | null }

/** Who the cookie belongs to; null when there is none, it has expired, or the account is closed. */
export async function currentSession(request: Request): Promise<CurrentSession | null> {
  const sessionId = lucia.readSessionCookie(request.headers.get('Cookie') ?? '')
  if (!sessionId) return null
  const { session } = await lucia.validateSession(sessionId)
  if (!session) return null
  return {
    sessionId: session.id,
    userId: session.userId,
    renewedCookie: session.fresh ? lucia.createSessionCookie(session.id).serialize() : null,
  }
}

/**
 * Starts a session and gives the `Set-Cookie` value. `device` is a coarse name such as 'Firefox, Android'. A short
 * session ends two hours later however much it is used.
 */
export async function startSession(
  userId: string,
  device: string | null,
  { short = false } = {},
): Promise<string> {
  const session = await lucia.createSession(userId, {
    device,
    ...(short && { endsAt: endOf(SHORT_LIFETIME) }),
  })
  return lucia.createSessionCookie(session.id).serialize()
}

/** Ends one session and gives the `Set-Cookie` value that forgets it. */
export async function endSession(sessionId: string): Promise<string> {
  const { session } = await lucia.validateSession(sessionId)
  await lucia.invalidateSession(sessionId)
  if (session) await db.transaction().execute((trx) => letGoOfCalls(trx, session.userId))
  return forgetSessionCookie()
}

/** Signs an account out everywhere, or everywhere but in the session `keep`. */
export async function endSessions(trx: Trx, userId: string, keep: string | null = null): Promise<void> {
  let ending = trx.deleteFrom('session').where('user_id', '=', userId)
  if (keep) ending = ending.where('id_hash', '<>', hashed(keep))
  await ending.execute()
  await letGoOfCalls(trx, userId)
}

/** A caller who signs out in the middle of a call lets others have the company; a job sees whether they are gone. */
async function letGoOfCalls(trx: Trx, userId: string): Promise<void> {
  const open = await trx
    .selectFrom('call')
    .select('id')
    .where('caller_id', '=', userId)
    .where('outcome', 'is', null)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  if (open) await enqueue(trx, 'release_calls', { userId })
}

/** The `Set-Cookie` value that makes a browser forget its session. */
export function forgetSessionCookie(): string {
  return lucia.createBlankSessionCookie().serialize()
}

/** Where an account is signed in, the newest first; `isThis` marks the session that asks. */
export async function listSessions(db: Db, viewer: { userId: string; sessionId: string }) {
  const rows = await db
    .selectFrom('session')
    .select(['id_hash', 'device', 'created_at as createdAt'])
    .where('user_id', '=', viewer.userId)
    .where('expires_at', '>', new Date())
    .where('ends_at', '>', new Date())
    .orderBy('created_at', 'desc')
    .execute()
  const own = hashed(viewer.sessionId)
  return rows.map(({ id_hash, ...session }) => ({ ...session, isThis: id_hash.equals(own) }))
}

/** Job: takes away the sessions that nobody can use any more. */
export function deleteExpiredSessions(): Promise<void> {
  return lucia.deleteExpiredSessions()
}
