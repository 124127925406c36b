import { beforeEach, expect, test, vi } from 'vitest'
import { mailPersonLink, makePersonLink } from '~/candidates/person-links.server'
import { action as makeLink } from '~/candidates/routes/own-page'
import { action as endLinks } from '~/candidates/routes/own-page-ending'
import { doDueJobs } from '~/jobs/worker.server'
import { identificationsOf, maskedEmail } from '~/person/identification'
import { action as enter } from '~/person/routes/code'
import { action as askCode, loader as entrance } from '~/person/routes/entrance'
import { loader as own } from '~/person/routes/own'
import { db } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import { argsOf, as, post, request, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCandidate } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let coordinator: SignedIn
let candidateId: string

beforeEach(async () => {
  await clearDatabase()
  coordinator = await as('coordinator')
  candidateId = await makeCandidate({ email: 'oona@posti.example', phone: '040 123 4567' })
})

const newLink = () => db.transaction().execute((trx) => makePersonLink(trx, coordinator.viewer, candidateId))
const mails = (kind: string) =>
  db
    .selectFrom('mail')
    .select(['to_address as to', 'subject', 'body_text as text'])
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .execute()
const ask = (token: string, by = 'email') =>
  replyOf(() => askCode(argsOf(post('/', { by, once: crypto.randomUUID() }), { token })))
const lastCode = async () => /\d{6}/.exec((await mails('own_code'))[0]?.text ?? '')?.[0] ?? ''
const type = (token: string, code: string) => replyOf(() => enter(argsOf(post('/', { code }), { token })))
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('the link and the code together open the person’s pages, for a short time', async () => {
  const token = await newLink()
  expect((await ask(token)).location).toBe(`/own/enter/${token}/code`)
  const entered = await type(token, await lastCode())
  expect(entered).toMatchObject({ status: 303, location: '/own' })
  const cookie = entered.setCookie?.split(';')[0] ?? ''
  const page = await own(argsOf(request('/own', { headers: { Cookie: cookie } })))
  expect(page.name).toBe('Oona Testaaja')

  const session = await db
    .selectFrom('session')
    .select('ends_at')
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  expect(session?.ends_at.getTime()).toBeLessThan(Date.now() + 3 * 60 * 60_000)
})

test('neither opens anything alone, and a code is used once', async () => {
  const token = await newLink()
  await ask(token)
  const code = await lastCode()
  expect((await type('another-link', code)).status).toBe(422)
  expect((await type(token, wrong(code))).status).toBe(422)
  expect((await type(token, code)).status).toBe(303)
  expect((await type(token, code)).status).toBe(422)
})

test('a code is tried five times, and a new one ends the earlier', async () => {
  const token = await newLink()
  await ask(token)
  const code = await lastCode()
  for (let tries = 0; tries < 5; tries += 1) expect((await type(token, wrong(code))).status).toBe(422)
  expect((await type(token, code)).status).toBe(422)

  await ask(token)
  const second = await lastCode()
  await ask(token)
  const third = await lastCode()
  if (second !== third) expect((await type(token, second)).status).toBe(422)
  expect((await type(token, third)).status).toBe(303)
})

test('no more than five codes of a link are sent within an hour', async () => {
  const token = await newLink()
  for (let sent = 0; sent < 5; sent += 1) expect((await ask(token)).status).toBe(303)
  expect((await ask(token)).status).toBe(409)
  expect(await mails('own_code')).toHaveLength(5)
})

test('a code that is too old opens nothing', async () => {
  const token = await newLink()
  await ask(token)
  await db
    .updateTable('person_code')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute()
  expect((await type(token, await lastCode())).status).toBe(422)
})

test('an old link, a made-up one and one the coach has ended are dead', async () => {
  const opened = (token: string) => statusOf(() => entrance(argsOf(request('/'), { token })))
  const token = await newLink()
  expect(await opened(token)).toBe(200)
  expect(await opened('made-up')).toBe(410)
  expect(await statusOf(() => endLinks(argsOf(coordinator.post('/'), { candidateId })))).toBe(303)
  expect(await opened(token)).toBe(410)

  const old = await newLink()
  await db
    .updateTable('person_link')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .execute()
  expect(await opened(old)).toBe(410)
})

test('the tables hold hashes, and the account names nobody', async () => {
  const token = await newLink()
  await ask(token)
  const code = await lastCode()
  const kept = JSON.stringify([
    await db.selectFrom('person_link').selectAll().execute(),
    await db.selectFrom('person_code').selectAll().execute(),
    await db
      .selectFrom('user_account')
      .select(['name', 'email'])
      .where('candidate_id', '=', candidateId)
      .execute(),
  ])
  for (const secret of [token, code, 'Oona', 'oona']) expect(kept).not.toContain(secret)
})

test('a mail with the link tells nothing, and one with the code has no link', async () => {
  await db.transaction().execute((trx) => mailPersonLink(trx, coordinator.viewer, candidateId))
  const [link] = await mails('own_page')
  expect(link?.text).not.toMatch(/Oona|suostumu|profiili|ansioluettelo/i)
  const token = /\/own\/enter\/(\S+)/.exec(link?.text ?? '')?.[1] ?? ''
  await ask(token)
  const [code] = await mails('own_code')
  expect(code).toMatchObject({ to: 'oona@posti.example' })
  expect(code?.text).not.toContain('http')
})

test('a text message is a way only where there is a service for it', async () => {
  const token = await newLink()
  expect((await ask(token, 'sms')).status).toBe(409)
  const person = { email: 'oona@posti.example', phone: '040 123 4567' }
  expect(identificationsOf(person, { texts: true })).toEqual([
    { by: 'email', to: 'oona@posti.example', shown: 'o…@p….example' },
    { by: 'sms', to: '+358401234567', shown: '…67' },
  ])
  expect(identificationsOf(person, { texts: false }).map(({ by }) => by)).toEqual(['email'])
  expect(maskedEmail('aino.rantakallio@posti.example')).not.toContain('aino')
})

test('the demo offers the code by phone too, and keeps the text message in the mailbox', async () => {
  const demo = vi.spyOn(env(), 'SILTA_DEMO', 'get').mockReturnValue(true)
  const token = await newLink()
  const { ways } =
    (await replyOf<{ ways: { by: string }[] }>(() => entrance(argsOf(request('/'), { token })))).data ?? {}
  expect(ways?.map(({ by }) => by)).toEqual(['email', 'sms'])
  expect((await ask(token, 'sms')).status).toBe(303)
  await doDueJobs()
  demo.mockRestore()
  const [kept] = await mails('own_code')
  expect(kept).toMatchObject({ to: '+358401234567', text: expect.stringMatching(/\d{6}/) })
})

test('a coach is shown a link once; whoever else holds a role is refused', async () => {
  const shown = await replyOf<{ address: string }>(() =>
    makeLink(argsOf(coordinator.post('/', { how: 'show' }), { candidateId })),
  )
  expect(shown.data?.address).toMatch(/\/own\/enter\/[\w-]{43}$/)
  const liaison = await as('liaison')
  expect(await statusOf(() => makeLink(argsOf(liaison.post('/', { how: 'show' }), { candidateId })))).toBe(
    403,
  )
})
