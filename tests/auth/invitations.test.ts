import { beforeEach, expect, test } from 'vitest'
import { inviteUser } from '~/auth/invitations.server'
import { action as inviteAgain } from '~/auth/routes/account-invitation'
import { action as invite } from '~/auth/routes/account-new'
import { action as changePassword } from '~/auth/routes/account-password'
import { action as forgotten } from '~/auth/routes/forgotten-password'
import { action as accept, loader as open } from '~/auth/routes/invitation'
import { action as reset } from '~/auth/routes/reset'
import { signIn } from '~/auth/sign-in.server'
import { findViewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { argsOf, as, post, request, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCompany, makeContact, makeUser } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

const fields = {
  name: 'Laura Lehto',
  email: 'Laura@silta.example',
  language: 'sv',
  roles: ['liaison', 'coordinator'],
}
const newPassword = { password: 'kolme pitkää sanaa', again: 'kolme pitkää sanaa' }
let administrator: SignedIn

beforeEach(async () => {
  await clearDatabase()
  administrator = await as('administrator')
})

/** The secret in the newest mail to an address. */
async function mailedToken(to: string): Promise<string> {
  const mail = await db
    .selectFrom('mail')
    .select('body_text')
    .where('to_address', '=', to)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return /\/(?:invitation|reset)\/([\w-]+)/.exec(mail.body_text)?.[1] ?? ''
}

function inviteLaura() {
  return replyOf(() => invite(argsOf(administrator.post('/accounts/new', fields))))
}

function acceptWith(token: string, given = newPassword) {
  return replyOf(() => accept(argsOf(post(`/invitation/${token}`, given), { token })))
}

function signInAs(email: string, password: string) {
  return signIn(db, { email, password, clientAddress: '192.0.2.1', userAgent: null })
}

test('an invited person gets a mail in the own language and signs in with the password chosen', async () => {
  expect((await inviteLaura()).status).toBe(303)
  const mail = await db.selectFrom('mail').select(['subject', 'language']).executeTakeFirstOrThrow()
  expect(mail).toEqual({ subject: 'Inbjudan till Silta', language: 'sv' })
  expect(await acceptWith(await mailedToken('laura@silta.example'))).toMatchObject({ location: '/sign-in' })
  expect((await signInAs('laura@silta.example', newPassword.password)).ok).toBe(true)
})

test('the table of links holds no secret that opens one', async () => {
  await inviteLaura()
  const token = await mailedToken('laura@silta.example')
  const { token_hash } = await db.selectFrom('account_link').select('token_hash').executeTakeFirstOrThrow()
  expect(token_hash.toString('utf8')).not.toContain(token)
  const stolen = token_hash.toString('base64url')
  expect(await statusOf(() => open(argsOf(request('/invitation/x'), { token: stolen })))).toBe(410)
})

test('opening an invitation uses nothing up; accepting it does', async () => {
  await inviteLaura()
  const token = await mailedToken('laura@silta.example')
  for (let times = 0; times < 3; times++) {
    expect(await statusOf(() => open(argsOf(request(`/invitation/${token}`), { token })))).toBe(200)
  }
  expect((await acceptWith(token)).status).toBe(303)
  expect(await statusOf(() => open(argsOf(request(`/invitation/${token}`), { token })))).toBe(410)
  expect((await acceptWith(token)).status).toBe(410)
})

test('an invitation accepted twice at once sets one password', async () => {
  await inviteLaura()
  const token = await mailedToken('laura@silta.example')
  const replies = await Promise.all(
    ['ensimmäinen salasana', 'toinen pitkä salasana'].map((password) =>
      acceptWith(token, { password, again: password }),
    ),
  )
  expect(replies.filter(({ status }) => status === 303)).toHaveLength(1)
})

test('an invitation is too old after seven days and dead after a newer one was sent', async () => {
  await inviteLaura()
  const old = await mailedToken('laura@silta.example')
  const { id } = await db
    .selectFrom('user_account')
    .select('id')
    .where('email', '=', 'laura@silta.example')
    .executeTakeFirstOrThrow()
  await inviteAgain(argsOf(administrator.post(`/accounts/${id}/invitation`), { userId: id }))
  expect((await acceptWith(old)).status).toBe(410)
  const { expires_at } = await db.selectFrom('account_link').select('expires_at').executeTakeFirstOrThrow()
  expect(Math.round((expires_at.getTime() - Date.now()) / 3_600_000)).toBe(7 * 24)
  await db
    .updateTable('account_link')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute()
  expect((await acceptWith(await mailedToken('laura@silta.example'))).status).toBe(410)
})

test('a short password, one typed differently, and the own address are refused at their fields', async () => {
  await inviteLaura()
  const token = await mailedToken('laura@silta.example')
  const short = await acceptWith(token, { password: 'lyhyt', again: 'lyhyt' })
  const differing = await acceptWith(token, { password: 'pitkä salasana', again: 'pitka salasana' })
  const address = await acceptWith(token, { password: 'laura@silta.example', again: 'laura@silta.example' })
  expect([short.status, differing.status, address.status]).toEqual([422, 422, 422])
  expect(JSON.stringify(short.data)).toContain('errors:too_short')
  expect(JSON.stringify(differing.data)).toContain('auth:passwords_differ')
  expect(JSON.stringify(address.data)).toContain('auth:own_address')
})

test('an address with an account is not invited again', async () => {
  await makeUser('liaison', { email: 'laura@silta.example' })
  expect((await inviteLaura()).status).toBe(409)
})

test('a caller needs an organisation and a last day, and holds no other role', async () => {
  const tryRoles = (given: object) =>
    statusOf(() => invite(argsOf(administrator.post('/accounts/new', { ...fields, ...given }))))
  const contract = { organisation: 'Soittotaito Oy', expires_on: '2030-05-31' }
  expect(await tryRoles({ roles: ['caller'] })).toBe(422)
  expect(await tryRoles({ roles: ['caller', 'liaison'], ...contract })).toBe(422)
  expect(await tryRoles({ roles: ['caller'], ...contract })).toBe(303)
  const caller = await db
    .selectFrom('user_account')
    .select('expires_at')
    .where('email', '=', 'laura@silta.example')
    .executeTakeFirstOrThrow()
  expect(caller.expires_at?.toISOString()).toBe('2030-05-31T21:00:00.000Z')
})

test('inviting the same contact again uses the account there is', async () => {
  const contactId = await makeContact(await makeCompany(), { email: 'elli@kaarna.example' })
  const invitation = {
    email: 'elli@kaarna.example',
    name: 'Elli Ojala',
    roles: ['employer' as const],
    language: 'fi' as const,
    contactId,
  }
  const inviteElli = (given = {}) =>
    db.transaction().execute((trx) => inviteUser(trx, administrator.viewer, { ...invitation, ...given }))
  const first = await inviteElli()
  expect(first.isNew).toBe(true)
  expect(await inviteElli()).toEqual({ userId: first.userId, isNew: false })
  await expect(inviteElli({ contactId: await makeContact(await makeCompany()) })).rejects.toThrow(
    'auth:email_has_account',
  )
})

test('a forgotten password is reset by mail, once, and ends the sessions there were', async () => {
  const laura = await as('liaison', { email: 'laura@silta.example' })
  const reply = await replyOf(() =>
    forgotten(argsOf(post('/forgotten-password', { email: 'laura@silta.example' }))),
  )
  expect(reply).toMatchObject({ status: 303, location: '/sign-in' })
  const token = await mailedToken('laura@silta.example')
  const resetWith = () => statusOf(() => reset(argsOf(post(`/reset/${token}`, newPassword), { token })))
  expect(await resetWith()).toBe(303)
  expect(await resetWith()).toBe(410)
  expect(await findViewer(laura.request('/'))).toBeNull()
  expect((await signInAs('laura@silta.example', newPassword.password)).ok).toBe(true)
})

test('asking for a reset tells nobody whether the address has an account, and soon stops mailing', async () => {
  await makeUser('liaison', { email: 'laura@silta.example' })
  const ask = (email: string) => statusOf(() => forgotten(argsOf(post('/forgotten-password', { email }))))
  expect(await ask('nobody@silta.example')).toBe(303)
  for (let times = 0; times < 3; times++) expect(await ask('laura@silta.example')).toBe(303)
  expect(await ask('laura@silta.example')).toBe(429)
  expect(await db.selectFrom('mail').select('to_address').execute()).toHaveLength(3)
})

test('changing the own password asks for the current one and signs out elsewhere', async () => {
  await inviteLaura()
  await acceptWith(await mailedToken('laura@silta.example'))
  const cookies = await Promise.all(
    [1, 2].map(async () => {
      const result = await signInAs('laura@silta.example', newPassword.password)
      return result.ok ? (result.cookie.split(';')[0] ?? '') : ''
    }),
  )
  const [here = '', there = ''] = cookies
  const change = (current: string) =>
    statusOf(() =>
      changePassword(
        argsOf(
          post(
            '/account/password',
            { current, password: 'uusi salasana on', again: 'uusi salasana on' },
            here,
          ),
        ),
      ),
    )
  expect(await change('wrong')).toBe(422)
  expect(await change(newPassword.password)).toBe(303)
  const viewers = [here, there].map((Cookie) => findViewer(request('/', { headers: { Cookie } })))
  expect((await Promise.all(viewers)).map(Boolean)).toEqual([true, false])
})
