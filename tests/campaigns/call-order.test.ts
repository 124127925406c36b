import { beforeEach, expect, test } from 'vitest'
import { recordActivity } from '~/activity/activity.server'
import { orderCallsAnew } from '~/campaigns/call-order.server'
import { loader as orderPage, action as setOrder } from '~/campaigns/routes/campaign-order'
import { action as approve } from '~/campaigns/routes/list-approval'
import { houseOrder } from '~/companies/call-order'
import { whyCallNow } from '~/companies/call-order.server'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCampaign, makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCompany, makeRound } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let liaison: SignedIn

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
})

const small = () => makeCompany({ name: 'Pieni Oy', size_band: '5-9' })
const growing = () => makeCompany({ name: 'Kasvava Oy', growth: 'growing' })
const fitting = async (candidates: number) => {
  const company_id = await makeCompany({ name: 'Sopiva Oy' })
  await db.insertInto('company_fit').values({ company_id, candidates, skills: [] }).execute()
  return company_id
}

async function tasksOf(campaignId: string) {
  return db
    .selectFrom('call_task')
    .innerJoin('company', 'company.id', 'call_task.company_id')
    .select(['company.name', 'call_task.points', 'call_task.point_reasons as reasons'])
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .orderBy('company.name')
    .execute()
}

const setAs = (who: SignedIn, campaignId: string, changes: Partial<typeof houseOrder>) =>
  replyOf(() =>
    setOrder(
      argsOf(who.post(`/campaigns/${campaignId}/order`, { ...houseOrder, ...changes }), { campaignId }),
    ),
  )

test('an approved list is in the order of its points, and keeps what they are for', async () => {
  const campaignId = await makeCampaign({ companies: [await small(), await growing(), await fitting(4)] })
  await db.updateTable('campaign_company').set({ decision: 'include' }).execute()
  await approve(argsOf(liaison.post('/'), { campaignId }))
  expect(await tasksOf(campaignId)).toMatchObject([
    { name: 'Sopiva Oy', points: 20, reasons: [{ rule: 'fits', points: 20, count: 4 }] },
    { name: 'Kasvava Oy', points: 15 },
    { name: 'Pieni Oy', points: 10 },
  ])
})

test('the campaign’s own points change whom its callers get next', async () => {
  const campaignId = await makeRunningCampaign({
    companies: [await growing(), await small()],
    callers: [liaison.viewer.userId],
  })
  const reply = await setAs(liaison, campaignId, { small: 60 })
  expect(reply).toMatchObject({ status: 303, location: `/campaigns/${campaignId}/order` })
  expect((await tasksOf(campaignId)).map(({ name }) => name)).toEqual(['Pieni Oy', 'Kasvava Oy'])
  expect((await takeCall(liaison.viewer, campaignId)).companyName).toBe('Pieni Oy')
  const lines = await db
    .selectFrom('activity')
    .select('action')
    .where('campaign_id', '=', campaignId)
    .execute()
  expect(lines).toContainEqual({ action: 'call_order_changed' })
})

test('points are tried out by an address, and nothing is saved', async () => {
  const campaignId = await makeRunningCampaign({ companies: [await growing(), await small()] })
  const page = await orderPage(
    argsOf(liaison.request(`/campaigns/${campaignId}/order?small=60&growing=x`), { campaignId }),
  )
  expect(page).toMatchObject({
    tried: true,
    order: { small: 60, growing: houseOrder.growing },
    preview: [{ name: 'Pieni Oy', points: 60 }, { name: 'Kasvava Oy' }],
  })
  const saved = await orderPage(argsOf(liaison.request('/'), { campaignId }))
  expect(saved).toMatchObject({ tried: false, order: houseOrder, preview: [{ name: 'Kasvava Oy' }, {}] })
})

test('companies with equal points are not in the order of their names, and in another order in another campaign', async () => {
  const letters = [...'ABCDEFGHIJKL']
  const companies = await Promise.all(letters.map((letter) => makeCompany({ name: `${letter} Oy` })))
  const orderOfNew = async () => {
    const campaignId = await makeRunningCampaign({ companies })
    await setAs(liaison, campaignId, {})
    const order = (await tasksOf(campaignId)).map(({ name }) => name)
    const { preview } = await orderPage(argsOf(liaison.request('/'), { campaignId }))
    expect(preview.map(({ name }) => name)).toEqual(order)
    return order
  }
  const first = await orderOfNew()
  expect(first).not.toEqual(letters.map((letter) => `${letter} Oy`))
  expect(await orderOfNew()).not.toEqual(first)
})

test('a company that others have just reached waits behind the rest', async () => {
  const tired = await makeCompany({
    name: 'Aina soitettu Oy',
    growth: 'growing',
    last_contact_at: new Date(),
  })
  const campaignId = await makeRunningCampaign({ companies: [tired, await small()] })
  await setAs(liaison, campaignId, {})
  expect(await tasksOf(campaignId)).toMatchObject([
    { name: 'Pieni Oy' },
    {
      name: 'Aina soitettu Oy',
      points: -15,
      reasons: [{ rule: 'recent', points: -30 }, { rule: 'growing' }],
    },
  ])
})

test('a company that has refused waits behind the rest, and says when it refused instead of why to call', async () => {
  const refused = await growing()
  const campaignId = await makeRunningCampaign({ companies: [refused, await small()] })
  const { id } = await db
    .insertInto('engagement')
    .values({ company_id: refused, round_id: await makeRound(), stage: 'declined' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.transaction().execute((trx) =>
    recordActivity(trx, {
      actorId: liaison.viewer.userId,
      action: 'engagement_declined',
      subject: ['engagement', id],
      companyId: refused,
    }),
  )
  await setAs(liaison, campaignId, {})
  const reasons = [{ rule: 'refused', points: 0, count: 1, day: today() }]
  expect(await tasksOf(campaignId)).toMatchObject([
    { name: 'Pieni Oy', points: 10 },
    { name: 'Kasvava Oy', points: 0, reasons },
  ])
  expect(await whyCallNow(db, refused)).toEqual({ points: 0, reasons })

  await db
    .insertInto('engagement')
    .values({ company_id: refused, round_id: await makeRound(), stage: 'identified' })
    .execute()
  expect(await whyCallNow(db, refused)).toMatchObject({ points: 15, reasons: [{ rule: 'growing' }] })
})

test('at night calls get points by what is known by then, but not the one in hand, nor those of a closed campaign', async () => {
  const companies = [await small(), await growing(), await fitting(1)]
  const campaignId = await makeRunningCampaign({ companies, callers: [liaison.viewer.userId] })
  const closedId = await makeRunningCampaign({ companies })
  await setAs(liaison, campaignId, {})
  await setAs(liaison, closedId, {})
  await db.updateTable('campaign').set({ status: 'closed' }).where('id', '=', closedId).execute()
  const inHand = await takeCall(liaison.viewer, campaignId)
  expect(inHand.companyName).toBe('Kasvava Oy')

  await db.updateTable('company').set({ growth: null, funded: 'Business Finland' }).execute()
  await orderCallsAnew(db)
  expect(await tasksOf(campaignId)).toMatchObject([
    { name: 'Kasvava Oy', points: 15 },
    { name: 'Pieni Oy', points: 25, reasons: [{ rule: 'funded' }, { rule: 'small' }] },
    { name: 'Sopiva Oy', points: 20 },
  ])
  expect(await tasksOf(closedId)).toMatchObject([{ points: 15 }, { points: 10 }, { points: 5 }])
})

test('whoever only reads campaigns cannot change the order, and a closed one keeps it', async () => {
  const campaignId = await makeRunningCampaign({ companies: [await small()] })
  expect((await setAs(await as('project_manager'), campaignId, {})).status).toBe(403)
  expect(
    await statusOf(() => orderPage(argsOf(liaison.request('/'), { campaignId: liaison.viewer.userId }))),
  ).toBe(404)
  await db.updateTable('campaign').set({ status: 'closed' }).execute()
  expect((await setAs(liaison, campaignId, {})).status).toBe(409)
  expect((await setAs(liaison, campaignId, { small: 1000 })).status).toBe(422)
})
