import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { hashPassword } from '~/auth/password.server'
import { action as signOutEverywhere } from '~/auth/routes/all-sessions'
import { action as signOutElsewhere } from '~/auth/routes/other-sessions'
import { action, loader } from '~/auth/routes/sign-in'
import { action as signOut } from '~/auth/routes/sign-out'
import { findViewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { argsOf, as, post, request } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeUser } from '../support/factories'
import { type Reply, replyOf, statusOf } from '../support/reply'

const password = 'silta kantaa aina'
let userId: string

beforeEach(async () => {
  await clearDatabase()
  userId = await makeUser('liaison', {
    email: 'paula@silta.example',
    password_hash: await hashPassword(password),
  })
})

function signIn(fields: Record<string, string> = {}, clientAddress = '192.0.2.1'): Promise<Reply<unknown>> {
  const form = post('/sign-in', { email: 'paula@silta.example', password, ...fields })
  return replyOf(() => action(argsOf(form, {}, { clientAddress })))
}

function cookieOf(reply: Reply<unknown>): string {
  return (reply.setCookie ?? '').split(';')[0] ?? ''
}

function viewerOf(cookie: string) {
  return findViewer(request('/', { headers: { Cookie: cookie } }))
}

test('the right password signs in and goes where the person was headed', async () => {
  const reply = await signIn({ to: '/companies?q=kaarna' })
  expect(reply).toMatchObject({ status: 303, location: '/companies?q=kaarna' })
  expect(await viewerOf(cookieOf(reply))).toMatchObject({ userId })
})

test('nobody is sent to another site after signing in', async () => {
  expect(await signIn({ to: 'https://evil.example/' })).toMatchObject({ location: '/' })
  expect(await signIn({ to: '//evil.example/' })).toMatchObject({ location: '/' })
})

test('a wrong password and an unknown address get one answer, without the password in it', async () => {
  const wrong = await signIn({ password: 'wrong password' })
  const unknown = await signIn({ email: 'nobody@silta.example', password: 'wrong password' })
  expect(wrong.status).toBe(422)
  expect(wrong.setCookie).toBeNull()
  expect(JSON.stringify(wrong.data)).toContain('auth:refused')
  expect(JSON.stringify(wrong.data)).not.toContain('wrong password')
  expect(JSON.stringify(unknown.data).replace('nobody@', 'paula@')).toBe(JSON.stringify(wrong.data))
})

test('the ninth try at one address is refused, even with the right password, from anywhere', async () => {
  for (let tries = 0; tries < 8; tries++) await signIn({ password: 'wrong' }, `192.0.2.${tries}`)
  expect((await signIn({}, '198.51.100.1')).status).toBe(429)
  await db
    .updateTable('sign_in_failure')
    .set({ at: new Date(Date.now() - 16 * 60_000) })
    .execute()
  expect((await signIn({}, '198.51.100.1')).status).toBe(303)
})

test('tries sent at once are counted too', async () => {
  const replies = await Promise.all(Array.from({ length: 12 }, () => signIn({ password: 'wrong' })))
  expect(replies.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(8)
})

test('one network may not try many addresses, whichever of its addresses it uses', async () => {
  for (let tries = 0; tries < 40; tries++) {
    await signIn({ email: `n${tries}@silta.example`, password: 'wrong' }, `2001:db8:1:2::${tries + 1}`)
  }
  expect((await signIn({}, '2001:db8:1:2:ffff::9')).status).toBe(429)
  expect((await signIn({}, '2001:db8:1:3::1')).status).toBe(303)
})

test('signing in correctly does not use up the tries of a shared network', async () => {
  for (let tries = 0; tries < 45; tries++) expect((await signIn()).status).toBe(303)
})

test('a closed account and an expired one cannot sign in, and their sessions are over', async () => {
  const cookie = cookieOf(await signIn())
  await db
    .updateTable('user_account')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute()
  expect(await viewerOf(cookie)).toBeNull()
  expect((await signIn()).status).toBe(422)
  await db.updateTable('user_account').set({ expires_at: null, closed_at: new Date() }).execute()
  expect(await viewerOf(cookie)).toBeNull()
  expect((await signIn()).status).toBe(422)
})

test('a session ends when it was not used, and at the latest after its absolute lifetime', async () => {
  const idle = cookieOf(await signIn())
  await db
    .updateTable('session')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute()
  expect(await viewerOf(idle)).toBeNull()
  const old = cookieOf(await signIn())
  await db
    .updateTable('session')
    .set({ ends_at: new Date(Date.now() - 1000) })
    .execute()
  expect(await viewerOf(old)).toBeNull()
})

test('a stolen copy of the session table signs nobody in', async () => {
  const cookie = cookieOf(await signIn())
  const [name = '', token = ''] = cookie.split('=')
  const { id_hash } = await db.selectFrom('session').select('id_hash').executeTakeFirstOrThrow()
  expect(id_hash.equals(createHash('sha256').update(token).digest())).toBe(true)
  for (const stolen of [id_hash.toString('hex'), id_hash.toString('base64'), id_hash.toString('latin1')]) {
    expect(await viewerOf(`${name}=${encodeURIComponent(stolen)}`)).toBeNull()
  }
})

test('signing out ends this session only', async () => {
  const here = cookieOf(await signIn())
  const there = cookieOf(await signIn())
  const reply = await replyOf(() => signOut(argsOf(post('/sign-out', {}, here))))
  expect(reply).toMatchObject({ status: 303, location: '/sign-in' })
  expect(await viewerOf(here)).toBeNull()
  expect(await viewerOf(there)).not.toBeNull()
})

test('signing out elsewhere keeps this session, signing out everywhere keeps none', async () => {
  const here = cookieOf(await signIn())
  const there = cookieOf(await signIn())
  await signOutElsewhere(argsOf(post('/account/other-sessions', {}, here)))
  expect(await viewerOf(there)).toBeNull()
  expect(await viewerOf(here)).not.toBeNull()
  await signOutEverywhere(argsOf(post('/account/all-sessions', {}, here)))
  expect(await viewerOf(here)).toBeNull()
})

test('the sign-in page sends on whoever is signed in, and sets up an installation without accounts', async () => {
  const liaison = await as('liaison')
  expect(await replyOf(() => loader(argsOf(liaison.request('/sign-in?to=/needs'))))).toMatchObject({
    location: '/needs',
  })
  await clearDatabase()
  expect(await replyOf(() => loader(argsOf(request('/sign-in'))))).toMatchObject({ location: '/set-up' })
})

test('demo accounts are offered only in the demonstration', async () => {
  expect(await replyOf(() => loader(argsOf(request('/sign-in'))))).toMatchObject({ data: { demo: null } })
  await db.insertInto('setting').values({ key: 'demo', value: {} }).execute()
  const reply = await replyOf<{ demo: { accounts: unknown[] } }>(() => loader(argsOf(request('/sign-in'))))
  expect(reply.data?.demo.accounts).toHaveLength(8)
  expect(await statusOf(() => loader(argsOf(request('/sign-in'))))).toBe(200)
})
