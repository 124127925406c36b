import { beforeEach, describe, expect, test } from 'vitest'
import { FUNNEL_STEPS, type FunnelStep } from '~/outcomes/funnel'
import { loader as chances } from '~/outcomes/routes/equal-chances'
import { loader as figures } from '~/outcomes/routes/figures'
import { loader as rowsPage } from '~/outcomes/routes/funnel-rows'
import { loader as rowsCsv } from '~/outcomes/routes/funnel-rows-csv'
import { loader as overview } from '~/outcomes/routes/overview'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCall, makeCompanies, makeRunningCampaign, makeSourceList } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCandidate, makePresentation, makeProject, makeRound, makeUser } from '../support/factories'
import { statusOf } from '../support/reply'

let manager: SignedIn
let roundId: string
let companies: string[]

beforeEach(async () => {
  await clearDatabase()
  manager = await as('project_manager')
  roundId = await makeRound()
  companies = await makeCompanies(6)
})

const company = (index: number) => companies[index] ?? ''
const counts = async () => (await overview(argsOf(manager.request(`/outcomes?round=${roundId}`)))).counts
const rowsOf = async (step: FunnelStep, of = roundId) =>
  rowsPage(argsOf(manager.request('/'), { roundId: of, step }))

async function putOnList(companyIds: string[], round_id: string | null = roundId) {
  const id = await makeSourceList(companyIds)
  await db.updateTable('source_list').set({ round_id }).where('id', '=', id).execute()
}
/** A call with an outcome in a campaign of the round. */
async function callIn(campaignId: string, companyId: string, outcome: string, undone_at: Date | null = null) {
  const task = await db
    .selectFrom('call_task')
    .select(['id', 'company_id'])
    .where('campaign_id', '=', campaignId)
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow()
  await makeCall(task, {
    campaign_id: campaignId,
    caller_id: await makeUser('caller'),
    lease_until: new Date(),
    ended_at: new Date(),
    outcome,
    undone_at,
  })
}
async function engage(companyId: string, given: object, round_id = roundId) {
  await db
    .insertInto('engagement')
    .values({ round_id, company_id: companyId, ...given })
    .execute()
}
async function place(candidateId: string, given: object = {}) {
  await db
    .insertInto('placement')
    .values({
      candidate_id: candidateId,
      company_id: company(0),
      round_id: roundId,
      form: 'work_trial',
      employer_of_record: 'Yritys',
      title: 'Testaaja',
      starts_on: '2026-03-01',
      started_on: '2026-03-01',
      ...given,
    })
    .execute()
}
async function present(candidateId: string, companyId: string) {
  await makePresentation({ candidate_id: candidateId, company_id: companyId, round_id: roundId })
}
async function meet(status: string, round_id = roundId) {
  await db
    .insertInto('meeting')
    .values({ round_id, kind: 'joint', mode: 'online', title: 'Tapaaminen', starts_at: new Date(), status })
    .execute()
}

/** A round with something at every step, and things beside it that do not count. */
async function makeFullRound() {
  const elsewhere = await makeRound({ name: 'Toinen kierros' })
  await putOnList(companies.slice(0, 5))
  await putOnList(companies.slice(4, 6))
  await putOnList(companies, elsewhere)
  const campaign = await makeRunningCampaign({ companies, roundId })
  await callIn(campaign, company(0), 'no_answer')
  await callIn(campaign, company(0), 'interested')
  await callIn(campaign, company(1), 'joins_now')
  await callIn(campaign, company(2), 'busy')
  await callIn(campaign, company(3), 'interested', new Date())
  await callIn(await makeRunningCampaign({ companies, roundId: elsewhere }), company(4), 'interested')
  const at = new Date('2026-02-01')
  await engage(company(0), { interested_at: at, joined_at: at })
  await engage(company(1), { interested_at: at, joined_at: at, returning_partner: true })
  await engage(company(2), { interested_at: at })
  await engage(company(3), { joined_at: at }, elsewhere)
  for (const status of ['held', 'held', 'planned', 'cancelled']) await meet(status)
  await meet('held', elsewhere)
  const [aino, eero, saku] = [
    await makeCandidate({ name: 'Aino Aalto' }),
    await makeCandidate({ name: 'Eero Ek' }),
    await makeCandidate({ name: 'Saku Salo' }),
  ]
  await present(aino, company(0))
  await present(aino, company(1))
  await present(eero, company(0))
  await place(aino)
  await place(aino, { form: 'hire' })
  await place(eero)
  await place(saku, { started_on: null })
}

test('each figure counts what its definition says', async () => {
  await makeFullRound()
  expect(await counts()).toEqual({
    listed: 6,
    called: 3,
    reached: 2,
    interested: 3,
    joined_new: 1,
    joined_returning: 1,
    meetings: 2,
    presented: 2,
    placed: 2,
    hired: 1,
  })
})

test('each figure opens to as many rows as it says, none twice', async () => {
  await makeFullRound()
  const figuresNow = await counts()
  for (const step of FUNNEL_STEPS) {
    const { rows, total } = await rowsOf(step)
    expect([step, total, rows.length]).toEqual([step, figuresNow?.[step], figuresNow?.[step]])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  }
})

test('a round in which nothing has happened is nought at every step', async () => {
  const figuresNow = await counts()
  expect(FUNNEL_STEPS.map((step) => figuresNow?.[step])).toEqual(FUNNEL_STEPS.map(() => 0))
  expect((await rowsOf('called')).rows).toEqual([])
})

test('people stand behind figures by number only, on the page and in the file', async () => {
  await makeFullRound()
  for (const who of [manager, await as('coordinator')]) {
    const page = JSON.stringify(await rowsPage(argsOf(who.request('/'), { roundId, step: 'placed' })))
    const file = await (await rowsCsv(argsOf(who.request('/'), { roundId, step: 'placed' }))).text()
    expect(file).toMatch(/K-\d+;.*;Työkokeilu, Työsuhde;/)
    for (const text of [page, file]) {
      expect(text).toMatch(/K-\d+/)
      expect(text).not.toMatch(/Aino|Aalto|Eero|Salo/)
    }
  }
})

test('the file has the rows of the page below its headings', async () => {
  await makeFullRound()
  const response = await rowsCsv(argsOf(manager.request('/'), { roundId, step: 'listed' }))
  const lines = (await response.text()).trim().split('\n')
  expect(lines).toHaveLength(1 + 6)
})

test('a step or a round that is not there is not found', async () => {
  const at = (params: Record<string, string>) =>
    statusOf(() => rowsPage(argsOf(manager.request('/'), params)))
  expect(await at({ roundId, step: 'nonsense' })).toBe(404)
  expect(await at({ roundId: crypto.randomUUID(), step: 'called' })).toBe(404)
})

test.each(['caller', 'employer', 'mentor'] as const)('a %s sees no figure', async (role) => {
  const { request } = await as(role)
  expect(await statusOf(() => overview(argsOf(request('/outcomes'))))).toBe(403)
  expect(await statusOf(() => figures(argsOf(request('/'))))).toBe(403)
  expect(await statusOf(() => rowsPage(argsOf(request('/'), { roundId, step: 'called' })))).toBe(403)
  expect(await statusOf(() => rowsCsv(argsOf(request('/'), { roundId, step: 'called' })))).toBe(403)
})

describe('groups and published figures', () => {
  test('a group counts its persons, each once in a class, without outcomes taken back', async () => {
    const cohort = await db
      .insertInto('cohort')
      .values({ project_id: await makeProject(), name: 'Talven ryhmä' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const add = async (outcomes: { class: string; withdrawn_at?: Date }[]) => {
      const candidate_id = await makeCandidate()
      const participation = await db
        .insertInto('participation')
        .values({ cohort_id: cohort.id, candidate_id })
        .returning('id')
        .executeTakeFirstOrThrow()
      for (const outcome of outcomes)
        await db
          .insertInto('outcome')
          .values({
            candidate_id,
            participation_id: participation.id,
            happened_on: '2026-03-01',
            ...outcome,
          })
          .execute()
    }
    await add([{ class: 'employed' }, { class: 'employed' }])
    await add([{ class: 'employed' }])
    await add([{ class: 'studies', withdrawn_at: new Date() }])
    const { cohorts } = await figures(argsOf(manager.request('/outcomes/figures')))
    expect(cohorts).toMatchObject([
      { persons: 3, outcomes: [{ class: 'employed', persons: 2, asOf: '2026-03-01' }] },
    ])
  })

  test('what was not reported is not nought', async () => {
    const text = { name_fi: 'n', name_sv: 'n', name_en: 'n', definition_fi: 'd', definition_sv: 'd' }
    await db
      .insertInto('published_figure')
      .values({
        code: 'a',
        ...text,
        definition_en: 'd',
        qualifier: 'not_reported',
        unit: 'persons',
        source: 's',
      })
      .execute()
    const { published } = await figures(argsOf(manager.request('/outcomes/figures')))
    expect(published).toMatchObject([{ value: null, qualifier: 'not_reported' }])
  })
})

describe('equal chances', () => {
  async function makePeople(count: number, given: Parameters<typeof makeCandidate>[0]): Promise<string[]> {
    const people = []
    for (let one = 0; one < count; one++)
      people.push(await makeCandidate({ created_at: new Date('2025-01-01'), ...given }))
    return people
  }
  const place = (candidate_id: string, started_on: string) =>
    db
      .insertInto('placement')
      .values({
        candidate_id,
        company_id: company(0),
        form: 'work_trial',
        employer_of_record: 'host',
        title: 'Työkokeilu',
        starts_on: started_on,
        started_on,
        status: 'running',
      })
      .execute()
  const tables = async () => (await chances(argsOf(manager.request('/outcomes/equal-chances')))).tables
  const byMunicipality = async () =>
    (await tables()).find(({ grouping }) => grouping === 'municipality')?.table

  test('are told in counts that tell of nobody, as they were at the turn of the month', async () => {
    const espoo = await makePeople(14, { municipality: 'Espoo' })
    const vantaa = await makePeople(9, { municipality: 'Vantaa' })
    await makePeople(2, { municipality: 'Espoo', non_disclosure: true })
    await makePeople(1, { municipality: 'Kauniainen' })
    for (const id of [...espoo.slice(0, 6), ...vantaa.slice(0, 2)]) await place(id, '2025-03-01')
    for (const id of vantaa.slice(2, 6)) await place(id, today())
    await makePeople(5, { municipality: 'Espoo', created_at: new Date() })
    const table = await byMunicipality()
    expect(table?.columns).toEqual([['not_shown'], ['shown', 'viewed', 'refused', 'interested', 'placed']])
    expect(table?.rows).toEqual([
      { groups: ['Espoo'], counts: [null, null], total: 14 },
      { groups: ['other'], counts: [null, null], total: 12 },
    ])
    expect([table?.totals, table?.total]).toEqual([[18, 8], 26])
    expect(JSON.stringify(await tables())).not.toContain('Kauniainen')
  })

  test('are for project managers and administrators', async () => {
    const liaison = await as('liaison')
    expect(await statusOf(() => chances(argsOf(liaison.request('/outcomes/equal-chances'))))).toBe(403)
  })
})
