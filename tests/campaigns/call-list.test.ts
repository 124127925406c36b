import { beforeEach, describe, expect, test } from 'vitest'
import { action as decide, loader as listPage } from '~/campaigns/routes/call-list'
import { action as allowCall, loader as allowPage } from '~/campaigns/routes/contact-exception'
import { action as approve } from '~/campaigns/routes/list-approval'
import { action as withdraw } from '~/campaigns/routes/task-withdrawal'
import { suppressCompany } from '~/companies/suppressions.server'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { claim, contact, makeCampaign, makeCompanies, makeRunningCampaign } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCompany } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

beforeEach(clearDatabase)

const asked = { channel: 'all', reason: 'asked' } as const
async function ban(by: SignedIn, companyId: string) {
  await db.transaction().execute((trx) => suppressCompany(trx, by.viewer, { id: companyId }, asked))
}

function decideOn(by: SignedIn, campaignId: string, fields: Record<string, string | string[]>) {
  const url = `/campaigns/${campaignId}/list?state=undecided`
  return replyOf(() => decide(argsOf(by.post(url, fields), { campaignId })))
}

function approveList(by: SignedIn, campaignId: string) {
  return replyOf(() => approve(argsOf(by.post(`/campaigns/${campaignId}/approval`), { campaignId })))
}

async function decisions(campaignId: string) {
  const rows = await db
    .selectFrom('campaign_company')
    .select(['company_id', 'decision'])
    .where('campaign_id', '=', campaignId)
    .execute()
  return new Map(rows.map((row) => [row.company_id, row.decision]))
}

const tasks = (campaignId: string) =>
  db
    .selectFrom('call_task')
    .select(['company_id', 'status', 'withdraw_reason'])
    .where('campaign_id', '=', campaignId)
    .orderBy('position')
    .execute()

describe('deciding on companies', () => {
  test('chosen rows are included and the page comes back with its filters', async () => {
    const liaison = await as('liaison')
    const [one = '', two = ''] = await makeCompanies(2)
    const campaignId = await makeCampaign({ companies: [one, two] })

    const reply = await decideOn(liaison, campaignId, { decision: 'include', companyIds: [one] })

    expect(reply).toMatchObject({ status: 303, location: `/campaigns/${campaignId}/list?state=undecided` })
    expect(await decisions(campaignId)).toEqual(
      new Map([
        [one, 'include'],
        [two, null],
      ]),
    )
  })

  test('the list can be read in the order of its points', async () => {
    const liaison = await as('liaison')
    const growing = await makeCompany({ name: 'Kasvava Oy', growth: 'growing' })
    const plain = await makeCompany({ name: 'Aava Oy' })
    const campaignId = await makeCampaign({ companies: [growing, plain] })
    const namesBy = async (search: string) => {
      const { page } = await listPage(argsOf(liaison.request(`/${search}`), { campaignId }))
      return page.rows.map(({ name }) => name)
    }
    expect(await namesBy('?sort=points&dir=desc')).toEqual(['Kasvava Oy', 'Aava Oy'])
    expect(await namesBy('?sort=points')).toEqual(['Aava Oy', 'Kasvava Oy'])
  })

  test('leaving out needs a reason', async () => {
    const liaison = await as('liaison')
    const [one = ''] = await makeCompanies(1)
    const campaignId = await makeCampaign({ companies: [one] })

    expect((await decideOn(liaison, campaignId, { decision: 'exclude', companyIds: [one] })).status).toBe(422)
    await decideOn(liaison, campaignId, { decision: 'exclude', companyIds: [one], reason: 'Jo kumppani' })
    expect((await decisions(campaignId)).get(one)).toBe('exclude')
  })

  test('all that the filters leave are decided at once, the rest stay', async () => {
    const liaison = await as('liaison')
    const cloud = await Promise.all(['Pilvi Yksi Oy', 'Pilvi Kaksi Oy'].map((name) => makeCompany({ name })))
    const rest = await makeCompany({ name: 'Leipomo Oy' })
    const campaignId = await makeCampaign({ companies: [...cloud, rest] })

    await decideOn(liaison, campaignId, { decision: 'include', scope: 'all', q: 'pilvi', state: 'undecided' })

    const found = await decisions(campaignId)
    expect(cloud.map((id) => found.get(id))).toEqual(['include', 'include'])
    expect(found.get(rest)).toBeNull()
  })

  test('a company that must not be contacted is shown with the reason and cannot be included', async () => {
    const liaison = await as('liaison')
    const [banned = '', fine = ''] = await makeCompanies(2)
    const campaignId = await makeCampaign({ companies: [banned, fine] })
    await ban(liaison, banned)

    await decideOn(liaison, campaignId, { decision: 'include', companyIds: [banned, fine] })

    expect((await decisions(campaignId)).get(banned)).toBeNull()
    expect((await decisions(campaignId)).get(fine)).toBe('include')
    const page = await listPage(
      argsOf(liaison.request(`/campaigns/${campaignId}/list?state=blocked`), { campaignId }),
    )
    expect(page.page.rows).toMatchObject([{ id: banned, blockedBy: 'suppressed' }])
  })

  test('a company somebody else was in touch with cannot be included until it has rested', async () => {
    const liaison = await as('liaison')
    const companies = await makeCompanies(1)
    const campaignId = await makeCampaign({ companies })
    await contact(companies[0] ?? '', 3)

    await decideOn(liaison, campaignId, { decision: 'include', scope: 'all' })
    expect((await decisions(campaignId)).get(companies[0] ?? '')).toBeNull()

    await contact(companies[0] ?? '', 31)
    await decideOn(liaison, campaignId, { decision: 'include', scope: 'all' })
    expect((await decisions(campaignId)).get(companies[0] ?? '')).toBe('include')
  })

  test('a reason written for the campaign lets the company be included at once', async () => {
    const liaison = await as('liaison')
    const [company = ''] = await makeCompanies(1)
    const campaignId = await makeCampaign({ companies: [company] })
    await contact(company, 3)
    const reply = await replyOf(() =>
      allowCall(
        argsOf(liaison.post(`/campaigns/${campaignId}/exceptions/${company}`, { reason: 'Pyysivät itse' }), {
          campaignId,
          companyId: company,
        }),
      ),
    )
    expect(reply.location).toBe(`/campaigns/${campaignId}/list`)

    await decideOn(liaison, campaignId, { decision: 'include', scope: 'all' })
    expect((await decisions(campaignId)).get(company)).toBe('include')
  })

  test('no reason is taken against a ban', async () => {
    const liaison = await as('liaison')
    const [companyId = ''] = await makeCompanies(1)
    const campaignId = await makeCampaign({ companies: [companyId] })
    await ban(liaison, companyId)
    const at = { campaignId, companyId }
    const page = await allowPage(argsOf(liaison.request('/'), at))
    expect(page.isBanned).toBe(true)
    expect(await statusOf(() => allowCall(argsOf(liaison.post('/', { reason: 'Pyysivät itse' }), at)))).toBe(
      409,
    )
  })
})

describe('approving the list', () => {
  test('freezes it: included companies become calls, and decisions are refused afterwards', async () => {
    const liaison = await as('liaison')
    const [one = '', two = '', three = ''] = await makeCompanies(3)
    const campaignId = await makeCampaign({ companies: [one, two, three] })
    await decideOn(liaison, campaignId, { decision: 'include', companyIds: [one, two] })

    expect(await approveList(liaison, campaignId)).toMatchObject({ status: 303 })

    expect((await tasks(campaignId)).map((task) => task.company_id).sort()).toEqual([one, two].sort())
    const late = await decideOn(liaison, campaignId, { decision: 'include', companyIds: [three] })
    expect(late.status).toBe(409)
    expect((await approveList(liaison, campaignId)).status).toBe(409)
    expect(
      await db
        .selectFrom('campaign')
        .select(['status', 'list_approved_by'])
        .where('id', '=', campaignId)
        .executeTakeFirst(),
    ).toEqual({ status: 'list_approved', list_approved_by: liaison.viewer.userId })
  })

  test('passes over a company that asked for no contact after it was included', async () => {
    const liaison = await as('liaison')
    const [asks = '', fine = ''] = await makeCompanies(2)
    const campaignId = await makeCampaign({ companies: [asks, fine] })
    await decideOn(liaison, campaignId, { decision: 'include', scope: 'all' })
    await ban(liaison, asks)

    await approveList(liaison, campaignId)

    expect((await tasks(campaignId)).map((task) => task.company_id)).toEqual([fine])
  })

  test('keeps out a banned company that was imported again under another name', async () => {
    const liaison = await as('liaison')
    const first = await makeCompany({ name: 'Pohjolan Koodi Oy', phone: '+358401112233' })
    await ban(liaison, first)
    const again = await makeCompany({ name: 'POHJOLAN KOODI OSAKEYHTIÖ', phone: '+358401112233' })
    const other = await makeCompany()
    const campaignId = await makeCampaign({ companies: [again, other] })
    await db.updateTable('campaign_company').set({ decision: 'include' }).execute()

    await approveList(liaison, campaignId)

    expect((await tasks(campaignId)).map((task) => task.company_id)).toEqual([other])
  })

  test('is refused when nothing would be called', async () => {
    const liaison = await as('liaison')
    const campaignId = await makeCampaign({ companies: await makeCompanies(1) })

    expect((await approveList(liaison, campaignId)).status).toBe(409)
    expect(
      await db.selectFrom('campaign').select('status').where('id', '=', campaignId).executeTakeFirst(),
    ).toEqual({ status: 'list_building' })
  })

  test('is not for those who only read campaigns', async () => {
    const manager = await as('project_manager')
    const campaignId = await makeCampaign({ companies: await makeCompanies(1) })
    const post = manager.post(`/campaigns/${campaignId}/approval`)

    expect(await statusOf(() => approve(argsOf(post, { campaignId })))).toBe(403)
  })
})

test('a company withdrawn from a frozen list is not given any more, and the reason stays', async () => {
  const liaison = await as('liaison')
  const [companyId = ''] = await makeCompanies(1)
  const campaignId = await makeRunningCampaign({
    companies: [companyId],
    callers: [liaison.viewer.userId],
  })
  const post = (reason?: string) =>
    withdraw(
      argsOf(liaison.post(`/campaigns/${campaignId}/tasks/${companyId}/withdrawal`, { reason }), {
        campaignId,
        companyId,
      }),
    )

  expect(await statusOf(() => post())).toBe(422)
  expect(await statusOf(() => post('Konkurssi'))).toBe(303)

  expect(await tasks(campaignId)).toEqual([
    { company_id: companyId, status: 'done', withdraw_reason: 'Konkurssi' },
  ])
  expect(await claim(liaison.viewer, campaignId)).toEqual({ kind: 'nothing' })
})
