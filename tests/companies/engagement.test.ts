import { beforeEach, describe, expect, test } from 'vitest'
import { stageAfter } from '~/companies/engagement'
import { action } from '~/companies/routes/engagement'
import type { Stage } from '~/companies/stage'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { clearDatabase } from '../support/database'
import { makeCompany, makeContact, makeRound } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'

beforeEach(clearDatabase)

test.each<[Stage, Stage, Stage]>([
  ['identified', 'contacting', 'contacting'],
  ['meeting_agreed', 'interested', 'meeting_agreed'],
  ['interested', 'declined', 'declined'],
  ['active', 'declined', 'active'],
  ['joined', 'not_now', 'joined'],
  ['not_now', 'contacting', 'not_now'],
  ['declined', 'interested', 'interested'],
  ['active', 'do_not_contact', 'do_not_contact'],
  ['do_not_contact', 'contacting', 'do_not_contact'],
])('a company that stands at %s and is now %s stands at %s', (current, wanted, after) => {
  expect(stageAfter(current, wanted)).toBe(after)
})

describe('marking a company as joined', () => {
  async function place() {
    const [companyId, roundId] = [await makeCompany(), await makeRound()]
    return { companyId, roundId }
  }
  const joined = {
    stage: 'joined',
    promised: 'Ohjaa yhtä työkokeilijaa',
    nextAction: 'Tapaaminen',
    nextActionOn: '2030-01-31',
  }
  function save(
    by: SignedIn,
    params: { companyId: string; roundId: string },
    fields: Record<string, string>,
  ) {
    const url = `/companies/${params.companyId}/engagements/${params.roundId}`
    return replyOf(() => action(argsOf(by.post(url, fields), params)))
  }

  test('takes a contact person, a need or a promise, and a next step', async () => {
    const liaison = await as('liaison')
    const at = await place()
    expect((await save(liaison, at, joined)).status).toBe(409)

    await makeContact(at.companyId)
    expect((await save(liaison, at, { ...joined, promised: '' })).status).toBe(409)
    expect((await save(liaison, at, { ...joined, nextAction: '', nextActionOn: '' })).status).toBe(409)

    expect((await save(liaison, at, joined)).status).toBe(303)
    expect(
      await db.selectFrom('engagement').select(['stage', 'joined_at', 'interested_at']).execute(),
    ).toEqual([{ stage: 'joined', joined_at: expect.any(Date), interested_at: expect.any(Date) }])
  })

  test('a need that is known counts instead of a promise', async () => {
    const liaison = await as('liaison')
    const at = await place()
    await makeContact(at.companyId)
    await db.insertInto('need').values({ company_id: at.companyId, title: 'DevOps-osaaja' }).execute()

    expect((await save(liaison, at, { ...joined, promised: '' })).status).toBe(303)
  })

  test('an older form does not overwrite a newer change', async () => {
    const liaison = await as('liaison')
    const at = await place()
    await save(liaison, at, { stage: 'contacting' })
    await save(liaison, at, { stage: 'interested', version: '1' })

    expect((await save(liaison, at, { stage: 'unsuitable', reason: 'Ala', version: '1' })).status).toBe(409)
    expect((await save(liaison, at, { stage: 'unsuitable', reason: 'Ala' })).status).toBe(409)
    expect(await db.selectFrom('engagement').select('stage').execute()).toEqual([{ stage: 'interested' }])
  })

  test('is for those who may change companies', async () => {
    const coordinator = await as('coordinator')
    const at = await place()
    const url = `/companies/${at.companyId}/engagements/${at.roundId}`

    expect(await statusOf(() => action(argsOf(coordinator.post(url, joined), at)))).toBe(403)
  })
})
