import type { Db } from '~/platform/db.server'
import { isPassword } from './password.server'
import { startSession } from './session.server'
import { countTry, forgetTries, signInLimits } from './try-limit.server'

type SignIn = { email: string; password: string; clientAddress: string; userAgent: string | null }
type SignInResult = { ok: true; cookie: string } | { ok: false; because: 'too_many_tries' | 'refused' }

/**
 * Signs somebody in by password. An unknown address, a wrong password and a closed account are one answer and take
 * the same time. Every success is a new session: one known from before the sign-in is worth nothing.
 */
export async function signIn(
  db: Db,
  { email, password, clientAddress, userAgent }: SignIn,
): Promise<SignInResult> {
  const limits = signInLimits(email, clientAddress)
  const { tooMany } = await countTry(db, limits)
  if (tooMany) return { ok: false, because: 'too_many_tries' }

  const account = await db
    .selectFrom('user_account')
    .select(['id', 'password_hash as passwordHash', 'closed_at as closedAt', 'expires_at as expiresAt'])
    .where('email', '=', email)
    .executeTakeFirst()
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  const isOpen = account && !account.closedAt && (!account.expiresAt || account.expiresAt > new Date())
  if (!isRight || !isOpen) return { ok: false, because: 'refused' }

  await forgetTries(db, limits)
  return { ok: true, cookie: await startSession(account.id, deviceName(userAgent)) }
}

const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A device as its owner would call it, 'Firefox, Android': enough to know one's own, too little to follow anyone. */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent) return null
  const names = [BROWSERS, SYSTEMS].map((known) => known.find(([sign]) => sign.test(userAgent))?.[1])
  return names.filter(Boolean).join(', ') || null
}
