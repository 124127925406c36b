import { beforeEach, describe, expect, test } from 'vitest'
import { action as invite } from '~/campaigns/routes/caller-invitation'
import { action as removeCaller } from '~/campaigns/routes/caller-removal'
import { action as addCaller } from '~/campaigns/routes/callers'
import { loader as campaignPage } from '~/campaigns/routes/campaign'
import { action as close } from '~/campaigns/routes/campaign-closing'
import { action as pause } from '~/campaigns/routes/campaign-pause'
import { action as start } from '~/campaigns/routes/campaign-start'
import { action as edit } from '~/campaigns/routes/edit-campaign'
import { action as create } from '~/campaigns/routes/new-campaign'
import { plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import {
  claim,
  makeCampaign,
  makeCompanies,
  makeRunningCampaign,
  makeSourceList,
  takeCall,
} from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeRound, makeUser } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

beforeEach(clearDatabase)

const campaignForm = {
  name: 'Espoon pilvisoitot',
  kind: 'cold_call',
  maxAttempts: 3,
  retryHours: 24,
  leaseMinutes: 30,
}

const statusOfCampaign = async (id: string) =>
  (await db.selectFrom('campaign').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status

function step(by: SignedIn, action: typeof start, campaignId: string) {
  return statusOf(() => action(argsOf(by.post(`/campaigns/${campaignId}`), { campaignId })))
}

describe('planning a campaign', () => {
  test('takes every company of the source list up for decision', async () => {
    const liaison = await as('liaison')
    const [sourceListId, roundId] = [await makeSourceList(await makeCompanies(3)), await makeRound()]

    const reply = await replyOf(() =>
      create(argsOf(liaison.post('/campaigns/new', { ...campaignForm, sourceListId, roundId }))),
    )

    const { id } = await db.selectFrom('campaign').select('id').executeTakeFirstOrThrow()
    expect(reply.location).toBe(`/campaigns/${id}/list`)
    expect(await db.selectFrom('campaign_company').select('decision').execute()).toEqual([
      { decision: null },
      { decision: null },
      { decision: null },
    ])
  })

  test.each([['an end before the start', { startsOn: '2026-11-02', endsOn: '2026-11-01' }]])(
    'is refused with %s',
    async (_what, wrong) => {
      const liaison = await as('liaison')
      const [sourceListId, roundId] = [await makeSourceList(await makeCompanies(1)), await makeRound()]
      const post = liaison.post('/campaigns/new', { ...campaignForm, sourceListId, roundId, ...wrong })

      expect(await statusOf(() => create(argsOf(post)))).toBe(422)
    },
  )

  test('an older form does not overwrite a newer change', async () => {
    const liaison = await as('liaison')
    const campaignId = await makeCampaign({ companies: [] })
    const save = (version: number) =>
      statusOf(() =>
        edit(
          argsOf(liaison.post(`/campaigns/${campaignId}/edit`, { ...campaignForm, version }), { campaignId }),
        ),
      )

    expect(await save(1)).toBe(303)
    expect(await save(1)).toBe(409)
  })
})

describe('starting, pausing and closing', () => {
  test('a campaign starts with an approved list and a caller, and not before', async () => {
    const liaison = await as('liaison')
    const campaignId = await makeCampaign({ companies: await makeCompanies(1) })
    expect(await step(liaison, start, campaignId)).toBe(409)

    await db.updateTable('campaign').set({ status: 'list_approved' }).execute()
    expect(await step(liaison, start, campaignId)).toBe(409)

    const post = liaison.post(`/campaigns/${campaignId}/callers`, { userId: liaison.viewer.userId })
    expect(await statusOf(() => addCaller(argsOf(post, { campaignId })))).toBe(303)
    expect(await step(liaison, start, campaignId)).toBe(303)
    expect(await statusOfCampaign(campaignId)).toBe('running')
  })

  test('a closed campaign stays closed', async () => {
    const liaison = await as('liaison')
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(1),
      callers: [liaison.viewer.userId],
    })
    expect(await step(liaison, pause, campaignId)).toBe(303)
    expect(await step(liaison, close, campaignId)).toBe(303)
    expect(await step(liaison, start, campaignId)).toBe(409)
    expect(await statusOfCampaign(campaignId)).toBe('closed')
  })
})

describe('callers', () => {
  test('an invited external caller gets an account that ends, and the campaign', async () => {
    const liaison = await as('liaison')
    const campaignId = await makeCampaign({ companies: [] })
    const expiresOn = plusDays(today(), 30)
    const post = liaison.post(`/campaigns/${campaignId}/callers/invitation`, {
      name: 'Paula Kuusi',
      email: 'paula@soittotoimisto.example',
      organisation: 'Soittotoimisto Oy',
      language: 'fi',
      expiresOn,
    })

    expect(await statusOf(() => invite(argsOf(post, { campaignId })))).toBe(303)

    const account = await db
      .selectFrom('user_account')
      .innerJoin('campaign_caller', 'campaign_caller.user_id', 'user_account.id')
      .select(['user_account.roles', 'user_account.expires_at as expiresAt'])
      .executeTakeFirstOrThrow()
    expect(account.roles).toEqual(['caller'])
    expect(account.expiresAt?.getTime()).toBeGreaterThan(new Date(`${expiresOn}T20:00:00Z`).getTime())
  })

  test('somebody whose role may not call cannot be named', async () => {
    const liaison = await as('liaison')
    const coordinator = await makeUser('coordinator')
    const campaignId = await makeCampaign({ companies: [] })
    const post = liaison.post(`/campaigns/${campaignId}/callers`, { userId: coordinator })

    expect(await statusOf(() => addCaller(argsOf(post, { campaignId })))).toBe(409)
  })

  test('the callbacks of a removed caller become anybody’s', async () => {
    const liaison = await as('liaison')
    const leaving = await as('caller')
    const [companyId = ''] = await makeCompanies(1)
    const campaignId = await makeRunningCampaign({
      companies: [companyId],
      callers: [liaison.viewer.userId, leaving.viewer.userId],
    })
    await db
      .updateTable('call_task')
      .set({ status: 'callback', callback_for: leaving.viewer.userId, due_at: new Date(0) })
      .execute()
    const params = { campaignId, userId: leaving.viewer.userId }

    expect(await statusOf(() => removeCaller(argsOf(liaison.post('/'), params)))).toBe(303)

    expect(await db.selectFrom('call_task').select('callback_for').execute()).toEqual([
      { callback_for: null },
    ])
    expect((await claim(liaison.viewer, campaignId)).kind).toBe('taken')
  })
})

test('the figures of a campaign count companies once, and leave undone calls out', async () => {
  const liaison = await as('liaison')
  const campaignId = await makeRunningCampaign({
    companies: await makeCompanies(2),
    callers: [liaison.viewer.userId],
  })
  const end = (id: string, values: object) =>
    db
      .updateTable('call')
      .set({ ended_at: new Date(), ...values })
      .where('id', '=', id)
      .execute()
  const first = await takeCall(liaison.viewer, campaignId)
  await end(first.id, { outcome: 'no_answer' })
  const again = await takeCall(liaison.viewer, campaignId)
  await end(again.id, { outcome: 'interested' })
  await db.updateTable('call_task').set({ status: 'done' }).where('id', '=', again.taskId).execute()
  const undone = await takeCall(liaison.viewer, campaignId)
  await end(undone.id, { outcome: 'not_interested', undone_at: new Date() })

  const page = await campaignPage(argsOf(liaison.request(`/campaigns/${campaignId}`), { campaignId }))

  expect(page.counts.companies).toEqual({ called: 1, reached: 1, positive: 1 })
})
