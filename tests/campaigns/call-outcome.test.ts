import { beforeEach, describe, expect, test } from 'vitest'
import { loader as callPage } from '~/campaigns/routes/call'
import { action as logOutcome } from '~/campaigns/routes/call-outcome'
import { action as undo } from '~/campaigns/routes/call-undo'
import { localTimeOf, plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { claim, makeCompanies, makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeContact } from '../support/factories'
import { replyOf } from '../support/reply'

beforeEach(clearDatabase)

const at = (request: Request, callId: string) => argsOf(request, { callId })

function log(by: SignedIn, callId: string, fields: Record<string, string | string[]>) {
  return replyOf(() => logOutcome(at(by.post(`/calls/${callId}/outcome`, fields), callId)))
}

function takeBack(by: SignedIn, callId: string) {
  return replyOf(() => undo(at(by.post(`/calls/${callId}/undo`), callId)))
}

async function aCall(given: { companies?: number; maxAttempts?: number } = {}) {
  const liaison = await as('liaison')
  const companies = await makeCompanies(given.companies ?? 1)
  const campaignId = await makeRunningCampaign({
    companies,
    callers: [liaison.viewer.userId],
    ...(given.maxAttempts && { maxAttempts: given.maxAttempts }),
  })
  return { liaison, campaignId, call: await takeCall(liaison.viewer, campaignId) }
}

const findTask = (id: string) =>
  db
    .selectFrom('call_task')
    .select(['status', 'attempts', 'due_at', 'callback_for', 'done_reason'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const findStage = (companyId: string) =>
  db
    .selectFrom('engagement')
    .select(['stage', 'reason', 'next_action_on', 'interested_at', 'joined_at'])
    .where('company_id', '=', companyId)
    .executeTakeFirst()

const hoursUntil = (instant: Date) => (instant.getTime() - Date.now()) / 3_600_000

describe('what an outcome does', () => {
  test('no answer puts the company back for a retry, and the last attempt ends it', async () => {
    const { liaison, campaignId, call } = await aCall({ maxAttempts: 2 })
    await log(liaison, call.id, { outcome: 'no_answer' })

    const retry = await findTask(call.taskId)
    expect(retry).toMatchObject({ status: 'queued', attempts: 1 })
    expect(hoursUntil(retry.due_at)).toBeCloseTo(20, 1)
    expect(await findStage(call.companyId)).toMatchObject({ stage: 'contacting' })

    await db
      .updateTable('call_task')
      .set({ due_at: new Date(0) })
      .execute()
    const second = await takeCall(liaison.viewer, campaignId)
    await log(liaison, second.id, { outcome: 'busy' })
    expect(await findTask(call.taskId)).toMatchObject({ status: 'done', done_reason: 'max_attempts' })
  })

  test('a callback waits for its caller until the agreed time', async () => {
    const { liaison, campaignId, call } = await aCall()
    const callbackAt = localTimeOf(new Date(Date.now() + 2 * 3_600_000))
    await log(liaison, call.id, { outcome: 'callback', callbackAt })

    const task = await findTask(call.taskId)
    expect(task).toMatchObject({ status: 'callback', callback_for: liaison.viewer.userId })
    expect(localTimeOf(task.due_at)).toBe(callbackAt)
    expect(await claim(liaison.viewer, campaignId)).toEqual({ kind: 'nothing' })
  })

  test('a wrong person leads to the right one, who is called next', async () => {
    const { liaison, campaignId, call } = await aCall()
    await log(liaison, call.id, {
      outcome: 'wrong_person',
      personName: 'Aino Laine',
      personRole: 'tiiminvetäjä',
      personPhone: '040 765 4321',
    })

    expect(
      await db.selectFrom('contact').select(['name', 'phone', 'source', 'company_id']).executeTakeFirst(),
    ).toEqual({ name: 'Aino Laine', phone: '+358407654321', source: 'call', company_id: call.companyId })
    expect((await takeCall(liaison.viewer, campaignId)).companyId).toBe(call.companyId)
  })

  test('an interested company tells its difficulty, growth, motives and skills', async () => {
    const { liaison, call } = await aCall()
    await log(liaison, call.id, {
      outcome: 'interested',
      recruitingDifficulty: 'yes',
      limitsGrowth: 'some',
      motives: ['find_talent', 'growth'],
      skillsNeeded: 'DevOps, pilvi, devops',
      meetingWish: 'ensi viikolla',
      note: 'Puhelias',
    })

    expect(
      await db
        .selectFrom('call')
        .select([
          'outcome',
          'recruiting_difficulty',
          'limits_growth',
          'motives',
          'skills_needed',
          'meeting_wish',
        ])
        .executeTakeFirst(),
    ).toEqual({
      outcome: 'interested',
      recruiting_difficulty: 'yes',
      limits_growth: 'some',
      motives: ['find_talent', 'growth'],
      skills_needed: ['devops', 'pilvi'],
      meeting_wish: 'ensi viikolla',
    })
    expect(await findTask(call.taskId)).toMatchObject({ status: 'done', done_reason: 'interested' })
    expect(await findStage(call.companyId)).toMatchObject({
      stage: 'interested',
      interested_at: expect.any(Date),
    })
  })

  test('no need now comes back on its day', async () => {
    const { liaison, call } = await aCall()
    const until = plusDays(today(), 60)
    await log(liaison, call.id, { outcome: 'no_need_now', until })

    expect(await findStage(call.companyId)).toMatchObject({ stage: 'not_now', next_action_on: until })
  })

  test('answers that do not belong to the outcome are not kept', async () => {
    const { liaison, call } = await aCall()
    await log(liaison, call.id, {
      outcome: 'not_interested',
      refusalReason: 'no_time',
      recruitingDifficulty: 'yes',
      wording: 'vanha',
      personName: 'Joku Muu',
    })

    expect(
      await db.selectFrom('call').select(['reason', 'recruiting_difficulty', 'wording']).executeTakeFirst(),
    ).toEqual({ reason: 'no_time', recruiting_difficulty: null, wording: null })
    expect(await db.selectFrom('contact').select('id').execute()).toEqual([])
  })

  test('a refusal holds at once in another campaign, and for another company with the same number', async () => {
    const { liaison, call } = await aCall()
    const other = await as('caller')
    await db.updateTable('company').set({ phone: '+358401112233' }).execute()
    const twin = await db
      .insertInto('company')
      .values({ name: 'SAMA NUMERO OY', phone: '+358401112233' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const elsewhere = await makeRunningCampaign({
      companies: [call.companyId, twin.id],
      callers: [other.viewer.userId],
    })

    await log(liaison, call.id, {
      outcome: 'asked_no_more_contact',
      wording: 'Älkää soittako enää.',
      channel: 'all',
      contactId: await makeContact(call.companyId, { name: 'Elli Ojala' }),
    })

    expect(await claim(other.viewer, elsewhere)).toEqual({ kind: 'nothing' })
    expect(await findStage(call.companyId)).toMatchObject({ stage: 'do_not_contact' })
    expect(
      await db
        .selectFrom('suppression')
        .select(['company_id', 'wording', 'reason', 'asked_by'])
        .executeTakeFirst(),
    ).toEqual({
      company_id: call.companyId,
      wording: 'Älkää soittako enää.',
      reason: 'asked',
      asked_by: 'Elli Ojala',
    })
  })

  test('saving can take the next company at once', async () => {
    const { liaison, call } = await aCall({ companies: 2 })
    const reply = await log(liaison, call.id, { outcome: 'busy', afterwards: 'next' })

    const open = await db.selectFrom('call').select('id').where('outcome', 'is', null).executeTakeFirst()
    expect(reply.location).toBe(`/calls/${open?.id}`)
  })

  test('the outcome is saved also when the campaign was closed during the call', async () => {
    const { liaison, call } = await aCall({ companies: 2 })
    await db.updateTable('campaign').set({ status: 'closed' }).execute()

    const reply = await log(liaison, call.id, { outcome: 'busy', afterwards: 'next' })

    expect(reply).toMatchObject({ status: 303, location: '/calls' })
    expect(await db.selectFrom('call').select('outcome').execute()).toEqual([{ outcome: 'busy' }])
  })
})

describe('what an outcome asks for', () => {
  const past = '2020-01-01T10:00'
  test.each<[string, Record<string, string>]>([
    ['an outcome at all', {}],
    ['when to call back', { outcome: 'callback' }],
    ['a callback still to come', { outcome: 'callback', callbackAt: past }],
    ['why not', { outcome: 'not_interested' }],
    ['until when there is no need', { outcome: 'no_need_now' }],
    ['who the right person is', { outcome: 'wrong_person' }],
    ['how to reach the right person', { outcome: 'wrong_person', personName: 'Aino Laine' }],
    ['whether recruiting is difficult', { outcome: 'interested' }],
    ['the wording of a refusal', { outcome: 'asked_no_more_contact' }],
    ['what the company needs, to join', { outcome: 'joins_now', recruitingDifficulty: 'yes' }],
  ])('%s', async (_what, fields) => {
    const { liaison, call } = await aCall()

    expect((await log(liaison, call.id, fields)).status).toBe(422)
    expect(await db.selectFrom('call').select('outcome').execute()).toEqual([{ outcome: null }])
  })

  test('joining takes a contact person, a need or a promise, and a next step', async () => {
    const { liaison, call } = await aCall()
    const contactId = await makeContact(call.companyId)
    const told = { outcome: 'joins_now', recruitingDifficulty: 'yes', skillsNeeded: 'pilvi', contactId }
    expect((await log(liaison, call.id, told)).status).toBe(422)

    const reply = await log(liaison, call.id, {
      ...told,
      nextAction: 'Tapaaminen',
      nextActionOn: plusDays(today(), 7),
    })

    expect(reply.status).toBe(303)
    expect(await findStage(call.companyId)).toMatchObject({ stage: 'joined', joined_at: expect.any(Date) })
  })
})

describe('whose call it is', () => {
  test("another caller's call cannot be ended", async () => {
    const { call } = await aCall()
    const other = await as('liaison')

    expect((await log(other, call.id, { outcome: 'busy' })).status).toBe(404)
  })

  test('a call that another caller has followed up is refused, and everything typed stays', async () => {
    const { liaison, campaignId, call } = await aCall()
    const other = await as('liaison')
    await db
      .insertInto('campaign_caller')
      .values({ campaign_id: campaignId, user_id: other.viewer.userId })
      .execute()
    await db
      .updateTable('call')
      .set({ lease_until: new Date(0) })
      .execute()
    await takeCall(other.viewer, campaignId)

    const reply = await log(liaison, call.id, { outcome: 'busy', note: 'Varattu' })

    expect(reply.status).toBe(409)
    expect(reply.data).toMatchObject({ form: { initialValue: { note: 'Varattu' } } })
  })

  test('a call released for its lease can still be ended while nobody has called after it', async () => {
    const { liaison, call } = await aCall()
    await db.updateTable('call').set({ released_at: new Date() }).execute()

    expect((await log(liaison, call.id, { outcome: 'busy' })).status).toBe(303)
  })
})

describe('undoing an outcome', () => {
  const refusal = { outcome: 'asked_no_more_contact', wording: 'Ei enää.' }

  test('lifts the ban, restores the stage and gives the company back, and the call stays on record', async () => {
    const { liaison, call } = await aCall()
    await log(liaison, call.id, refusal)

    const reply = await takeBack(liaison, call.id)

    const again = await db
      .selectFrom('call')
      .select(['id', 'company_id'])
      .where('outcome', 'is', null)
      .executeTakeFirstOrThrow()
    expect(reply.location).toBe(`/calls/${again.id}`)
    expect(again.company_id).toBe(call.companyId)
    expect(await db.selectFrom('suppression').select('lifted_at').executeTakeFirst()).toEqual({
      lifted_at: expect.any(Date),
    })
    expect(await findStage(call.companyId)).toBeUndefined()
    expect(await findTask(call.taskId)).toMatchObject({ attempts: 0 })
    expect(
      await db
        .selectFrom('call')
        .select(['outcome', 'undone_by'])
        .where('id', '=', call.id)
        .executeTakeFirst(),
    ).toEqual({ outcome: 'asked_no_more_contact', undone_by: liaison.viewer.userId })
    expect(
      await db.selectFrom('activity').select('action').where('action', '=', 'call_undone').execute(),
    ).toHaveLength(1)
  })

  const joins = {
    outcome: 'joins_now',
    recruitingDifficulty: 'no',
    motives: ['growth', 'find_talent'],
    skillsNeeded: 'pilvi',
    promised: 'Ottaa yhden harjoittelijan',
    nextAction: 'Käynti työpaikalla',
    nextActionOn: plusDays(today(), 7),
    personName: 'Aino Laine',
    personPhone: '040 765 4321',
  }
  const findPart = (companyId: string) =>
    db.selectFrom('engagement').selectAll().where('company_id', '=', companyId).executeTakeFirst()

  async function aCompanyInTheRound() {
    const given = await aCall()
    const { roundId, companyId } = given.call
    await db
      .insertInto('engagement')
      .values({
        round_id: roundId,
        company_id: companyId,
        stage: 'contacting',
        motives: ['growth'],
        promised: 'Soittaa syksyllä',
        next_action: 'Soita uudelleen',
        next_action_on: plusDays(today(), 1),
      })
      .execute()
    return given
  }

  test('puts the company’s part in the round and its people back as they were', async () => {
    const { liaison, call } = await aCompanyInTheRound()
    const { version: _, ...before } = (await findPart(call.companyId)) ?? {}
    await log(liaison, call.id, joins)
    expect(await findPart(call.companyId)).toMatchObject({
      stage: 'joined',
      next_action: 'Käynti työpaikalla',
    })

    await takeBack(liaison, call.id)

    expect(await findPart(call.companyId)).toMatchObject(before)
    expect(await db.selectFrom('contact').select('name').execute()).toEqual([])
  })

  test('leaves what somebody changed after the call, and says so', async () => {
    const { liaison, call } = await aCompanyInTheRound()
    await log(liaison, call.id, joins)
    await db
      .updateTable('engagement')
      .set({ next_action: 'Sovittu käynti perjantaiksi', version: 9 })
      .execute()
    await db.updateTable('contact').set({ role: 'toimitusjohtaja', version: 2 }).execute()
    await db
      .insertInto('need')
      .values([
        { company_id: call.companyId, call_id: call.id, title: 'Koskematon' },
        { company_id: call.companyId, call_id: call.id, title: 'Tarkennettu', version: 2 },
      ])
      .execute()

    const reply = await takeBack(liaison, call.id)

    expect(await findPart(call.companyId)).toMatchObject({
      stage: 'contacting',
      motives: ['growth'],
      promised: 'Soittaa syksyllä',
      next_action: 'Sovittu käynti perjantaiksi',
      next_action_on: plusDays(today(), 1),
      joined_at: null,
    })
    expect(await db.selectFrom('contact').select('name').execute()).toEqual([{ name: 'Aino Laine' }])
    expect(await db.selectFrom('need').select(['title', 'status']).orderBy('title').execute()).toEqual([
      { title: 'Koskematon', status: 'closed' },
      { title: 'Tarkennettu', status: 'open' },
    ])
    expect(reply.status).toBe(303)
    const { detail } = await db
      .selectFrom('activity')
      .select('detail')
      .where('action', '=', 'call_undone')
      .executeTakeFirstOrThrow()
    expect(detail).toEqual({ left: ['need', 'next_step', 'contact'] })
  })

  test('a person who was added in the call and is needed elsewhere stays', async () => {
    const { liaison, call } = await aCall()
    await log(liaison, call.id, joins)
    const { id: contact_id } = await db.selectFrom('contact').select('id').executeTakeFirstOrThrow()
    await db
      .insertInto('need')
      .values({ company_id: call.companyId, contact_id, title: 'Toinen tarve' })
      .execute()

    expect((await takeBack(liaison, call.id)).status).toBe(303)

    expect(await db.selectFrom('contact').select('left_at').execute()).toEqual([{ left_at: null }])
  })

  const cardOf = async (by: SignedIn, callId: string) =>
    (await callPage(at(by.request(`/calls/${callId}`), callId))).card

  test('opens the form filled with what was undone, for the caller who undid it and until another outcome', async () => {
    const { liaison, campaignId, call } = await aCall()
    const other = await as('liaison')
    const contactId = await makeContact(call.companyId, { name: 'Elli Ojala' })
    await db
      .insertInto('call_script')
      .values({ campaign_id: campaignId, number: 7, text_fi: '? Montako?' })
      .execute()
    const { script, refill } = await cardOf(liaison, call.id)
    expect(refill).toBeNull()
    const { personName: _, personPhone: __, ...told } = joins
    await log(liaison, call.id, {
      ...told,
      contactId,
      note: 'Soita aamulla',
      scriptId: script?.id ?? '',
      scriptLanguage: 'fi',
      'answers[0].number': '1',
      'answers[0].answer': 'kaksi',
    })

    const again = (await takeBack(liaison, call.id)).location?.split('/').at(-1) ?? ''

    expect((await cardOf(liaison, again)).refill).toMatchObject({
      ...told,
      contactId,
      note: 'Soita aamulla',
      answers: [{ answer: 'kaksi' }],
    })
    expect((await cardOf(other, again)).refill).toBeNull()
    await log(liaison, again, { outcome: 'busy' })
    await db
      .updateTable('call_task')
      .set({ due_at: new Date(0) })
      .execute()
    const third = await takeCall(liaison.viewer, campaignId)
    expect((await cardOf(liaison, third.id)).refill).toBeNull()
  })

  test('waits among the callbacks when the caller has taken another company', async () => {
    const { liaison, campaignId, call } = await aCall({ companies: 2 })
    await log(liaison, call.id, { ...refusal, afterwards: 'next' })

    expect((await takeBack(liaison, call.id)).location).toBe('/calls')

    expect(await findTask(call.taskId)).toMatchObject({
      status: 'callback',
      callback_for: liaison.viewer.userId,
    })
    await db
      .updateTable('call')
      .set({ outcome: 'busy', ended_at: new Date() })
      .where('outcome', 'is', null)
      .execute()
    expect((await takeCall(liaison.viewer, campaignId)).companyId).toBe(call.companyId)
  })

  test('is refused after ten minutes', async () => {
    const { liaison, call } = await aCall()
    await log(liaison, call.id, refusal)
    await db
      .updateTable('call')
      .set({ ended_at: new Date(Date.now() - 11 * 60_000) })
      .execute()

    expect((await takeBack(liaison, call.id)).status).toBe(409)
    expect(await db.selectFrom('suppression').select('lifted_at').executeTakeFirst()).toEqual({
      lifted_at: null,
    })
  })

  test("is not for another caller's call, nor twice", async () => {
    const { liaison, call } = await aCall()
    const other = await as('liaison')
    await log(liaison, call.id, refusal)

    expect((await takeBack(other, call.id)).status).toBe(404)
    await takeBack(liaison, call.id)
    expect((await takeBack(liaison, call.id)).status).toBe(404)
  })
})
