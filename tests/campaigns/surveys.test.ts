import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { countQueue } from '~/campaigns/queue-state.server'
import { loader as campaignPage } from '~/campaigns/routes/campaign'
import { action as setUp, loader as surveyPage } from '~/campaigns/routes/survey'
import { action as answer, loader as formPage } from '~/campaigns/routes/survey-form'
import { action as refuse } from '~/campaigns/routes/survey-refusal'
import { action as review, loader as reviewPage } from '~/campaigns/routes/survey-review'
import { loader as confirmPage, action as send } from '~/campaigns/routes/survey-sending'
import { remindOfSurveys } from '~/campaigns/survey-mail.server'
import { localTimeOf, plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import type { FormReply } from '~/platform/form.server'
import { argsOf, as, post, request, type SignedIn } from '../support/as'
import { claim, contact, makeCall, makeRunningCampaign } from '../support/campaigns'
import { clearAllButVocabulary } from '../support/database'
import { makeCompany, makeContact } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

let liaison: SignedIn
let campaignId: string
let virta: string

beforeEach(async () => {
  await clearAllButVocabulary()
  liaison = await as('liaison')
  virta = await makeCompany({ name: 'Virta Oy', language: 'sv' })
  await makeContact(virta, { email: 'elli@virta.example' })
  const rested = await makeCompany({ name: 'Lepo Oy' })
  await makeContact(rested, { email: 'a@lepo.example' })
  await contact(rested, 1)
  const soleTrader = await makeCompany({ name: 'Maija Mallinen Tmi', form: 'tmi' })
  await makeContact(soleTrader, { email: 'maija@malli.example' })
  const silent = await makeCompany({ name: 'Ei Osoitetta Oy' })
  campaignId = await makeRunningCampaign({ companies: [virta, rested, soleTrader, silent] })
})

const set = (fields: Record<string, string | number | string[]> = {}) =>
  statusOf(() =>
    setUp(
      argsOf(
        liaison.post('/', {
          place: 'instead',
          questions: ['recruit_skills', 'gaps', 'difficulty'],
          remindAfterDays: 5,
          closesOn: plusDays(today(), 20),
          version: 0,
          ...fields,
        }),
        { campaignId },
      ),
    ),
  )
const recipients = async () => (await surveyPage(argsOf(liaison.request('/'), { campaignId }))).recipients
const sendIt = () => replyOf(() => send(argsOf(liaison.post('/'), { campaignId })))

async function sentToVirta(): Promise<string> {
  await set()
  expect((await sendIt()).status).toBe(303)
  return lastToken()
}

async function lastToken(to = 'elli@virta.example'): Promise<string> {
  const mail = await db
    .selectFrom('mail')
    .select(['body_text', 'to_address'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(mail.to_address).toBe(to)
  return /\/survey\/([\w-]+)\n/.exec(mail.body_text)?.[1] ?? ''
}

const answerWith = (token: string, fields: Record<string, string>) =>
  replyOf(() => answer(argsOf(post(`/survey/${token}`, fields), { token })))

test('goes once to each company that may be written to now, with a way out, in its language', async () => {
  await sentToVirta()
  const mails = await db.selectFrom('mail').selectAll().execute()
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ language: 'sv', company_id: virta, kind: 'survey' })
  expect(mails[0]?.body_text).toMatch(/\/survey\/[\w-]{43}\/refusal/)
  await sendIt()
  expect(await db.selectFrom('mail').select('id').execute()).toHaveLength(1)
})

test('says how many of the companies on the list are left out, and why', async () => {
  await set()
  const all = await recipients()
  expect(all?.open).toBe(1)
  expect(Object.fromEntries(all?.leftOut.map(({ reason, count }) => [reason, count]) ?? [])).toEqual({
    no_address: 1,
    no_consent: 1,
    resting: 1,
  })
  const { preview } = await confirmPage(argsOf(liaison.request('/'), { campaignId }))
  expect(preview.leftOut).toEqual(all?.leftOut)
})

test('before it is sent a page says to whom, in what words, and sends nothing', async () => {
  await set({ introSv: 'Vi frågar om kompetens.' })
  const { preview } = await confirmPage(argsOf(liaison.request('/'), { campaignId }))
  expect(preview).toMatchObject({ count: 1, names: ['Virta Oy'], mails: [{ language: 'sv' }] })
  expect(preview.mails[0]?.paragraphs).toContain('Vi frågar om kompetens.')
  expect(await db.selectFrom('mail').select('id').execute()).toEqual([])
  await sendIt()
  const [mail] = await db.selectFrom('mail').select('body_text').execute()
  for (const paragraph of preview.mails[0]?.paragraphs ?? []) expect(mail?.body_text).toContain(paragraph)
})

test('keeps its own campaign from calling till the closing day and no longer, and says so as what it is', async () => {
  const caller = await as('caller')
  await db
    .insertInto('campaign_caller')
    .values({ campaign_id: campaignId, user_id: caller.viewer.userId })
    .execute()
  await db.deleteFrom('call_task').where('company_id', '<>', virta).execute()
  await sentToVirta()
  const [mail] = await db.selectFrom('mail').select('id').execute()
  // The mail has left, and the cooldown after it is longer than the survey is open.
  await db
    .insertInto('company_contact_event')
    .values({ company_id: virta, channel: 'email', subject_type: 'mail', subject_id: mail?.id ?? '' })
    .execute()
  const states = async () => countQueue(db, null, { id: campaignId })
  expect(await states()).toMatchObject({ surveyed: 1, resting: 0, now: 0 })
  expect(localTimeOf((await states()).nextFreeAt ?? new Date(0))).toBe(`${plusDays(today(), 21)}T00:00`)
  expect((await claim(caller.viewer, campaignId)).kind).toBe('nothing')
  await db
    .updateTable('survey')
    .set({ closes_on: plusDays(today(), -1) })
    .execute()
  expect(await states()).toMatchObject({ surveyed: 0, resting: 0, now: 1 })
  expect((await claim(caller.viewer, campaignId)).kind).not.toBe('nothing')
})

test('in place of a call it goes to nobody with whom the calls have come further, nor do its reminders', async () => {
  const caller = await as('caller')
  const given = { campaign_id: campaignId, caller_id: caller.viewer.userId, lease_until: new Date() }
  const soon = new Date(Date.now() + 3_600_000)
  const task = await db
    .selectFrom('call_task')
    .select(['id', 'company_id'])
    .where('company_id', '=', virta)
    .executeTakeFirstOrThrow()
  const changeTask = (values: { status: string; done_reason?: string }) =>
    db.updateTable('call_task').set(values).where('id', '=', task.id).execute()
  const open = async () => (await recipients())?.open
  await set()
  expect(await open()).toBe(1)

  await makeCall(task, { ...given, lease_until: soon })
  expect(await open()).toBe(0)
  await db.updateTable('call').set({ outcome: 'no_answer', ended_at: new Date() }).execute()
  expect(await open()).toBe(1)
  await changeTask({ status: 'callback' })
  expect(await open()).toBe(0)
  await changeTask({ status: 'done', done_reason: 'withdrawn' })
  expect(await open()).toBe(0)
  await changeTask({ status: 'done', done_reason: 'max_attempts' })
  await sendIt()
  expect(await db.selectFrom('mail').select('id').execute()).toHaveLength(1)

  await makeCall(task, { ...given, outcome: 'not_interested', ended_at: new Date() })
  await sql`update survey_recipient set sent_at = now() - interval '10 days'`.execute(db)
  await remindOfSurveys(db)
  expect(await db.selectFrom('mail').select('id').execute()).toHaveLength(1)
  await db.deleteFrom('survey_recipient').execute()
  expect(await open()).toBe(0)
})

test('after calls it goes to nobody who was not spoken with', async () => {
  await set({ place: 'after' })
  await sendIt()
  expect(await db.selectFrom('mail').select('id').execute()).toEqual([])
})

test('an answer is kept in its own words, can be changed, and takes the company out of the queue', async () => {
  const token = await sentToVirta()
  expect(await answerWith(token, {})).toMatchObject({
    status: 422,
    data: { form: { error: { recruit_skills: ['surveys:rule_empty'] } } },
  })
  expect(
    (await answerWith(token, { recruit_skills: 'Power BI, hitsaus tms', difficulty: 'yes' })).status,
  ).toBe(303)
  await answerWith(token, { recruit_skills: 'Power BI, kaapelointi', gaps: 'Data' })
  const page = await replyOf<{ answers: object }>(() =>
    formPage(argsOf(request(`/survey/${token}`), { token })),
  )
  expect(page.data?.answers).toEqual({ recruit_skills: 'Power BI, kaapelointi', gaps: 'Data' })
  const task = await db
    .selectFrom('call_task')
    .select(['status', 'done_reason'])
    .where('company_id', '=', virta)
    .executeTakeFirst()
  expect(task).toEqual({ status: 'done', done_reason: 'survey_answered' })
  expect(await db.selectFrom('need').select('id').execute()).toEqual([])
})

test('becomes a need only by a person’s check, as corrected, and once', async () => {
  const token = await sentToVirta()
  const figures = async () => (await campaignPage(argsOf(liaison.request('/'), { campaignId }))).survey
  expect(await figures()).toMatchObject({ sent: 1, opened: 0, waiting: 1 })
  await formPage(argsOf(request(`/survey/${token}`), { token }))
  await answerWith(token, { recruit_skills: 'Power BI', gaps: 'Raportointi' })
  const { answers, counts } = await surveyPage(argsOf(liaison.request('/'), { campaignId }))
  expect(counts).toMatchObject({ sent: 1, opened: 1, answered: 1, to_review: 1, needs: 0 })
  const recipientId = answers[0]?.id ?? ''
  const check = (fields: Record<string, string | number>) =>
    statusOf(() => review(argsOf(liaison.post('/', fields), { recipientId })))
  const accepted = {
    decision: 'accept',
    remote: 'partly',
    title: 'Raportoija',
    skills: 'Power BI, SQL',
    version: 2,
  }
  expect(await check(accepted)).toBe(303)
  expect(await check(accepted)).toBe(409)
  const needs = await db.selectFrom('need').select(['title', 'company_id']).execute()
  expect(needs).toEqual([{ title: 'Raportoija', company_id: virta }])
  expect(await figures()).toMatchObject({ to_review: 0, needs: 1 })
  const words = await db.selectFrom('need_skill').select('words').orderBy('position').execute()
  expect(words.map((row) => row.words)).toEqual(['Power BI', 'SQL'])
})

test('the words of an answer are offered as skills of the vocabulary, and those chosen become the need’s', async () => {
  const token = await sentToVirta()
  await answerWith(token, {
    recruit_skills: 'powerbi, hommien hoito',
    gaps: 'Kubernetes ja Power BI puuttuu',
  })
  const { id: recipientId } = await db.selectFrom('survey_recipient').select('id').executeTakeFirstOrThrow()
  const { offered } = await reviewPage(argsOf(liaison.request('/'), { recipientId }))
  expect(offered).toEqual([
    { words: 'powerbi', name: 'Power BI', asked: true },
    { words: 'hommien hoito', name: null, asked: true },
    { words: 'Kubernetes', name: 'Kubernetes', asked: false },
  ])
  const chosen = {
    decision: 'accept',
    remote: 'partly',
    title: 'Raportoija',
    offered: ['0', '2'],
    skills: 'SQL',
    version: '2',
  }
  expect(await statusOf(() => review(argsOf(liaison.post('/', chosen), { recipientId })))).toBe(303)
  const skills = await db.selectFrom('need_skill').select(['words', 'skill_id']).orderBy('position').execute()
  expect(skills).toMatchObject([
    { words: 'powerbi', skill_id: 'power-bi' },
    { words: 'Kubernetes', skill_id: 'kubernetes' },
    { words: 'SQL' },
  ])
})

test('words about a person do not get from an answer into a need before somebody has looked at them', async () => {
  const token = await sentToVirta()
  await answerWith(token, { recruit_skills: 'Nuori siivooja, Excel' })
  const { id: recipientId } = await db.selectFrom('survey_recipient').select('id').executeTakeFirstOrThrow()
  const check = (fields: Record<string, string | string[]>) =>
    replyOf<FormReply>(() =>
      review(
        argsOf(liaison.post('/', { decision: 'accept', remote: 'partly', version: '2', ...fields }), {
          recipientId,
        }),
      ),
    )
  const typed = await check({ title: 'Nuori siivooja', skills: 'Excel' })
  expect(typed.status).toBe(422)
  expect(typed.data?.form.error?.title?.[0]).toContain('needs:about_person.age')
  const chosen = await check({ title: 'Siivooja', offered: ['0', '1'] })
  expect(chosen.status).toBe(422)
  expect(chosen.data?.form.error?.offered?.[0]).toContain('needs:about_person.age')
  expect(await db.selectFrom('need').select('id').execute()).toEqual([])
  expect((await check({ title: 'Siivooja', offered: ['1'], remote: '' })).status).toBe(422)
  expect((await check({ title: 'Siivooja', offered: ['1'] })).status).toBe(303)
  expect(await db.selectFrom('need').select(['title', 'remote']).execute()).toEqual([
    { title: 'Siivooja', remote: 'partly' },
  ])
})

test('tells who asks, for which project and where the address is from, and after a refusal opens no form', async () => {
  await db.updateTable('contact').set({ source: 'event' }).where('company_id', '=', virta).execute()
  const token = await sentToVirta()
  const { project } = await db.selectFrom('project').select('name as project').executeTakeFirstOrThrow()
  const mail = await db.selectFrom('mail').select('body_text').executeTakeFirstOrThrow()
  for (const told of [liaison.viewer.name, project, 'Evenemang']) expect(mail.body_text).toContain(told)
  const open = () =>
    replyOf<{ asker: object; refused: boolean; questions: string[] }>(() =>
      formPage(argsOf(request(`/survey/${token}`), { token })),
    )
  expect((await open()).data).toMatchObject({
    refused: false,
    asker: { sender: expect.stringContaining(liaison.viewer.name), project, source: 'event' },
  })
  await statusOf(() => refuse(argsOf(post('/', {}), { token })))
  expect((await open()).data).toMatchObject({ refused: true, questions: [] })
  expect((await answerWith(token, { gaps: 'Data' })).status).toBe(409)
})

test('a refusal bans the address, ends reminders and takes the company out of the queue', async () => {
  const token = await sentToVirta()
  await statusOf(() => refuse(argsOf(post('/', {}), { token })))
  const bans = await db.selectFrom('suppression').select(['channel', 'email_shown']).execute()
  expect(bans).toEqual([{ channel: 'email', email_shown: 'e…@virta.example' }])
  await sql`update survey_recipient set sent_at = now() - interval '10 days'`.execute(db)
  await remindOfSurveys(db)
  expect(await db.selectFrom('mail').select('id').execute()).toHaveLength(1)
  expect(
    await db.selectFrom('call_task').select('done_reason').where('company_id', '=', virta).executeTakeFirst(),
  ).toEqual({ done_reason: 'survey_refused' })
})

test('who has not answered is reminded once, and both links open the same form', async () => {
  const token = await sentToVirta()
  await remindOfSurveys(db)
  expect(await db.selectFrom('mail').select('id').execute()).toHaveLength(1)
  await sql`update survey_recipient set sent_at = now() - interval '10 days'`.execute(db)
  await remindOfSurveys(db)
  await remindOfSurveys(db)
  expect(await db.selectFrom('mail').select('id').execute()).toHaveLength(2)
  expect((await answerWith(token, { gaps: 'Data' })).status).toBe(303)
  expect((await answerWith(await lastToken(), { gaps: 'Muuta' })).status).toBe(303)
  expect(await db.selectFrom('survey_answer').select('words').execute()).toEqual([{ words: 'Muuta' }])
})

test('a company of which only its own address is known is asked there, and its answer becomes a need', async () => {
  await db.updateTable('company').set({ email: 'info@virta.example' }).where('id', '=', virta).execute()
  await db.deleteFrom('contact').where('company_id', '=', virta).execute()
  await set()
  expect((await sendIt()).status).toBe(303)
  const token = await lastToken('info@virta.example')
  await answerWith(token, { recruit_skills: 'Power BI' })
  const { id: recipientId } = await db.selectFrom('survey_recipient').select('id').executeTakeFirstOrThrow()
  const accepted = {
    decision: 'accept',
    remote: 'partly',
    title: 'Raportoija',
    skills: 'Power BI',
    version: 2,
  }
  expect(await statusOf(() => review(argsOf(liaison.post('/', accepted), { recipientId })))).toBe(303)
  expect(await db.selectFrom('need').select('contact_id').execute()).toEqual([{ contact_id: null }])
})

test('a reminder waits while the company rests, and is not sent to who must not be written to', async () => {
  await sentToVirta()
  await sql`update survey_recipient set sent_at = now() - interval '10 days'`.execute(db)
  const mails = async () => (await db.selectFrom('mail').select('id').execute()).length
  const [own] = await db.selectFrom('mail').select('id').execute()
  // The survey's own mail has left, and is not in its own way.
  await db
    .insertInto('company_contact_event')
    .values({ company_id: virta, channel: 'email', subject_type: 'mail', subject_id: own?.id ?? '' })
    .execute()
  await contact(virta, 1)
  await remindOfSurveys(db)
  expect(await mails()).toBe(1)

  await db.deleteFrom('company_contact_event').where('subject_type', '=', 'meeting').execute()
  await db.updateTable('company').set({ form: 'tmi' }).where('id', '=', virta).execute()
  await remindOfSurveys(db)
  expect(await mails()).toBe(1)

  await db.updateTable('company').set({ form: 'oy' }).where('id', '=', virta).execute()
  await remindOfSurveys(db)
  expect(await mails()).toBe(2)
})

test('a survey that has closed takes no answers, and a made-up link opens none', async () => {
  const token = await sentToVirta()
  await db
    .updateTable('survey')
    .set({ closes_on: plusDays(today(), -1) })
    .execute()
  expect((await answerWith(token, { gaps: 'Data' })).status).toBe(409)
  expect(await statusOf(() => formPage(argsOf(request('/'), { token })))).toBe(410)
  expect(await statusOf(() => formPage(argsOf(request('/'), { token: 'ei-ole' })))).toBe(404)
})
