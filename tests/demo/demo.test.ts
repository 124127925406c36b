import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { isPassword } from '~/auth/password.server'
import { readBusinessId } from '~/companies/business-id'
import { isDemo } from '~/demo/demo.server'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '~/demo/demo-accounts'
import { loadDemo } from '~/demo/load-demo.server'
import { readStoredFile } from '~/files/files.server'
import { toldListShape } from '~/needs/told'
import { listTold } from '~/needs/told.server'
import { countFunnel } from '~/outcomes/funnel.server'
import { db } from '~/platform/db.server'
import { readListParams } from '~/platform/list-params'
import { fi } from '~/texts/fi'
import { bringVocabulary } from '../support/vocabulary'

beforeAll(async () => {
  await bringVocabulary()
  expect(await loadDemo(db)).toBe(true)
}, 60_000)

async function roundCalled(name: string): Promise<string> {
  const { id } = await db
    .selectFrom('employer_round')
    .select('id')
    .where('name', 'like', `${name}%`)
    .executeTakeFirstOrThrow()
  return id
}

/** How many people of a group each class of outcome holds. */
async function outcomesOf(cohort: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('outcome')
    .innerJoin('participation', 'participation.id', 'outcome.participation_id')
    .innerJoin('cohort', 'cohort.id', 'participation.cohort_id')
    .select((eb) => ['outcome.class', eb.fn.count<number>('outcome.candidate_id').distinct().as('persons')])
    .where('cohort.name', 'like', `${cohort}%`)
    .groupBy('outcome.class')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.class, row.persons]))
}

/** The values of one text column of the whole database's rows. */
async function valuesOf(table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`
    select ${sql.ref(column)} as value from ${sql.table(table)} where ${sql.ref(column)} is not null
  `.execute(db)
  return rows.map(({ value }) => value)
}

test('the funnel of the second round is that of the golden figures', async () => {
  expect(await countFunnel(db, await roundCalled('Kierros 2'))).toEqual({
    listed: 200,
    called: 30,
    reached: 30,
    interested: 27,
    joined_new: 11,
    joined_returning: 2,
    meetings: 14,
    presented: 17,
    placed: 9,
    hired: 4,
  })
})

test('fifty companies of the first round gave five partners of three kinds', async () => {
  const first = await roundCalled('Kierros 1')
  expect(await countFunnel(db, first)).toMatchObject({ listed: 50, joined_new: 5, joined_returning: 0 })
  const kinds = await db
    .selectFrom('engagement')
    .innerJoin('company', 'company.id', 'engagement.company_id')
    .select((eb) => ['company.category', eb.fn.countAll<number>().as('count')])
    .where('engagement.round_id', '=', first)
    .where('engagement.joined_at', 'is not', null)
    .groupBy('company.category')
    .orderBy('company.category')
    .execute()
  expect(kinds).toEqual([
    { category: 'headhunter', count: 1 },
    { category: 'ict', count: 3 },
    { category: 'social_enterprise', count: 1 },
  ])
})

test('every company that was interested had found recruiting difficult', async () => {
  const answers = await db
    .selectFrom('call')
    .select((eb) => ['recruiting_difficulty', eb.fn.countAll<number>().as('count')])
    .innerJoin('campaign', 'campaign.id', 'call.campaign_id')
    .where('campaign.round_id', '=', await roundCalled('Kierros 2'))
    .where('call.outcome', 'in', ['interested', 'joins_now'])
    .groupBy('recruiting_difficulty')
    .execute()
  expect(answers).toEqual([{ recruiting_difficulty: 'yes', count: 27 }])
})

test('the groups came out as the project published', async () => {
  expect(await outcomesOf('Ensimmäinen ryhmä')).toEqual({
    employed: 4,
    other_programme: 3,
    studies: 1,
    no_path_yet: 3,
  })
  expect(await outcomesOf('ICT-ryhmä, talvi')).toEqual({ employed_or_work_trial: 7, still_seeking: 1 })
  const [english, finnish] = [await outcomesOf('ICT-ryhmä, englanti'), await outcomesOf('ICT-ryhmä, suomi')]
  const sum = (group: Record<string, number>) => Object.values(group).reduce((all, one) => all + one, 0)
  expect([sum(english), sum(finnish)]).toEqual([9, 8])
  expect((english.employed_or_work_trial ?? 0) + (finnish.employed_or_work_trial ?? 0)).toBe(6)
  expect((english.studies ?? 0) + (finnish.studies ?? 0)).toBe(1)
})

test('every trainee was hired by the company of the traineeship', async () => {
  const trainees = await db
    .selectFrom('participation')
    .innerJoin('cohort', 'cohort.id', 'participation.cohort_id')
    .leftJoin('placement as hire', (join) =>
      join.onRef('hire.candidate_id', '=', 'participation.candidate_id').on('hire.form', '=', 'hire'),
    )
    .leftJoin('placement as trainee', 'trainee.id', 'hire.predecessor_id')
    .select(['hire.started_on as hiredOn', 'hire.company_id as hiredBy', 'trainee.company_id as trainedBy'])
    .where('cohort.name', 'like', 'Trainee%')
    .execute()
  expect(trainees).toHaveLength(4)
  for (const { hiredOn, hiredBy, trainedBy } of trainees) {
    expect(hiredOn).not.toBeNull()
    expect(hiredBy).toBe(trainedBy)
  }
})

test('figures that were never reported have no value, and the others are as published', async () => {
  const figures = await db
    .selectFrom('published_figure')
    .select(['code', 'planned', 'value', 'out_of as outOf', 'qualifier'])
    .execute()
  const of = (code: string) => figures.find((figure) => figure.code === code)
  expect(of('young_to_work_studies_enterprise')).toMatchObject({ value: 112, outOf: 260 })
  expect(of('companies_taking_part')).toMatchObject({ planned: 10, value: 15 })
  expect(of('persons_taking_part')).toMatchObject({ planned: 90, value: null, qualifier: 'not_reported' })
  expect(of('coachings_held')).toMatchObject({ value: 75 })
  expect(of('migrant_clients')).toMatchObject({ value: 850, qualifier: 'approx' })
  expect(of('migrant_clients_in_work')).toMatchObject({ value: 300, qualifier: 'at_least' })
  expect(of('migrant_clients_studying')).toMatchObject({ value: 200, qualifier: 'at_least' })
  expect(of('individual_guidance')).toMatchObject({ value: 1600, qualifier: 'approx' })
  expect(of('group_participations')).toMatchObject({ value: 1085, qualifier: 'approx' })
  expect(of('clients_of_two_coaches')).toMatchObject({ value: 200, qualifier: 'approx' })
})

test('nobody real can be reached: every address ends in .example', async () => {
  const addresses = [
    ...(await valuesOf('company', 'email')),
    ...(await valuesOf('company', 'website')),
    ...(await valuesOf('contact', 'email')),
    ...(await valuesOf('candidate', 'email')),
    ...(await valuesOf('user_account', 'email')),
    ...(await valuesOf('meeting', 'link')),
    ...(await valuesOf('mentoring_programme', 'channel_url')),
  ]
  expect(addresses.length).toBeGreaterThan(500)
  expect(addresses.filter((address) => !/\.example(\/|$)/.test(address))).toEqual([])
  const phones = [...(await valuesOf('company', 'phone')), ...(await valuesOf('contact', 'phone'))]
  expect(phones.filter((phone) => !/^\+35845000\d{4}$/.test(phone))).toEqual([])
  expect(new Set(phones).size).toBe(phones.length)
})

test('business IDs are ones the register does not issue and every form takes', async () => {
  const businessIds = await valuesOf('company', 'business_id')
  expect(businessIds.length).toBe(288)
  expect(businessIds.filter((businessId) => !businessId.startsWith('90'))).toEqual([])
  expect(businessIds.filter((businessId) => !readBusinessId(businessId).ok)).toEqual([])
})

test('every line of the timelines has its words', async () => {
  const actions = await db.selectFrom('activity').select('action').distinct().execute()
  expect(actions.length).toBeGreaterThan(40)
  expect(actions.map(({ action }) => action).filter((action) => !(action in fi.activity))).toEqual([])
})

test('nothing that has happened lies ahead', async () => {
  for (const [table, column] of [
    ['activity', 'at'],
    ['call', 'ended_at'],
    ['presentation', 'answered_at'],
    ['placement_event', 'at'],
    ['consent', 'recorded_at'],
  ]) {
    const { rows } = await sql<{
      last: Date
    }>`select max(${sql.ref(column as string)}) as last from ${sql.table(table as string)}`.execute(db)
    expect(rows[0]?.last.getTime(), table).toBeLessThan(Date.now())
  }
})

test('the day has work in it: callbacks, meetings, answers and companies to call', async () => {
  const count = async (of: ReturnType<typeof sql<{ n: number }>>) => (await of.execute(db)).rows[0]?.n ?? 0
  expect(
    await count(sql`select count(*) as n from call_task where status = 'callback' and due_at < now()`),
  ).toBeGreaterThan(0)
  expect(
    await count(sql`select count(*) as n from call_task where status = 'queued' and due_at <= now()`),
  ).toBeGreaterThan(20)
  expect(
    await count(
      sql`select count(*) as n from meeting where status = 'planned' and starts_at between now() and now() + interval '8 days'`,
    ),
  ).toBeGreaterThan(1)
  expect(
    await count(sql`
      select count(*) as n from survey_recipient where answered_at is not null and reviewed_at is null
    `),
  ).toBeGreaterThan(0)
  const { rows: told } = await listTold(
    db,
    { roles: ['liaison'] },
    readListParams('http://silta/', toldListShape),
  )
  expect(new Set(told.map(({ source }) => source))).toEqual(new Set(['call', 'survey']))
  expect(
    await count(
      sql`select count(*) as n from presentation where status in ('sent', 'viewed') and sent_at < now() - interval '7 days'`,
    ),
  ).toBeGreaterThan(0)
})

test('a profile is shown only with a consent for it', async () => {
  const { rows } = await sql<{ id: string }>`
    select presentation.id from presentation
    join consent on consent.id = presentation.consent_id
    where consent.candidate_id <> presentation.candidate_id
      or consent.answer <> 'given'
      or consent.tier < presentation.tier
      or consent.recorded_at > presentation.sent_at
      or (consent.company_id is not null and consent.company_id <> presentation.company_id)
      or (consent.round_id is not null and consent.round_id <> presentation.round_id)
  `.execute(db)
  expect(rows).toEqual([])
})

test('what a company would be shown of a person starts on the day of the own data', async () => {
  const { rows } = await sql<{ shown: string | null; told: string | null }>`
    select plan.profile ->> 'availableFrom' as shown, candidate.available_from::text as told
    from presentation_plan plan join candidate on candidate.id = plan.candidate_id
  `.execute(db)
  expect(rows.length).toBeGreaterThan(0)
  for (const { shown, told } of rows) expect(shown).toBe(told)
})

test('the CVs are real files', async () => {
  const cvs = await db.selectFrom('cv').select(['file_id as fileId']).execute()
  expect(cvs.length).toBeGreaterThan(6)
  for (const { fileId } of cvs) {
    const file = await readStoredFile(fileId)
    expect(Buffer.from(file?.bytes.slice(0, 2) ?? []).toString()).toMatch(/%P|PK/)
  }
})

test('each role has an account with the password that is shown', async () => {
  const accounts = await db
    .selectFrom('user_account')
    .select(['email', 'roles', 'contact_id as contactId', 'password_hash as passwordHash'])
    .where('password_hash', 'is not', null)
    .execute()
  expect(accounts.map(({ email }) => email).sort()).toEqual(DEMO_ACCOUNTS.map(({ email }) => email).sort())
  for (const { email, role } of DEMO_ACCOUNTS) {
    const account = accounts.find((one) => one.email === email)
    expect(account?.roles).toEqual([role])
    expect(account?.contactId !== null).toBe(role === 'employer' || role === 'mentor')
  }
  expect(await isPassword(DEMO_PASSWORD, accounts[0]?.passwordHash ?? null)).toBe(true)
})

test('it is marked as the demonstration and cannot be loaded twice', async () => {
  expect(await isDemo(db)).toBe(true)
  expect(await loadDemo(db)).toBe(false)
  expect(await valuesOf('company', 'name')).toHaveLength(290)
})
