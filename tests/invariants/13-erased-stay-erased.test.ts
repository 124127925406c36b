import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { mailPersonLink } from '~/candidates/person-links.server'
import { loader as candidatePage } from '~/candidates/routes/candidate'
import { action as addCandidate } from '~/candidates/routes/new'
import { action as writeNote } from '~/candidates/routes/note-new'
import { fileStore } from '~/files/file-store.server'
import { doDueJobs } from '~/jobs/worker.server'
import { repeatErasures } from '~/person/erasure.server'
import { action as erase, loader as erasurePage } from '~/person/routes/erasure'
import { loader as erasuresCsv } from '~/person/routes/erasures-csv'
import { loader as own } from '~/person/routes/own'
import { action as askToErase } from '~/person/routes/own-request-new'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { employerOf, makeScene, PERSON, present } from '../presentations/presenting-scene'
import { argsOf, as, type SignedIn } from '../support/as'
import { replyOf, statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

let coordinator: SignedIn
beforeAll(async () => {
  await bringVocabulary()
  coordinator = await as('coordinator')
})

/** Whatever tells of the person in words, as the scene made them. */
const SIGNS = [
  'Tuulikki',
  'tuulikki',
  '401234567',
  'Piilokuja',
  'Kauniainen',
  'Nordea',
  'Salainen muistiinpano',
]

/** The tables that still have one of the signs in any column. */
async function tablesThatTell(): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'
      and tablename not like 'skill%' order by tablename
  `.execute(db)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{
      text: string
    }>`select row_to_json(r)::text as text from ${sql.table(name)} r`.execute(db)
    if (rows.some(({ text }) => SIGNS.some((sign) => text.includes(sign)))) found.push(name)
  }
  return found
}

async function personWithEverything() {
  const scene = await makeScene()
  const { candidateId } = scene
  await db
    .updateTable('candidate')
    .set({ coach_id: coordinator.viewer.userId })
    .where('id', '=', candidateId)
    .execute()
  await present(await as('liaison'), scene)
  const secret = 'Salainen muistiinpano'
  const note = { channel: 'phone', happenedOn: today(), body: secret, nextStep: secret }
  await writeNote(argsOf(coordinator.post('/', note), { candidateId }))
  await db
    .insertInto('own_contact')
    .values({ candidate_id: candidateId, company: secret, contacted_on: today(), came_of_it: secret })
    .execute()
  await db
    .insertInto('candidacy_end')
    .values({ candidate_id: candidateId, reason: 'other', comparison: secret, goal: secret })
    .execute()
  await db
    .insertInto('coach_change')
    .values({ candidate_id: candidateId, to_id: coordinator.viewer.userId, reason: secret })
    .execute()
  await db.transaction().execute((trx) => mailPersonLink(trx, coordinator.viewer, candidateId))
  const person = await as('person', { candidateId })
  await askToErase(argsOf(person.post('/', { kind: 'erasure', words: 'Tuulikki pyytää' })))
  const { fileId } = await db
    .selectFrom('cv')
    .select('file_id as fileId')
    .where('candidate_id', '=', candidateId)
    .executeTakeFirstOrThrow()
  const { number } = await db
    .selectFrom('candidate')
    .select('number')
    .where('id', '=', candidateId)
    .executeTakeFirstOrThrow()
  return { scene, candidateId, person, fileId, number }
}

test('13: nothing of an erased person is left in any table, and the files go with the commit', async () => {
  const { scene, candidateId, person, fileId, number } = await personWithEverything()
  expect(await tablesThatTell()).not.toEqual([])
  const eraseAs = (who: SignedIn, fields: object) =>
    statusOf(() => erase(argsOf(who.post('/', { reason: 'Pyyntö', ...fields }), { candidateId })))

  expect(await eraseAs(coordinator, { number: 'K-0' })).toBe(422)
  expect(await statusOf(() => erasurePage(argsOf(coordinator.request('/'), { candidateId })))).toBe(200)
  expect(await eraseAs(coordinator, { number })).toBe(303)

  await doDueJobs()
  // The employer's account, the coach and the company stay; the contact of the scene has another name.
  expect(await tablesThatTell()).toEqual([])
  expect(await fileStore().get(fileId)).toBeNull()
  expect(await statusOf(() => candidatePage(argsOf(coordinator.request('/'), { candidateId })))).toBe(404)
  // The session ended with the account: nobody is signed in.
  expect(await statusOf(() => own(argsOf(person.request('/own'))))).toBe(302)
  const kept = await db
    .selectFrom('presentation')
    .select(['status', 'profile_sha256 as sha256'])
    .where('candidate_id', '=', candidateId)
    .execute()
  expect(kept).toMatchObject([{ status: 'revoked', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect((await employerOf(scene)).viewer.companyId).toBe(scene.companyId)
})

test('13: a database from before the erasure is told who was erased, and forgets them again', async () => {
  const { candidateId } = await personWithEverything()
  const stranger = crypto.randomUUID()
  const repeat = () =>
    db.transaction().execute((trx) => repeatErasures(trx, [candidateId, candidateId, stranger]))
  expect(await repeat()).toEqual({ erased: 1, already: 0, unknown: 1 })
  expect(await repeat()).toEqual({ erased: 0, already: 1, unknown: 1 })
  expect(await tablesThatTell()).toEqual([])
  const list = await erasuresCsv(argsOf((await as('administrator')).request('/requests/erasures.csv')))
  expect(await list.text()).toContain(candidateId)
})

test('13: whoever was erased is not added again by address or number, unless the person has come back', async () => {
  const { candidateId, number } = await personWithEverything()
  await erase(argsOf(coordinator.post('/', { reason: 'Pyyntö', number }), { candidateId }))
  const add = (fields: object) =>
    replyOf(() =>
      addCandidate(argsOf(coordinator.post('/candidates/new', { name: 'T. S.', language: 'fi', ...fields }))),
    )
  expect(await add({ email: PERSON.email.toUpperCase() })).toMatchObject({
    status: 409,
    data: { form: { error: { '': ['candidates:erased_before'] } } },
  })
  expect((await add({ phone: '040 123 4567' })).status).toBe(409)
  expect((await add({ email: 'toinen@koti.example', phone: '050 765 4321' })).status).toBe(303)
  expect((await add({ email: PERSON.email, cameBack: 'on' })).status).toBe(303)
})

test('13: nobody is erased who has not asked', async () => {
  const scene = await makeScene()
  const reply = await statusOf(() =>
    erase(
      argsOf(coordinator.post('/', { reason: 'Siivous', number: 'K-1' }), { candidateId: scene.candidateId }),
    ),
  )
  expect(reply).toBe(404)
})
