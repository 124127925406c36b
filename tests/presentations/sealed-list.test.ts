import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { SHIPPED_RULES } from '~/needs/match-rules'
import { addRules } from '~/needs/match-rules.server'
import { erasePerson } from '~/person/erasure.server'
import { loader as ownLists } from '~/person/routes/lists'
import { db } from '~/platform/db.server'
import { action as undo } from '~/presentations/routes/decision-undo'
import { action as leaveOut } from '~/presentations/routes/leaving-out'
import { loader as listPage } from '~/presentations/routes/sealed-list'
import { loader as exportList } from '~/presentations/routes/sealed-list-json'
import { loader as lists } from '~/presentations/routes/sealed-lists'
import { loader as why } from '~/presentations/routes/why-shown'
import { forgetOldSealedFacts } from '~/presentations/sealed-lists.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCandidate, makeConsent } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'
import { makeScene, present, type Scene } from './presenting-scene'

let coordinator: SignedIn
let liaison: SignedIn
beforeAll(async () => {
  coordinator = await as('coordinator')
  liaison = await as('liaison')
  await bringVocabulary()
})
beforeEach(async () => {
  await db.updateTable('candidate').set({ ended_at: new Date() }).execute()
})

/** Somebody with both skills of the scene's need, who stands before the scene's own person. */
async function makeStronger(scene: Scene, consent = true): Promise<string> {
  const id = await makeCandidate()
  await db
    .insertInto('candidate_skill')
    .values(
      ['power-bi', 'react'].map((skill_id) => ({ candidate_id: id, skill_id, level: 3, source: 'coach' })),
    )
    .execute()
  if (consent) await makeConsent(id, { company_id: scene.companyId })
  return id
}

const pageOf = (presentationId: string, staff = coordinator) =>
  listPage(argsOf(staff.request('/'), { presentationId }))
const whyOf = async (scene: Scene, candidateId = scene.candidateId) =>
  why(argsOf(coordinator.request('/'), { needId: scene.needId, candidateId }))
const decide = (action: typeof leaveOut, scene: Scene, candidateId: string, fields = {}) =>
  replyOf(() => action(argsOf(liaison.post('/', fields), { needId: scene.needId, candidateId })))

test('passing over somebody who could be shown asks for a reason, and the reason is sealed with the list', async () => {
  const scene = await makeScene()
  const stronger = await makeStronger(scene)
  expect((await present(liaison, scene)).status).toBe(409)
  const { status, id } = await present(liaison, scene, { outOfOrder: 'Asuu lähellä ja toivoi tätä.' })
  expect(status).toBe(303)
  const { list } = await pageOf(id)
  expect(list).toMatchObject({ intact: true, replay: { same: true, forgotten: 0 }, rulesVersion: 2 })
  expect(list.people).toMatchObject([
    { id: stronger, place: 1, passedOver: true, presented: false, consent: 'given' },
    { id: scene.candidateId, place: 2, presented: true, words: 'Asuu lähellä ja toivoi tätä.' },
  ])
})

test('who has not consented, was left out or shown before is passed over without a reason', async () => {
  const scene = await makeScene()
  await makeStronger(scene, false)
  const leftOut = await makeStronger(scene)
  expect((await decide(leaveOut, scene, leftOut, { reason: 'Toivoi toista alaa.' })).status).toBe(303)
  const { id } = await present(liaison, scene)
  const { list } = await pageOf(id)
  expect(list.people.find((one) => one.id === leftOut)).toMatchObject({
    leftOut: true,
    passedOver: false,
    words: 'Toivoi toista alaa.',
  })
  expect((await whyOf(scene, leftOut)).grounds).toContainEqual({
    ground: 'left_out',
    reason: 'Toivoi toista alaa.',
  })
  expect((await decide(undo, scene, leftOut)).status).toBe(303)
  expect((await decide(undo, scene, leftOut)).status).toBe(409)
  expect((await whyOf(scene, leftOut)).decision).toBeNull()
})

test('the list replays the same after the CV, the skills, the need and the rules have changed', async () => {
  const scene = await makeScene()
  const stronger = await makeStronger(scene, false)
  const { id } = await present(liaison, scene)
  await db.deleteFrom('candidate_skill').where('candidate_id', '=', stronger).execute()
  await db.deleteFrom('need_skill').where('need_id', '=', scene.needId).execute()
  await db.transaction().execute((trx) =>
    addRules(trx, liaison.viewer, {
      weights: { ...SHIPPED_RULES.weights, must: 9, step: 1 },
      reason: 'Kokeilu',
      version: 2,
    }),
  )
  expect((await pageOf(id)).list).toMatchObject({ intact: true, replay: { same: true }, rulesVersion: 2 })
})

test('the database refuses to change or delete what is sealed', async () => {
  const scene = await makeScene()
  const { id } = await present(liaison, scene)
  const { id: listId } = await db
    .selectFrom('sealed_list')
    .select('id')
    .where('presentation_id', '=', id)
    .executeTakeFirstOrThrow()
  for (const statement of [
    sql`update sealed_list set seed = 'other' where id = ${listId}`,
    sql`delete from sealed_list where id = ${listId}`,
    sql`update sealed_list_person set place = 7 where sealed_list_id = ${listId}`,
    sql`update sealed_list_person set facts = null where sealed_list_id = ${listId}`,
    sql`delete from sealed_list_person where sealed_list_id = ${listId}`,
    sql`truncate sealed_list_person`,
    sql`update match_rules set weights = '{}'`,
  ])
    await expect(statement.execute(db)).rejects.toThrow(/never changed/)
})

test('a list that somebody got at past the database’s refusal is told to be no longer what it was', async () => {
  const scene = await makeScene()
  await makeStronger(scene, false)
  const { id } = await present(liaison, scene)
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`
      update sealed_list_person set facts = jsonb_set(facts, '{person,skills}', '[]')
      where presented = false and sealed_list_id = (select id from sealed_list where presentation_id = ${id})
    `.execute(trx)
  })
  const { list } = await pageOf(id)
  expect(list).toMatchObject({ intact: false, replay: { same: false } })
  expect(list.people.map(({ again }) => again?.again)).toEqual([null, 1])
})

test('an erased person’s facts leave the list, and the list still tells that somebody was there', async () => {
  const scene = await makeScene()
  const stronger = await makeStronger(scene)
  await decide(leaveOut, scene, stronger, { reason: 'Muutti pois.' })
  const { id } = await present(liaison, scene)
  await db.transaction().execute((trx) => erasePerson(trx, coordinator.viewer, stronger, 'asked'))
  const { list } = await pageOf(id)
  expect(list).toMatchObject({ intact: true, replay: { same: true, forgotten: 1 } })
  expect(list.people[0]).toMatchObject({ id: stronger, place: 1, again: null, words: null })
  const kept = await db
    .selectFrom('sealed_list_person')
    .select('facts')
    .where('candidate_id', '=', stronger)
    .execute()
  expect(kept).toEqual([{ facts: null }])
  const reasons = await db
    .selectFrom('match_decision')
    .select('reason')
    .where('candidate_id', '=', stronger)
    .execute()
  expect(reasons).toEqual([{ reason: null }])
})

test('what was compared of somebody goes half a year after the person left, of nobody else', async () => {
  const scene = await makeScene()
  const gone = await makeStronger(scene, false)
  const { id } = await present(liaison, scene)
  await db
    .updateTable('candidate')
    .set({ ended_at: new Date('2025-01-01') })
    .where('id', '=', gone)
    .execute()
  await forgetOldSealedFacts(db)
  const { list } = await pageOf(id)
  expect(list.replay).toEqual({ same: true, forgotten: 1 })
  expect(list.people.find((one) => one.id === gone)?.again).toBeNull()
})

test('coach and person are told why somebody was not shown', async () => {
  const scene = await makeScene()
  const stronger = await makeStronger(scene, false)
  await present(liaison, scene)
  expect((await whyOf(scene, stronger)).past[0]?.grounds).toEqual([
    { ground: 'consent', state: 'not_asked' },
    { ground: 'place', place: 1, of: 2, stronger: 0, equals: 0 },
  ])
  expect((await whyOf(scene)).past[0]?.grounds).toEqual([{ ground: 'presented', reason: null }])
  const nobody = await makeCandidate()
  expect((await whyOf(scene, nobody)).grounds).toEqual([
    { ground: 'consent', state: 'not_asked' },
    { ground: 'must_missing', words: ['powerBI'] },
    { ground: 'nothing_found' },
  ])
  expect((await whyOf(scene, nobody)).past[0]?.grounds).toEqual([{ ground: 'not_compared' }])

  const person = await as('person', { candidateId: stronger })
  const own = await ownLists(argsOf(person.request('/own/lists')))
  expect(own.lists).toMatchObject([
    { needTitle: 'Power BI -raportoija', grounds: [{ ground: 'consent' }, {}] },
  ])
})

test('only a coach takes the list out of the house, and it is written down', async () => {
  const scene = await makeScene()
  const { id } = await present(liaison, scene)
  const out = (staff: SignedIn) =>
    exportList(argsOf(staff.request('/'), { presentationId: id })) as Promise<Response>
  expect(await statusOf(() => out(liaison))).toBe(403)
  const exported = JSON.parse(await (await out(coordinator)).text())
  expect(exported).toMatchObject({ seed: expect.any(String), people: [{ facts: { person: {} } }] })
  const lines = await db
    .selectFrom('activity')
    .select('action')
    .where('subject_id', '=', id)
    .where('action', '=', 'sealed_list_exported')
    .execute()
  expect(lines).toHaveLength(1)
})

test('a project manager sees numbers and places, and no employer sees any list', async () => {
  const scene = await makeScene()
  await makeStronger(scene)
  const { id } = await present(liaison, scene, { outOfOrder: 'Peruste' })
  const manager = await as('project_manager')
  const { list } = await pageOf(id, manager)
  expect(JSON.stringify(list)).not.toContain('Peruste')
  expect((await lists(argsOf(manager.request('/presentations/lists')))).rows[0]).toMatchObject({
    presentationId: id,
    place: 2,
    of: 2,
    passedOver: 1,
  })
  const employer = await as('employer')
  expect(await statusOf(() => lists(argsOf(employer.request('/presentations/lists'))))).toBe(403)
})
