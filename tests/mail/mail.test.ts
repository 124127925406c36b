import { expect, test } from 'vitest'
import { doDueJobs } from '~/jobs/worker.server'
import { queueMail, sendMail } from '~/mail/mail.server'
import { newProfilesMessage } from '~/mail/messages'
import { db } from '~/platform/db.server'

const message = newProfilesMessage({
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
  await sendMail(id)
  expect(await findMail(id)).toEqual(before)
})
