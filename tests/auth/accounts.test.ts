import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, expect, test } from 'vitest'
import { closeAccount } from '~/auth/accounts.server'
import { action as close } from '~/auth/routes/account-closing'
import { loader as detail } from '~/auth/routes/account-detail'
import { action as reopen } from '~/auth/routes/account-reopening'
import { action as saveRoles } from '~/auth/routes/account-roles'
import { loader as list } from '~/auth/routes/accounts'
import { action as setUp, loader as setUpPage } from '~/auth/routes/set-up'
import { findViewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { argsOf, as, post, request, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { replyOf, statusOf } from '../support/reply'

let administrator: SignedIn

beforeEach(async () => {
  await clearDatabase()
  administrator = await as('administrator', { name: 'Aino Aho' })
})

function closeAs(who: SignedIn, userId: string) {
  return replyOf(() => close(argsOf(who.post(`/accounts/${userId}/closing`), { userId })))
}

function giveRoles(userId: string, fields: object) {
  return replyOf(() =>
    saveRoles(argsOf(administrator.post(`/accounts/${userId}/roles`, { version: 1, ...fields }), { userId })),
  )
}

test('a closed account is out at once, and comes back when opened again', async () => {
  const liaison = await as('liaison')
  const { userId } = liaison.viewer
  expect((await closeAs(administrator, userId)).status).toBe(303)
  expect(await findViewer(liaison.request('/'))).toBeNull()
  expect(await db.selectFrom('session').select('user_id').where('user_id', '=', userId).execute()).toEqual([])
  await reopen(argsOf(administrator.post(`/accounts/${userId}/reopening`), { userId }))
  const account = await db
    .selectFrom('user_account')
    .select('closed_at')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  expect(account.closed_at).toBeNull()
})

test('the last administrator can neither be closed nor lose the role', async () => {
  const { userId } = administrator.viewer
  const closing = await closeAs(administrator, userId)
  expect(closing.status).toBe(409)
  expect(JSON.stringify(closing.data)).toContain('auth:last_administrator')
  expect((await giveRoles(userId, { roles: ['liaison'] })).status).toBe(409)
  await as('administrator')
  expect((await giveRoles(userId, { roles: ['liaison'] })).status).toBe(303)
})

test('two administrators closing each other at once leave one', async () => {
  const other = await as('administrator')
  const first = db.transaction().execute(async (trx) => {
    await closeAccount(trx, administrator.viewer, other.viewer.userId)
    await sleep(200)
  })
  await sleep(50)
  const second = db
    .transaction()
    .execute((trx) => closeAccount(trx, other.viewer, administrator.viewer.userId))
  await expect(second).rejects.toThrow('auth:last_administrator')
  await first
})

test('new roles hold from the next page on, and an outdated form changes nothing', async () => {
  const liaison = await as('liaison')
  expect((await giveRoles(liaison.viewer.userId, { roles: ['coordinator'] })).status).toBe(303)
  expect((await findViewer(liaison.request('/')))?.roles).toEqual(['coordinator'])
  expect((await giveRoles(liaison.viewer.userId, { roles: ['project_manager'] })).status).toBe(409)
})

test('the role of an employer comes from the contact and is not changed by hand', async () => {
  const employer = await as('employer')
  expect((await giveRoles(employer.viewer.userId, { roles: ['administrator'] })).status).toBe(409)
  expect((await findViewer(employer.request('/')))?.roles).toEqual(['employer'])
})

test('accounts are found by name, role and state', async () => {
  await as('liaison', { name: 'Laura Lehto' })
  const closed = await as('liaison', { name: 'Lauri Closed' })
  await closeAs(administrator, closed.viewer.userId)
  const names = async (query: string) => {
    const reply = await replyOf<{ rows: { name: string }[]; total: number }>(() =>
      list(argsOf(administrator.request(`/accounts${query}`))),
    )
    expect(reply.data?.total).toBe(reply.data?.rows.length)
    return reply.data?.rows.map((row) => row.name)
  }
  expect(await names('')).toEqual(['Aino Aho', 'Laura Lehto', 'Lauri Closed'])
  expect(await names('?q=lau')).toEqual(['Laura Lehto', 'Lauri Closed'])
  expect(await names('?role=administrator')).toEqual(['Aino Aho'])
  expect(await names('?q=lau&state=closed')).toEqual(['Lauri Closed'])
  expect(await names('?q=lau&state=active')).toEqual(['Laura Lehto'])
})

test('only administrators see accounts', async () => {
  const { userId } = administrator.viewer
  for (const role of ['liaison', 'coordinator', 'project_manager', 'caller', 'employer', 'mentor'] as const) {
    const someone = await as(role)
    expect(await statusOf(() => list(argsOf(someone.request('/accounts'))))).toBe(403)
    expect(await statusOf(() => detail(argsOf(someone.request(`/accounts/${userId}`), { userId })))).toBe(403)
    expect((await closeAs(someone, userId).catch((error) => error)).status).toBe(403)
  }
})

test('the first administrator is made once, and only while nobody has an account', async () => {
  const fields = {
    name: 'Aino Aho',
    email: 'aino@silta.example',
    language: 'fi',
    password: 'kolme pitkää sanaa',
    again: 'kolme pitkää sanaa',
  }
  expect(await statusOf(() => setUpPage(argsOf(request('/set-up'))))).toBe(404)
  expect(await statusOf(() => setUp(argsOf(post('/set-up', fields))))).toBe(404)
  await clearDatabase()
  expect(await statusOf(() => setUpPage(argsOf(request('/set-up'))))).toBe(200)
  const replies = await Promise.all(
    ['aino', 'aatu'].map((name) =>
      replyOf(() => setUp(argsOf(post('/set-up', { ...fields, email: `${name}@silta.example` })))),
    ),
  )
  expect(replies.map(({ status }) => status).sort()).toEqual([303, 404])
  const made = replies.find(({ status }) => status === 303)
  const cookie = made?.setCookie?.split(';')[0] ?? ''
  expect((await findViewer(request('/', { headers: { Cookie: cookie } })))?.roles).toEqual(['administrator'])
})
