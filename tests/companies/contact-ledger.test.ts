import { afterEach, expect, test } from 'vitest'
import { CallOutcomeForm } from '~/campaigns/call-outcome-form'
import { logCallOutcome } from '~/campaigns/call-outcomes.server'
import { takeBackOutcome } from '~/campaigns/call-undo.server'
import { listContactEvents, recordContact, refreshPassedContacts } from '~/companies/contact-ledger.server'
import { bookMeeting, cancelMeeting } from '~/meetings/meetings.server'
import { db, type Trx } from '~/platform/db.server'
import { as } from '../support/as'
import { makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCompany, makeRound } from '../support/factories'

afterEach(clearDatabase)

const inTrx = <T>(work: (trx: Trx) => Promise<T>) => db.transaction().execute(work)

async function lastContact(companyId: string): Promise<Date | null> {
  const { last_contact_at } = await db
    .selectFrom('company')
    .select('last_contact_at')
    .where('id', '=', companyId)
    .executeTakeFirstOrThrow()
  return last_contact_at
}

const lines = (companyId: string) => listContactEvents(db, companyId, { limit: 10 })

test('a call with an outcome stands in the ledger with its project, campaign and caller', async () => {
  const caller = await as('caller', { name: 'Kaisa Soittaja' })
  const company = await makeCompany()
  const campaignId = await makeRunningCampaign({ companies: [company], callers: [caller.viewer.userId] })
  const call = await takeCall(caller.viewer, campaignId)
  const form = CallOutcomeForm.parse({ outcome: 'not_interested', refusalReason: 'no_time' })

  await inTrx((trx) => logCallOutcome(trx, caller.viewer, call, form))

  expect(await lines(company)).toMatchObject([
    { channel: 'call', reached: true, projectName: 'Silta töihin', personName: 'Kaisa Soittaja' },
  ])
  expect(await lastContact(company)).not.toBeNull()
})

test('an unanswered try is in the ledger, but is no last contact', async () => {
  const caller = await as('caller')
  const company = await makeCompany()
  const campaignId = await makeRunningCampaign({ companies: [company], callers: [caller.viewer.userId] })
  const call = await takeCall(caller.viewer, campaignId)

  await inTrx((trx) =>
    logCallOutcome(trx, caller.viewer, call, CallOutcomeForm.parse({ outcome: 'no_answer' })),
  )

  expect(await lines(company)).toMatchObject([{ channel: 'call', reached: false }])
  expect(await lastContact(company)).toBeNull()
})

test('an undone call takes its line back', async () => {
  const caller = await as('caller')
  const company = await makeCompany()
  const campaignId = await makeRunningCampaign({ companies: [company], callers: [caller.viewer.userId] })
  const call = await takeCall(caller.viewer, campaignId)
  const form = CallOutcomeForm.parse({ outcome: 'not_interested', refusalReason: 'no_time' })
  await inTrx((trx) => logCallOutcome(trx, caller.viewer, call, form))

  await inTrx((trx) => takeBackOutcome(trx, caller.viewer, call.id))

  expect(await lines(company)).toEqual([])
  expect(await lastContact(company)).toBeNull()
})

test('a meeting to come is in the ledger from its booking until it is cancelled', async () => {
  const { viewer } = await as('liaison')
  const company = await makeCompany()
  const roundId = await makeRound()
  const details = {
    title: 'Tapaaminen',
    kind: 'one_to_one' as const,
    mode: 'online' as const,
    startsAt: '2099-05-04T10:00',
    minutesLong: 60,
    place: undefined,
    link: undefined,
    roundId,
  }
  const meetingId = await inTrx((trx) =>
    bookMeeting(trx, viewer, { companyId: company, callId: null }, details),
  )
  expect(await lines(company)).toMatchObject([{ channel: 'meeting', reached: true }])
  expect(await lastContact(company)).toBeNull()

  await inTrx((trx) => cancelMeeting(trx, viewer, meetingId, { reason: 'sairaus', version: 1 }))
  expect(await lines(company)).toEqual([])
})

test('a meeting whose time has come becomes the last contact overnight', async () => {
  const company = await makeCompany()
  const at = new Date(Date.now() - 60 * 60 * 1000)
  await inTrx((trx) =>
    recordContact(trx, {
      companyId: company,
      channel: 'meeting',
      subject: ['meeting', company],
      reached: true,
      userId: null,
      roundId: null,
      at,
    }),
  )
  await db.updateTable('company').set({ last_contact_at: null }).execute()

  await refreshPassedContacts(db)

  expect(await lastContact(company)).toEqual(at)
})
