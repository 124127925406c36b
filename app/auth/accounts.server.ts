import { recordActivity } from '~/activity/activity.server'
import type { Db, Trx } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type Page } from '~/platform/list-params'
import { RuleError } from '~/platform/rule-error'
import { changeAtVersion } from '~/platform/versions.server'
import type { Language } from '~/texts/text-keys'
import { type AccountState, rolesProblem } from './account'
import type { Role } from './permissions'
import { endSessions } from './session.server'
import type { Viewer } from './viewer.server'

type Actor = Pick<Viewer, 'userId'>

/**
 * Every account but those of people who look for work, which are opened with their links: only administrators come
 * here, by the permission `accounts.manage`.
 */
function accountRows(db: Db) {
  return db
    .selectFrom('user_account')
    .leftJoin('contact', 'contact.id', 'user_account.contact_id')
    .leftJoin('company', 'company.id', 'contact.company_id')
    .select([
      'user_account.id',
      'user_account.name',
      'user_account.email',
      'user_account.roles',
      'user_account.language',
      'user_account.organisation',
      'user_account.invited_at as invitedAt',
      'user_account.accepted_at as acceptedAt',
      'user_account.expires_at as expiresAt',
      'user_account.closed_at as closedAt',
      'user_account.version',
      'company.id as companyId',
      'company.name as companyName',
    ])
    .where('user_account.candidate_id', 'is', null)
    .$narrowType<{ roles: Role[]; language: Language }>()
}

function matchingAccounts(db: Db, { search, filters }: ListParams) {
  let matching = accountRows(db)
  if (search) {
    const pattern = containsPattern(search)
    matching = matching.where(({ or, eb, fn }) =>
      or([
        eb(fn('lower', ['user_account.name']), 'like', pattern),
        eb('user_account.email', 'like', pattern),
        eb(fn('lower', ['user_account.organisation']), 'like', pattern),
        eb('company.name_lower', 'like', pattern),
      ]),
    )
  }
  const { role, state } = filters
  if (role) matching = matching.where(({ eb, fn, val }) => eb(val(role), '=', fn.any('user_account.roles')))
  if (state) matching = inState(matching, state as AccountState)
  return matching
}

function inState(matching: ReturnType<typeof accountRows>, state: AccountState) {
  if (state === 'closed') return matching.where('user_account.closed_at', 'is not', null)
  const open = matching.where('user_account.closed_at', 'is', null)
  const now = new Date()
  if (state === 'expired') return open.where('user_account.expires_at', '<=', now)
  return open
    .where('user_account.accepted_at', state === 'active' ? 'is not' : 'is', null)
    .where(({ or, eb }) =>
      or([eb('user_account.expires_at', 'is', null), eb('user_account.expires_at', '>', now)]),
    )
}

export const ACCOUNT_SORTS = ['name', 'email', 'invited'] as const
const sortColumns = {
  name: 'user_account.name',
  email: 'user_account.email',
  invited: 'user_account.invited_at',
} as const

/** A page of the accounts. */
export async function listAccounts(
  db: Db,
  list: ListParams<(typeof ACCOUNT_SORTS)[number]>,
): Promise<Page<Awaited<ReturnType<ReturnType<typeof accountRows>['execute']>>[number]>> {
  const matching = matchingAccounts(db, list)
  return readListPage(db, list, {
    rows: matching
      .orderBy(sortColumns[list.sort], (order) =>
        list.direction === 'asc' ? order.asc().nullsLast() : order.desc().nullsLast(),
      )
      .orderBy('user_account.id'),
    matching: matching.clearSelect().select('user_account.id'),
  })
}

/** One account for its administration; undefined for a person who looks for work. */
export async function findAccount(db: Db, userId: string) {
  return accountRows(db).where('user_account.id', '=', userId).executeTakeFirst()
}

/** Whether nobody has an account yet: only then may anyone make the first administrator. */
export async function hasNoAccounts(db: Db): Promise<boolean> {
  const first = await db.selectFrom('user_account').select('id').limit(1).executeTakeFirst()
  return first === undefined
}

type Terms = { roles: Role[]; organisation: string | null; expiresAt: Date | null; version: number }

/** Gives an account other roles; false when somebody changed it meanwhile. What it may do follows at once. */
export async function changeRoles(
  trx: Trx,
  viewer: Actor,
  userId: string,
  { roles, organisation, expiresAt, version }: Terms,
): Promise<boolean> {
  const problem = rolesProblem(roles)
  if (problem) throw new RuleError(problem)
  const ends = expiresAt !== null && expiresAt <= new Date()
  if (!roles.includes('administrator') || ends) await refuseWithoutAdministrator(trx, userId)
  const changed = await trx
    .updateTable('user_account')
    .set({ roles, organisation, expires_at: expiresAt, version: version + 1 })
    .where('id', '=', userId)
    .where('version', '=', version)
    .where('contact_id', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'account_roles_changed',
    subject: ['user_account', userId],
    detail: { roles },
  })
  return true
}

/** Closes an account and ends its sessions; its history stays. Closing a closed one changes nothing. */
export async function closeAccount(
  trx: Trx,
  viewer: { userId: string | null },
  userId: string,
): Promise<void> {
  await refuseWithoutAdministrator(trx, userId)
  const closed = await trx
    .updateTable('user_account')
    .set((row) => ({ closed_at: new Date(), closed_by: viewer.userId, version: row('version', '+', 1) }))
    .where('id', '=', userId)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!closed) return
  await endSessions(trx, userId)
  await trx.deleteFrom('account_link').where('user_id', '=', userId).execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'account_closed',
    subject: ['user_account', userId],
  })
}

/** Opens a closed account again with the password and roles it had. */
export async function reopenAccount(trx: Trx, viewer: Actor, userId: string): Promise<void> {
  const opened = await trx
    .updateTable('user_account')
    .set((row) => ({ closed_at: null, closed_by: null, version: row('version', '+', 1) }))
    .where('id', '=', userId)
    .where('closed_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!opened) return
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'account_reopened',
    subject: ['user_account', userId],
  })
}

/** Someone must be left who can let others in. The lock keeps two administrators from closing each other at once. */
async function refuseWithoutAdministrator(trx: Trx, userId: string): Promise<void> {
  const administrators = await trx
    .selectFrom('user_account')
    .select(['id', 'accepted_at', 'expires_at'])
    .where(({ eb, fn, val }) => eb(val('administrator'), '=', fn.any('roles')))
    .where('closed_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (!administrators.some(({ id }) => id === userId)) return
  const now = new Date()
  const others = administrators.filter(
    ({ id, accepted_at, expires_at }) => id !== userId && accepted_at && (!expires_at || expires_at > now),
  )
  if (others.length === 0) throw new RuleError('auth:last_administrator')
}

/** The language of a person's pages and mails, on every device. */
export async function saveOwnLanguage(
  db: Db,
  viewer: Pick<Viewer, 'userId'>,
  language: Language,
): Promise<void> {
  await db.updateTable('user_account').set({ language }).where('id', '=', viewer.userId).execute()
}

/** What a person sees of the own account. */
export async function findOwnAccount(db: Db, viewer: Actor) {
  return db
    .selectFrom('user_account')
    .select(['name', 'email', 'language', 'organisation', 'expires_at as expiresAt', 'version'])
    .where('id', '=', viewer.userId)
    .executeTakeFirstOrThrow()
}

/** Saves the own name and language; false when it was changed elsewhere meanwhile. */
export async function saveOwnAccount(
  trx: Trx,
  viewer: Actor,
  { name, language, version }: { name: string; language: Language; version: number },
): Promise<boolean> {
  return changeAtVersion(trx, 'user_account', { id: viewer.userId, version }, { name, language })
}
