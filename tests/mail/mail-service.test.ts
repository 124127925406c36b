import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { doDueJobs } from '~/jobs/worker.server'
import { queueMail } from '~/mail/mail.server'
import { invitationMessage } from '~/mail/messages'
import { action as sendingAction } from '~/mail/routes/mail-sending'
import { db } from '~/platform/db.server'
import { argsOf, as } from '../support/as'
import { statusOf } from '../support/reply'

// Settings are read once, as the application's modules load: here from new, and again for the file after this.
vi.hoisted(() => {
  process.env.RESEND_API_KEY = 're_test'
  vi.resetModules()
})

/** A mail service that answers as told and, like the real one, sends once per idempotency key. */
const service = { answers: [] as number[], asked: 0, sent: new Map<string, { to: string; text: string }>() }
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  service.asked++
  const status = service.answers.shift() ?? 200
  const key = String(request.headers['idempotency-key'])
  // A status of 0 is an answer that gets lost after the mail was taken.
  if (status === 0 || status === 200) service.sent.set(key, JSON.parse(Buffer.concat(chunks).toString()))
  if (status === 0) return request.socket.destroy()
  response.writeHead(status, { 'Content-Type': 'application/json' })
  response.end(
    JSON.stringify(
      status === 200 ? { id: key } : { name: 'rate_limit_exceeded', message: 'elli@kaarna.example' },
    ),
  )
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.RESEND_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  delete process.env.RESEND_API_KEY
  delete process.env.RESEND_BASE_URL
  vi.resetModules()
  server.closeAllConnections()
  server.close()
})
beforeEach(async () => {
  service.answers = []
  service.asked = 0
  service.sent.clear()
  await sql`delete from graphile_worker._private_jobs`.execute(db)
})

function invite(): Promise<string> {
  const message = invitationMessage({ to: 'elli@kaarna.example', language: 'fi', token: 'secret-token' })
  return db.transaction().execute((trx) => queueMail(trx, message))
}

/** Retries wait for their time; this makes it come, also on a machine whose clock is being set back. */
async function laterAgain(): Promise<void> {
  await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 hour'`.execute(db)
  await doDueJobs()
}

async function stateOf(id: string) {
  return db
    .selectFrom('mail')
    .select(['attempts', 'sent_by_service', 'last_problem', 'body_text'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

test('a sent mail has left with its link, and its text is not kept', async () => {
  const id = await invite()
  await doDueJobs()
  expect(service.sent.get(id)).toMatchObject({ to: 'elli@kaarna.example' })
  expect(service.sent.get(id)?.text).toContain('/invitation/secret-token')
  expect(await stateOf(id)).toEqual({
    attempts: 1,
    sent_by_service: 'resend',
    last_problem: null,
    body_text: '',
  })
})

test('a refused mail is tried again later, and the reason is kept without the address', async () => {
  service.answers = [429, 500]
  const id = await invite()
  await doDueJobs()
  expect(await stateOf(id)).toMatchObject({
    attempts: 1,
    sent_by_service: null,
    last_problem: 'rate_limit_exceeded',
  })
  await laterAgain()
  await laterAgain()
  expect(await stateOf(id)).toMatchObject({ attempts: 3, sent_by_service: 'resend', last_problem: null })
})

test('an answer that got lost does not become a second mail', async () => {
  service.answers = [0]
  const id = await invite()
  await doDueJobs()
  await laterAgain()
  expect(service.asked).toBe(2)
  expect([...service.sent.keys()]).toEqual([id])
  expect(await stateOf(id)).toMatchObject({ sent_by_service: 'resend' })
})

test('when the queue runs twice the mail is asked for once', async () => {
  await invite()
  await Promise.all([doDueJobs(), doDueJobs()])
  await doDueJobs()
  expect(service.asked).toBe(1)
})

test('an administrator can have a mail tried again that the service would not take any more', async () => {
  const administrator = await as('administrator')
  const id = await invite()
  service.answers = [500]
  await doDueJobs()
  await sql`update graphile_worker._private_jobs set attempts = max_attempts`.execute(db)
  await laterAgain()
  expect(await stateOf(id)).toMatchObject({ attempts: 1, sent_by_service: null })
  const request = administrator.post(`/mailbox/${id}/sending`)
  expect(await statusOf(() => sendingAction(argsOf(request, { mailId: id })))).toBe(303)
  await doDueJobs()
  expect(await stateOf(id)).toMatchObject({ attempts: 2, sent_by_service: 'resend' })
})
