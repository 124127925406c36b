import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { listContactEvents } from '~/companies/contact-ledger.server'
import { employerMail } from '~/companies/employer-mail.server'
import { doDueJobs } from '~/jobs/worker.server'
import { queueMail, sendMail } from '~/mail/mail.server'
import { newProfilesMessage } from '~/mail/messages'
import { db } from '~/platform/db.server'
import { contact, makeCampaign } from '../support/campaigns'
import { makeCompany } from '../support/factories'

const companyId = await makeCompany()
const message = newProfilesMessage({
  employer: { companyId, roundId: null, userId: null },
  to: 'elli.ojala@kaarna.example',
  language: 'en',
  count: 2,
  needTitle: 'Welder <TIG> & MIG',
  path: '/portal',
})

function findMail(id: string) {
  return db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
}

test('without a mail service a mail is kept here with its link, once its cause has committed', async () => {
  const id = await db.transaction().execute((trx) => queueMail(trx, message))
  await doDueJobs()
  const mail = await findMail(id)
  expect(mail).toMatchObject({
    to_address: 'elli.ojala@kaarna.example',
    subject: '2 profiles for your need Welder <TIG> & MIG',
    sent_by_service: null,
    attempts: 0,
  })
  expect(mail?.sent_at).toBeInstanceOf(Date)
  expect(mail?.body_text).toContain('http://localhost:3000/portal')
  expect(mail?.body_html).toContain('<title>2 profiles for your need Welder &lt;TIG&gt; &amp; MIG</title>')
})

test('a mail whose cause is rolled back is never written', async () => {
  const cause = db.transaction().execute(async (trx) => {
    await queueMail(trx, { ...message, to: 'nobody@kaarna.example' })
    throw new Error('refused')
  })
  await expect(cause).rejects.toThrow('refused')
  await doDueJobs()
  const rows = await db
    .selectFrom('mail')
    .select('id')
    .where('to_address', '=', 'nobody@kaarna.example')
    .execute()
  expect(rows).toEqual([])
})

test('a mail that was done is not touched when its job runs again', async () => {
  const id = await db.transaction().execute((trx) => queueMail(trx, message))
  await doDueJobs()
  const before = await findMail(id)
  await sendMail(id, employerMail)
  expect(await findMail(id)).toEqual(before)
})

test('a mail to an employer stands in the ledger of contacts once it has left', async () => {
  const company = await makeCompany()
  const employer = { companyId: company, roundId: null, userId: null }
  await db.transaction().execute((trx) => queueMail(trx, { ...message, employer }))
  expect(await listContactEvents(db, company, { limit: 5 })).toEqual([])

  await doDueJobs()
  expect(await listContactEvents(db, company, { limit: 5 })).toMatchObject([{ channel: 'email' }])
})

test.each([
  ['the address was banned', { email_key: sql<Buffer>`reach_key('ELLI.ojala@kaarna.example')` }],
  ['the company was banned', 'company'],
  ['the company turned out to be a sole trader without consent', 'tmi'],
])('a queued mail is held back for good when %s before it left', async (_when, what) => {
  const company = await makeCompany()
  const employer = { companyId: company, roundId: null, userId: null }
  const id = await db.transaction().execute((trx) => queueMail(trx, { ...message, employer }))
  if (what === 'tmi') await db.updateTable('company').set({ form: 'tmi' }).where('id', '=', company).execute()
  else
    await db
      .insertInto('suppression')
      .values({
        ...(typeof what === 'string' ? { company_id: company } : what),
        channel: 'email',
        reason: 'asked',
      })
      .execute()

  await doDueJobs()

  expect(await findMail(id)).toMatchObject({
    sent_at: null,
    withheld_reason: what === 'tmi' ? 'no_consent' : 'suppressed',
    body_text: '',
  })
  await db.deleteFrom('suppression').execute()
  await sendMail(id, employerMail)
  expect((await findMail(id))?.sent_at).toBeNull()
})

test('a campaign’s mail is held back while the company rests, an answer to the company is not', async () => {
  const company = await makeCompany()
  const campaignId = await makeCampaign({ companies: [company] })
  await contact(company, 1)
  const employer = { companyId: company, roundId: null, userId: null }
  const [cold, answer] = await db
    .transaction()
    .execute(async (trx) => [
      await queueMail(trx, { ...message, employer: { ...employer, campaignId } }),
      await queueMail(trx, { ...message, employer }),
    ])

  await doDueJobs()

  expect((await findMail(cold ?? ''))?.withheld_reason).toBe('resting')
  expect((await findMail(answer ?? ''))?.sent_at).not.toBeNull()
})
