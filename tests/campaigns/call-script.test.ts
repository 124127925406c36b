import { beforeEach, describe, expect, test } from 'vitest'
import { loader as callPage } from '~/campaigns/routes/call'
import { action as logOutcome } from '~/campaigns/routes/call-outcome'
import { action as noteRecording } from '~/campaigns/routes/call-recording'
import { action as saveScript, loader as scriptPage } from '~/campaigns/routes/script'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCampaign, makeCompanies, makeRunningCampaign, takeCall } from '../support/campaigns'
import { clearDatabase } from '../support/database'
import { makeContact } from '../support/factories'
import { replyOf } from '../support/reply'

beforeEach(clearDatabase)

const save = (by: SignedIn, campaignId: string, fields: Record<string, string | number>) =>
  replyOf<{ form: { error: Record<string, string[]>; initialValue: Record<string, string> } }>(() =>
    saveScript(argsOf(by.post(`/campaigns/${campaignId}/script`, fields), { campaignId })),
  )
const log = (by: SignedIn, callId: string, fields: Record<string, string | number>) =>
  replyOf(() => logOutcome(argsOf(by.post(`/calls/${callId}/outcome`, fields), { callId })))
const card = async (by: SignedIn, callId: string, query = '') =>
  (await callPage(argsOf(by.request(`/calls/${callId}${query}`), { callId }))).card

describe('the script of a campaign', () => {
  test('is saved as the next version, and the one before stays', async () => {
    const liaison = await as('liaison')
    const campaignId = await makeCampaign({ companies: [] })

    expect((await save(liaison, campaignId, { after: 1, textFi: 'Hei {yritys}' })).status).toBe(303)

    expect(
      await db.selectFrom('call_script').select(['number', 'text_fi', 'made_by']).orderBy('number').execute(),
    ).toMatchObject([{ number: 1 }, { number: 2, text_fi: 'Hei {yritys}', made_by: liaison.viewer.userId }])
  })

  test('is refused with the line of each fault, and what was typed stays', async () => {
    const liaison = await as('liaison')
    const campaignId = await makeCampaign({ companies: [] })

    const reply = await save(liaison, campaignId, { after: 1, textFi: 'Hei\n{nimi}\n[jos sataa]' })

    expect(reply.status).toBe(422)
    expect(reply.data?.form.error.textFi).toEqual([
      'calls:script.fault.unknown_blank|{"line":2,"words":"nimi"}',
      'calls:script.fault.unknown_condition|{"line":3,"words":"sataa"}',
      'calls:script.fault.not_ended|{"line":3,"words":""}',
    ])
    expect(reply.data?.form.initialValue.textFi).toMatch(/^Hei\s+\{nimi\}\s+\[jos sataa\]$/)
  })

  test('from an older editor does not overwrite a newer one', async () => {
    const liaison = await as('liaison')
    const campaignId = await makeCampaign({ companies: [] })
    await save(liaison, campaignId, { after: 1, textFi: 'Toinen' })

    expect((await save(liaison, campaignId, { after: 1, textFi: 'Myöhässä' })).status).toBe(409)
  })

  test('is tried on the first company of the list, or on the one named', async () => {
    const liaison = await as('liaison')
    const companies = await makeCompanies(2)
    const campaignId = await makeCampaign({ companies })
    const page = (query: string) =>
      scriptPage(argsOf(liaison.request(`/campaigns/${campaignId}/script${query}`), { campaignId }))

    expect((await page('')).example?.name).toMatch(/^Yritys/)
    expect((await page('?company=Yritys 1 Oy')).example?.name).toBe('Yritys 1 Oy')
    expect((await page('?company=Ei ole')).example).toBeNull()
  })
})

describe('a call', () => {
  async function aCall(script: { text_fi?: string; text_sv?: string } = {}) {
    const caller = await as('caller')
    const campaignId = await makeRunningCampaign({
      companies: await makeCompanies(1),
      callers: [caller.viewer.userId],
    })
    if (Object.keys(script).length > 0) await db.updateTable('call_script').set(script).execute()
    return { caller, campaignId, call: await takeCall(caller.viewer, campaignId) }
  }

  test('speaks the language of the one who answers, and tells source and purpose in it', async () => {
    const { caller, call } = await aCall({ text_sv: 'Hej {företag}' })
    await makeContact(call.companyId, { language: 'sv' })

    const { script } = await card(caller, call.id)

    expect(script).toMatchObject({ language: 'sv', blocks: [{ text: `Hej ${call.companyName}` }] })
    expect(script?.told.join(' ')).toContain('Företagets uppgifter kommer från Vainu-haku, pilvi')
    expect((await card(caller, call.id, '?script=fi')).script?.language).toBe('fi')
  })

  test('remembers the version it was made with and the answers to its questions', async () => {
    const { caller, campaignId, call } = await aCall({
      text_fi: '? Montako? (yksi / monta)\n? Vaikeaa? [vaikeus]\n? Milloin?',
    })
    const script = (await card(caller, call.id)).script
    await db
      .insertInto('call_script')
      .values({ campaign_id: campaignId, number: 2, text_fi: '? Ihan muuta?' })
      .execute()

    await log(caller, call.id, {
      outcome: 'not_interested',
      refusalReason: 'no_time',
      scriptId: script?.id ?? '',
      scriptLanguage: 'fi',
      'answers[0].number': 1,
      'answers[0].answer': 'monta',
      'answers[1].number': 3,
      'answers[1].answer': '',
      wrapUpMs: 4200,
    })

    expect(await db.selectFrom('call_answer').select(['number', 'question', 'answer']).execute()).toEqual([
      { number: 1, question: 'Montako?', answer: 'monta' },
    ])
    expect(
      await db.selectFrom('call').select(['script_id', 'script_language', 'wrap_up_ms']).executeTakeFirst(),
    ).toEqual({ script_id: script?.id, script_language: 'fi', wrap_up_ms: 4200 })
  })

  test('keeps no script of another campaign', async () => {
    const { caller, call } = await aCall()
    const other = await makeCampaign({ companies: [] })
    const script = await db
      .selectFrom('call_script')
      .select('id')
      .where('campaign_id', '=', other)
      .executeTakeFirstOrThrow()

    await log(caller, call.id, { outcome: 'busy', scriptId: script.id, scriptLanguage: 'fi' })

    expect(await db.selectFrom('call').select(['outcome', 'script_id']).executeTakeFirst()).toEqual({
      outcome: 'busy',
      script_id: null,
    })
  })

  test('that may be recorded waits for the notice before somebody is reached', async () => {
    const { caller, call } = await aCall()
    await db.updateTable('campaign').set({ recording_kept_days: 30 }).execute()
    const refusal = { outcome: 'not_interested', refusalReason: 'no_time' }
    expect((await card(caller, call.id)).recording).toEqual({ keptDays: 30, told: false, notRecorded: false })

    expect((await log(caller, call.id, refusal)).status).toBe(409)
    await replyOf(() =>
      noteRecording(
        argsOf(caller.post(`/calls/${call.id}/recording`, { said: 'told' }), { callId: call.id }),
      ),
    )

    expect((await log(caller, call.id, refusal)).status).toBe(303)
    expect(await db.selectFrom('call').select('recording_told_at').executeTakeFirst()).toEqual({
      recording_told_at: expect.any(Date),
    })
  })

  test('that nobody answered needs no notice of recording', async () => {
    const { caller, call } = await aCall()
    await db.updateTable('campaign').set({ recording_kept_days: 30 }).execute()

    expect((await log(caller, call.id, { outcome: 'no_answer' })).status).toBe(303)
  })
})
