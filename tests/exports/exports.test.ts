import path from 'node:path'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeEach, expect, test } from 'vitest'
import { loader as callListCsv } from '~/campaigns/routes/call-list-csv'
import { loader as tasksCsv } from '~/campaigns/routes/call-tasks-csv'
import { loader as callbacksCsv } from '~/campaigns/routes/callbacks-csv'
import { loader as callsCsv } from '~/campaigns/routes/campaign-calls-csv'
import { loader as queueCsv } from '~/campaigns/routes/campaign-queue-csv'
import { loader as answersCsv } from '~/campaigns/routes/survey-answers-csv'
import { loader as sourceListCsv } from '~/companies/routes/source-list-csv'
import { loader as suppressionsCsv } from '~/companies/routes/suppressions-csv'
import { loader as tasksOfCompaniesCsv } from '~/companies/routes/tasks-csv'
import { suppressCompany } from '~/companies/suppressions.server'
import { sendExport } from '~/exports/exports.server'
import { loader as exportsPage } from '~/exports/routes/exports'
import { loader as meetingsCsv } from '~/meetings/routes/meetings-csv'
import { loader as needsCsv } from '~/needs/routes/needs-csv'
import { plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeCompany, makeContact, makeNeed } from '../support/factories'
import { statusOf } from '../support/reply'
import { listedRoutes } from '../support/route-table'

let liaison: SignedIn
let campaignId: string
let virta: string
let banned: string

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison', { name: 'Liisa Lahti' })
  virta = await makeCompany({ name: 'Virta Oy', phone: '+358401234567' })
  banned = await makeCompany({ name: 'Kielto Oy', phone: '+358407654321' })
  campaignId = await makeRunningCampaign({ companies: [virta, banned], callers: [liaison.viewer.userId] })
})

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>

async function linesOf(loader: Loader, search = '', params: Record<string, string> = { campaignId }) {
  const response = (await loader(argsOf(liaison.request(`/${search}`), params))) as Response
  return (await response.text()).trim().split('\r\n').slice(1)
}

const taken = () =>
  db.selectFrom('list_export').select(['list', 'address', 'rows', 'completed_at']).orderBy('id').execute()

async function callVirta(): Promise<void> {
  const call = await takeCall(liaison.viewer, campaignId)
  await db
    .updateTable('call')
    .set({ outcome: 'callback', ended_at: new Date(), note: '=HYPERLINK("https://paha.example")' })
    .where('id', '=', call.id)
    .execute()
  await db
    .updateTable('call_task')
    .set({ status: 'callback', callback_for: liaison.viewer.userId })
    .where('id', '=', call.taskId)
    .execute()
}

test('an external caller can export nothing, nor can anybody from outside', async () => {
  const tables = listedRoutes().filter(({ url }) => url.endsWith('.csv'))
  expect(tables.length).toBeGreaterThan(8)
  for (const role of ['caller', 'employer', 'mentor', 'person'] as const) {
    const outsider = await as(role)
    for (const { url, file } of tables) {
      const { loader } = (await import(path.resolve(file))) as { loader: Loader }
      const status = await statusOf(() => loader(argsOf(outsider.request(url), { campaignId })))
      expect([role, url, status]).toEqual([role, url, 403])
    }
  }
  expect(await taken()).toEqual([])
})

test('the calls of a campaign leave narrowed as on the page, formulas made plain, and it is written down', async () => {
  await callVirta()
  const [line] = await linesOf(callsCsv, '?outcome=callback')
  expect(line).toContain(';Virta Oy;')
  expect(line).toContain(`"'=HYPERLINK(""https://paha.example"")"`)
  expect(await linesOf(callsCsv, '?outcome=interested')).toEqual([])
  expect(await taken()).toMatchObject([
    { list: 'calls', address: `/campaigns/${campaignId}/calls?outcome=callback`, rows: 1 },
    { list: 'calls', address: `/campaigns/${campaignId}/calls?outcome=interested`, rows: 0 },
  ])
})

test('a list of callbacks says whom to call and when', async () => {
  await callVirta()
  for (const lines of [await linesOf(tasksCsv, '?state=callback'), await linesOf(callbacksCsv, '', {})]) {
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/;Virta Oy;\+358401234567;.*Liisa Lahti/)
  }
})

test('a number that must not be called leaves with no list', async () => {
  await db
    .insertInto('suppression')
    .values({ company_id: banned, channel: 'phone', reason: 'asked' })
    .execute()
  for (const lines of [await linesOf(tasksCsv), await linesOf(callListCsv)]) {
    expect(lines).toHaveLength(2)
    expect(lines.join()).toContain('+358401234567')
    expect(lines.join()).not.toContain('+358407654321')
  }
})

test('the answers to a survey leave a company a row', async () => {
  const contactId = await makeContact(virta)
  const survey = await db
    .insertInto('survey')
    .values({ campaign_id: campaignId, place: 'after', questions: ['gaps'], closes_on: plusDays(today(), 9) })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('survey_recipient')
    .values({ survey_id: survey.id, company_id: virta, contact_id: contactId, answered_at: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('survey_answer')
    .values({ recipient_id: id, question: 'gaps', position: 0, words: 'Pilvi ja testaus' })
    .execute()
  const lines = await linesOf(answersCsv)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^Virta Oy;.*;Pilvi ja testaus;/)
})

test('meetings and needs leave as their lists show them', async () => {
  await makeNeed(virta, { title: 'Testaaja' })
  const meeting = await db
    .insertInto('meeting')
    .values({
      title: 'Aamukahvi',
      kind: 'joint',
      mode: 'online',
      starts_at: new Date('2026-09-01T06:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('meeting_company').values({ meeting_id: meeting.id, company_id: virta }).execute()
  expect(await linesOf(needsCsv, '?q=testaaja', {})).toEqual([expect.stringMatching(/^Testaaja;Virta Oy;/)])
  expect(await linesOf(meetingsCsv, '', {})).toEqual([
    expect.stringMatching(/^2026-09-01 09:00;60;Aamukahvi;Virta Oy;/),
  ])
  expect(await linesOf(meetingsCsv, '?status=cancelled', {})).toEqual([])
})

test('the queue leaves with what each company waits for, and why it must not be called', async () => {
  await db
    .insertInto('suppression')
    .values({ company_id: banned, channel: 'phone', reason: 'other_body' })
    .execute()
  await callVirta()
  const lines = await linesOf(queueCsv)
  expect(lines).toHaveLength(2)
  expect(lines.find((line) => line.startsWith('Kielto Oy'))).toMatch(
    /^Kielto Oy;Yhteydenotto kielletty;;Toinen taho välitti kiellon;/,
  )
  expect(await linesOf(queueCsv, '?state=suppressed')).toHaveLength(1)
})

test('bans leave so that nobody can use what they are for', async () => {
  await db
    .transaction()
    .execute((trx) =>
      suppressCompany(
        trx,
        liaison.viewer,
        { id: banned },
        { channel: 'all', reason: 'asked', askedHow: 'phone', wording: '=1+1' },
      ),
    )
  const [line] = await linesOf(suppressionsCsv, '', {})
  expect(line).toMatch(/^Kielto Oy;;'\+358…321;/)
  expect(line).toContain(`;puhelussa;`)
  expect(line).toContain(`;'=1+1;`)
  expect(await linesOf(suppressionsCsv, '?state=lifted', {})).toEqual([])
  // The company's ID became known after the ban.
  await db.updateTable('company').set({ business_id: '0538134-0' }).where('id', '=', banned).execute()
  expect((await linesOf(suppressionsCsv, '', {}))[0]).toMatch(/^Kielto Oy;0538134-0;/)
})

test('a source list leaves with what each campaign decided of its companies', async () => {
  const { id: sourceListId } = await db.selectFrom('source_list').select('id').executeTakeFirstOrThrow()
  await db
    .updateTable('campaign_company')
    .set({ decision: 'exclude', reason: 'Jo kumppani', decided_by: liaison.viewer.userId })
    .where('company_id', '=', virta)
    .execute()
  const lines = await linesOf(sourceListCsv, '?q=virta', { sourceListId })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/;Virta Oy;.*;Syksyn soitot;Jätetty pois;Jo kumppani;Liisa Lahti;/)
  expect(await statusOf(() => sourceListCsv(argsOf(liaison.request('/'), { sourceListId: virta })))).toBe(404)
})

test('tasks leave as their list shows them, to those who may take companies out', async () => {
  const task = { company_id: virta, title: 'Soita', due_on: '2026-09-01' }
  await db
    .insertInto('company_task')
    .values({ ...task, owner_id: liaison.viewer.userId })
    .execute()
  expect(await linesOf(tasksOfCompaniesCsv, '', {})).toEqual(['2026-09-01;Soita;Virta Oy;Liisa Lahti;'])
  expect(await linesOf(tasksOfCompaniesCsv, '?state=done', {})).toEqual([])
  const coordinator = await as('coordinator')
  expect(await statusOf(() => tasksOfCompaniesCsv(argsOf(coordinator.request('/'))))).toBe(403)
})

test('a reader who breaks off has taken what was read, and the page says so', async () => {
  async function* endless() {
    for (;;) yield { word: 'x'.repeat(1000) }
  }
  const response = await sendExport(db, liaison.viewer, {
    list: 'needs',
    address: '/needs',
    columns: () => [['Sana', (row: { word: string }) => row.word]],
    rows: endless(),
  })
  const reader = response.body?.getReader()
  await reader?.read()
  await reader?.cancel()
  await expect.poll(async () => (await taken())[0]?.rows).toBeGreaterThan(0)

  const manager = await as('project_manager')
  const { rows } = await exportsPage(argsOf(manager.request('/exports?list=needs&q=lahti')))
  expect(rows).toMatchObject([{ userName: 'Liisa Lahti', list: 'needs', completedAt: null }])
  expect(await statusOf(() => exportsPage(argsOf(liaison.request('/exports'))))).toBe(403)
})
