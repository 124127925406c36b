import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { action as undo } from '~/presentations/routes/decision-undo'
import { action as leaveOut } from '~/presentations/routes/leaving-out'
import { action as putForward } from '~/presentations/routes/putting-forward'
import { loader as suggestions } from '~/presentations/routes/suggestions'
import { loader as turns } from '~/presentations/routes/turns'
import { type Fit, MOST_A_NEED, MOST_A_PERSON, suggestPresentations } from '~/presentations/suggestions'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCandidate, makeCompany, makeConsent, makeNeed, makePresentation } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

const suits = (personId: string, needId: string, strength = 80): Fit => ({
  personId,
  needId,
  tier: 'all',
  strength,
})
const person = (id: string, timesShown = 0) => ({ id, timesShown })
const pairs = (portfolio: Parameters<typeof suggestPresentations>[0]) =>
  suggestPresentations(portfolio)
    .map(({ personId, needId, turn, moved }) => `${personId}${needId}${turn}${moved ? 'm' : ''}`)
    .sort()

describe('the rule', () => {
  test('each gets first what fits best; then what room is left goes round', () => {
    const fits = [suits('a', 'X', 90), suits('a', 'Y', 70), suits('b', 'X', 80)]
    const needs = [
      { id: 'X', room: 5 },
      { id: 'Y', room: 5 },
    ]
    expect(pairs({ needs, people: [person('a'), person('b')], fits, seed: 's' })).toEqual([
      'aX1',
      'aY2',
      'bX1',
    ])
  })

  test('somebody moves on so that whoever fits nowhere else has a chance too', () => {
    const needs = [
      { id: 'X', room: 1 },
      { id: 'Y', room: 1 },
    ]
    const fits = [suits('a', 'X', 90), suits('a', 'Y', 70), suits('b', 'X', 80)]
    expect(pairs({ needs, people: [person('a', 0), person('b', 3)], fits, seed: 's' })).toEqual([
      'aY1m',
      'bX1',
    ])
  })

  test('where not everybody has room, those shown least come first', () => {
    const needs = [{ id: 'X', room: 1 }]
    const fits = [suits('a', 'X', 90), suits('b', 'X', 40)]
    expect(pairs({ needs, people: [person('a', 4), person('b', 1)], fits, seed: 's' })).toEqual(['bX1'])
  })

  test('no need has more than its room, nobody more than three, and as many have a chance as can', () => {
    let state = 7
    const draw = (below: number) => {
      state = (state * 1103515245 + 12345) % 2147483648
      return Math.floor((state / 2147483648) * below)
    }
    for (let round = 0; round < 60; round++) {
      const needs = [0, 1, 2, 3].map((id) => ({ id: `N${id}`, room: draw(3) }))
      const people = Array.from({ length: 1 + draw(6) }, (_, id) => person(`p${id}`, draw(3)))
      const fits = people.flatMap(({ id }) =>
        needs.flatMap((need) => (draw(2) ? [suits(id, need.id, draw(10) * 10)] : [])),
      )
      const suggested = suggestPresentations({ needs, people, fits, seed: `${round}` })
      for (const { id, room } of needs)
        expect(suggested.filter(({ needId }) => needId === id).length).toBeLessThanOrEqual(room)
      for (const { id } of people)
        expect(suggested.filter(({ personId }) => personId === id).length).toBeLessThanOrEqual(MOST_A_PERSON)
      expect(new Set(suggested.map((one) => one.personId + one.needId)).size).toBe(suggested.length)
      expect(new Set(suggested.map(({ personId }) => personId)).size).toBe(mostServed(people, needs, fits))
    }
  })

  test('every place of a hundred needs is filled from a thousand people, and all who get one are different', () => {
    const people = Array.from({ length: 1000 }, (_, id) => person(`p${id}`, id % 4))
    const needs = Array.from({ length: 100 }, (_, id) => ({ id: `N${id}`, room: 5 }))
    const fits = people.flatMap(({ id }, index) =>
      needs.flatMap((need, other) => ((index * 7 + other * 13) % 5 === 0 ? [suits(id, need.id, other)] : [])),
    )
    const suggested = suggestPresentations({ needs, people, fits, seed: 's' })
    expect(suggested).toHaveLength(500)
    expect(new Set(suggested.map(({ personId }) => personId)).size).toBe(500)
  })
})

/** The most people that can have a place, by trying everything. */
function mostServed(
  people: readonly { id: string }[],
  needs: readonly { id: string; room: number }[],
  fits: readonly Fit[],
): number {
  const [first, ...others] = people
  if (!first) return 0
  const without = mostServed(others, needs, fits)
  return fits
    .filter(({ personId }) => personId === first.id)
    .reduce((most, { needId }) => {
      const room = needs.find(({ id }) => id === needId)?.room ?? 0
      if (room === 0) return most
      const left = needs.map((need) => (need.id === needId ? { ...need, room: room - 1 } : need))
      return Math.max(most, 1 + mostServed(others, left, fits))
    }, without)
}

describe('the page', () => {
  let liaison: SignedIn
  let companyId: string
  let needId: string
  beforeAll(async () => {
    liaison = await as('liaison')
    await bringVocabulary()
  })
  beforeEach(async () => {
    await db.updateTable('candidate').set({ ended_at: new Date() }).execute()
    await db.updateTable('need').set({ status: 'closed' }).execute()
    companyId = await makeCompany()
    needId = await makeNeed(companyId)
    await db
      .insertInto('need_skill')
      .values({ need_id: needId, position: 0, words: 'powerBI', skill_id: 'power-bi' })
      .execute()
  })

  async function makeReady(skill_id = 'power-bi'): Promise<string> {
    const id = await makeCandidate()
    await db.insertInto('candidate_skill').values({ candidate_id: id, skill_id, source: 'coach' }).execute()
    await makeConsent(id, { company_id: companyId })
    return id
  }
  const page = () => suggestions(argsOf(liaison.request('/presentations/suggestions')))
  const decide = (action: typeof putForward, candidateId: string, fields = {}) =>
    replyOf(() => action(argsOf(liaison.post('/', fields), { needId, candidateId })))

  test('names at most five people a need and who is left without, and sends nothing', async () => {
    const people: string[] = []
    for (let count = 0; count < MOST_A_NEED + 1; count++) people.push(await makeReady())
    const unfit = await makeReady('welding')
    const { needs, without, ready, withChance } = await page()
    expect(needs).toMatchObject([{ id: needId, suggestions: Array(MOST_A_NEED).fill({ turn: 1 }) }])
    expect([ready, withChance]).toEqual([MOST_A_NEED + 2, MOST_A_NEED])
    expect(without.map(({ id, fits }) => [people.includes(id), fits]).sort()).toEqual([
      [false, false],
      [true, true],
    ])
    expect(without.some(({ id }) => id === unfit)).toBe(true)
    expect(await db.selectFrom('mail').select('id').execute()).toEqual([])
    expect(await db.selectFrom('presentation').select('id').execute()).toEqual([])
  })

  test('whoever said no, blocked the group, was left out or has an obstacle is not suggested', async () => {
    const refused = await makeReady()
    await db
      .updateTable('consent')
      .set({ superseded_at: new Date() })
      .where('candidate_id', '=', refused)
      .execute()
    await makeConsent(refused, { company_id: companyId, answer: 'refused', expires_on: null })
    await makeConsent(refused, { company_id: await makeCompany() })
    const blocking = await makeReady()
    await db.insertInto('blocked_company').values({ candidate_id: blocking, company_id: companyId }).execute()
    const leftOut = await makeReady()
    await decide(leaveOut, leftOut, { reason: 'Toivoi toista.' })
    await db
      .updateTable('need')
      .set({ forms: ['hire'] })
      .where('id', '=', needId)
      .execute()
    const elsewhere = await makeReady()
    await db
      .updateTable('candidate')
      .set({ forms: ['work_trial'] })
      .where('id', '=', elsewhere)
      .execute()
    const { needs, ready } = await page()
    expect(ready).toBe(4)
    expect(needs).toEqual([])
  })

  test('a chosen one becomes a draft that takes a place, and can be given up', async () => {
    const candidateId = await makeReady()
    expect((await decide(putForward, candidateId)).status).toBe(303)
    const chosen = await page()
    expect(chosen.needs).toEqual([])
    expect(chosen.drafts).toMatchObject([{ candidateId, needId, consent: { state: 'given' } }])
    await decide(undo, candidateId)
    const given = await page()
    expect(given.drafts).toEqual([])
    expect(given.needs).toMatchObject([{ taken: 0, suggestions: [{ personId: candidateId }] }])
  })

  test('the turns tell who is ready and was never or not lately shown', async () => {
    const never = await makeReady()
    const lately = await makeReady()
    const consent = await db
      .selectFrom('consent')
      .select('id')
      .where('candidate_id', '=', lately)
      .executeTakeFirstOrThrow()
    await makePresentation({
      candidate_id: lately,
      company_id: companyId,
      consent_id: consent.id,
      sent_at: new Date(Date.now() - 5 * 7 * 86_400_000),
    })
    const listed = async (query: string) =>
      (await turns(argsOf(liaison.request(`/presentations/turns${query}`)))).rows.map(({ id }) => id)
    expect(await listed('')).toEqual([never, lately])
    expect(await listed('?dir=desc')).toEqual([lately, never])
    expect(await listed('?waited=never')).toEqual([never])
    expect(await listed('?waited=4')).toEqual([never, lately])
    expect(await listed('?waited=8')).toEqual([never])
    const employer = await as('employer')
    expect(await statusOf(() => turns(argsOf(employer.request('/presentations/turns'))))).toBe(403)
  })
})
