import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetRemovedOwnContacts } from '~/candidates/own-contacts.server'
import { loader as candidatePage } from '~/candidates/routes/candidate'
import { loader as contactsPage } from '~/candidates/routes/contacts'
import { loader as cvFormPage } from '~/candidates/routes/cv-form'
import { action as putToUse } from '~/candidates/routes/cv-use'
import { action as edit, loader as editPage } from '~/candidates/routes/edit'
import { loader as contactsOfPerson } from '~/candidates/routes/own-contacts'
import { storeFile } from '~/files/files.server'
import { loader as candidateCompanies } from '~/needs/routes/candidate-companies'
import { loader as candidateMatches } from '~/needs/routes/candidate-matches'
import { loader as needMatches } from '~/needs/routes/need-matches'
import { forgetLeftPeople } from '~/person/left-people.server'
import { action as bringCv } from '~/person/routes/cv-new'
import { loader as ownData } from '~/person/routes/data'
import { loader as download } from '~/person/routes/download'
import { loader as history } from '~/person/routes/history'
import { action as changeOwnContact } from '~/person/routes/own-contact'
import { action as addOwnContact } from '~/person/routes/own-contact-new'
import { action as removeOwnContact } from '~/person/routes/own-contact-removal'
import { action as restoreOwnContact } from '~/person/routes/own-contact-return'
import { loader as ownContacts } from '~/person/routes/own-contacts'
import { action as removeOwnCv } from '~/person/routes/own-cv-removal'
import { loader as readings } from '~/person/routes/readings'
import { plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { makeScene, present, type Scene } from '../presentations/presenting-scene'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCandidate, makeConsent } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { fileOf } from '../support/uploads'
import { bringVocabulary } from '../support/vocabulary'

let coordinator: SignedIn
let liaison: SignedIn
let person: SignedIn
let scene: Scene

beforeAll(async () => {
  await bringVocabulary()
  ;[coordinator, liaison] = [await as('coordinator'), await as('liaison')]
})
beforeEach(async () => {
  scene = await makeScene({ consent: false })
  person = await as('person', { candidateId: scene.candidateId })
})

test('every look of the house is on the person’s list of readers', async () => {
  // The scene's CV was never read in full; the form that goes on from it would miss the rest.
  await db.updateTable('cv').set({ reading: null }).where('id', '=', scene.cvId).execute()
  const at = { candidateId: scene.candidateId }
  await candidatePage(argsOf(liaison.request('/'), at))
  await contactsPage(argsOf(coordinator.request('/'), at))
  await editPage(argsOf(coordinator.request('/'), at))
  await cvFormPage(argsOf(coordinator.request(`/?from=${scene.cvId}`), at))
  await candidateMatches(argsOf(coordinator.request('/'), at))
  await candidateCompanies(argsOf(coordinator.request('/'), at))
  await needMatches(argsOf(coordinator.request('/'), { needId: scene.needId }))
  const page = await readings(argsOf(person.request('/')))
  const looks = [...(page.readings?.rows ?? [])].reverse().map(({ name, what, role }) => [name, what, role])
  const coach = (what: string) => [coordinator.viewer.name, what, 'coordinator']
  expect(looks).toEqual([
    [liaison.viewer.name, 'candidate', 'liaison'],
    ...['contacts', 'candidate', 'cv', 'matching', 'matching', 'matching'].map(coach),
  ])
})

test('a CV that the person brings is read in the background and is the person’s own version to the coach', async () => {
  const reply = await replyOf(() =>
    bringCv(
      argsOf(person.post('/own/cvs/new', { file: fileOf(Buffer.from('Siivosin toimistoja.'), 'oma.txt') })),
    ),
  )
  expect([reply.status, reply.location]).toEqual([303, '/own/data#cvs'])
  const { cvs } = await ownData(argsOf(person.request('/')))
  expect(cvs[0]).toMatchObject({
    fileName: 'oma.txt',
    status: 'waiting',
    isPersonsOwn: true,
    madeCurrentAt: null,
  })
  const page = await candidatePage(argsOf(coordinator.request('/'), { candidateId: scene.candidateId }))
  expect(page.cvs[0]).toMatchObject({ isPersonsOwn: true, approvedOn: null })
  const wrong = { file: fileOf(Buffer.from([0, 1, 2, 3]), 'oma.exe') }
  expect(await statusOf(() => bringCv(argsOf(person.post('/own/cvs/new', wrong))))).toBe(422)
})

test('a CV that the person brings waits beside the one in use, and may be taken back until somebody uses it', async () => {
  const bring = (name: string) =>
    statusOf(() => bringCv(argsOf(person.post('/', { file: fileOf(Buffer.from('Siivosin.'), name) }))))
  const versions = async () => (await ownData(argsOf(person.request('/')))).cvs
  const remove = (who: SignedIn, cvId: string) => statusOf(() => removeOwnCv(argsOf(who.post('/'), { cvId })))
  const inUse = async () =>
    (await versions()).filter(({ madeCurrentAt }) => madeCurrentAt).map(({ id }) => id)
  expect(await bring('eka.txt')).toBe(303)
  const [first] = await versions()
  const at = { candidateId: scene.candidateId, cvId: first?.id ?? '' }
  expect(await statusOf(() => putToUse(argsOf(coordinator.post('/'), at)))).toBe(303)
  expect(await bring('toka.txt')).toBe(303)
  expect(await inUse()).toEqual([at.cvId])
  const [second] = await versions()
  expect(second?.mayRemove).toBe(true)
  expect(await remove(person, at.cvId)).toBe(404)
  expect(await remove(await as('person'), second?.id ?? '')).toBe(404)
  expect(await remove(person, second?.id ?? '')).toBe(303)
  expect((await versions()).map(({ fileName }) => fileName)).not.toContain('toka.txt')
  expect(await inUse()).toEqual([at.cvId])
})

test('the person notes own contacts in own words; the coach sees them, other people and liaisons do not', async () => {
  const at = { candidateId: scene.candidateId }
  const note = { company: 'Kulman leipomo', contactedOn: today() }
  const write = (fields: object) =>
    statusOf(() => addOwnContact(argsOf(person.post('/', { ...note, ...fields }))))
  expect(await write({ company: '' })).toBe(422)
  expect(await write({ contactedOn: plusDays(today(), 1) })).toBe(422)
  expect(await write({})).toBe(303)
  const own = async () => (await ownContacts(argsOf(person.request('/')))).rows
  const [contact] = await own()
  const ownContactId = contact?.id ?? ''
  const add = (who: SignedIn, fields: object) =>
    statusOf(() => changeOwnContact(argsOf(who.post('/', { ...note, ...fields }), { ownContactId })))
  expect(await add(await as('person'), { version: 1 })).toBe(404)
  expect(await add(person, { version: 1, cameOfIt: 'Pyydettiin haastatteluun.' })).toBe(303)
  expect(await add(person, { version: 1, cameOfIt: 'Toinen välilehti.' })).toBe(409)
  const seenBy = async (who: SignedIn) =>
    (await candidatePage(argsOf(who.request('/'), at))).care?.ownContacts.rows
  expect(await seenBy(coordinator)).toMatchObject([{ ...note, cameOfIt: 'Pyydettiin haastatteluun.' }])
  expect(await seenBy(liaison)).toBeUndefined()

  const coach = await as('coordinator')
  await db
    .updateTable('candidate')
    .set({ non_disclosure: true, coach_id: coach.viewer.userId })
    .where('id', '=', at.candidateId)
    .execute()
  expect(await seenBy(coordinator)).toEqual([])
  expect(await statusOf(() => contactsOfPerson(argsOf(coordinator.request('/'), at)))).toBe(404)
  expect((await contactsOfPerson(argsOf(coach.request('/'), at))).total).toBe(1)

  const take = (who: SignedIn) => statusOf(() => removeOwnContact(argsOf(who.post('/'), { ownContactId })))
  expect([await take(await as('person')), await take(person)]).toEqual([404, 303])
  const bringBack = (who: SignedIn) =>
    statusOf(() => restoreOwnContact(argsOf(who.post('/'), { ownContactId })))
  expect(await own()).toEqual([])
  expect([await bringBack(await as('person')), await bringBack(person)]).toEqual([404, 303])
  expect(await own()).toMatchObject([{ id: ownContactId }])
  expect([await bringBack(person), await take(person)]).toEqual([404, 303])
  await forgetRemovedOwnContacts(db)
  expect([await bringBack(person), await take(person)]).toEqual([303, 303])
  await db
    .updateTable('own_contact')
    .set({ removed_at: new Date(Date.now() - 2 * 3_600_000) })
    .execute()
  await forgetRemovedOwnContacts(db)
  expect(await bringBack(person)).toBe(404)
  expect(await own()).toEqual([])
})

/** One of each kind of thing that happens with somebody, on days of its own. */
async function addEvents(candidateId: string, companyId: string): Promise<void> {
  const of = { candidate_id: candidateId }
  const by = coordinator.viewer.userId
  await db
    .insertInto('placement')
    .values({
      ...of,
      company_id: companyId,
      form: 'work_trial',
      employer_of_record: 'Esimerkki Oy',
      title: 'Varastotyö',
      starts_on: '2026-01-08',
      created_by: by,
    })
    .execute()
  const programme = await db
    .insertInto('mentoring_programme')
    .values({ name: 'Kevään ryhmä', model: 'company_group' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const starts_at = new Date('2026-01-07T10:00:00Z')
  const session = await db
    .insertInto('mentoring_session')
    .values({
      programme_id: programme.id,
      kind: 'group',
      mode: 'online',
      starts_at,
      planned_minutes: 60,
      status: 'held',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('session_attendance')
    .values({ ...of, session_id: session.id, attendance: 'present', reported_by: by })
    .execute()
  const meeting = await db
    .insertInto('meeting')
    .values({
      kind: 'one_to_one',
      mode: 'online',
      title: 'Tutustuminen',
      starts_at: new Date('2026-01-06T10:00:00Z'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('meeting_candidate')
    .values({ ...of, meeting_id: meeting.id, attendance: 'absent' })
    .execute()
  await db
    .insertInto('consent_question')
    .values({ ...of, tier: 'T4', because: 'first', asked_by: by, asked_at: new Date('2026-01-05T10:00:00Z') })
    .execute()
  await db
    .insertInto('coach_change')
    .values({ ...of, to_id: by, reason: 'Vuorotteluvapaa', changed_at: new Date('2026-01-04T10:00:00Z') })
    .execute()
  await db
    .insertInto('cadence')
    .values({ ...of, min_days: 7, max_days: 21, valid_from: '2026-01-03', agreed_by: by })
    .execute()
  await db
    .insertInto('outcome')
    .values({ ...of, class: 'studies', happened_on: '2026-01-02' })
    .execute()
  await db
    .insertInto('candidacy_end')
    .values({ ...of, reason: 'studies', ended_by: by, ended_at: new Date('2026-01-01T10:00:00Z') })
    .execute()
}

async function ownCopy() {
  const zip = await download(argsOf(person.request('/own/download')))
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  return { data: JSON.parse(text('data.json')), page: text('data.html'), text, names: Object.keys(files) }
}

test('the copy holds the signed papers of consents, each under the day of its answer', async () => {
  const { id: file_id } = await db.transaction().execute((trx) =>
    storeFile(trx, null, {
      name: 'IMG 1.pdf',
      mediaType: 'application/pdf',
      bytes: new TextEncoder().encode('allekirjoitettu'),
    }),
  )
  await makeConsent(scene.candidateId, {
    company_id: scene.companyId,
    tier: 'T2',
    answered_on: '2026-01-02',
    file_id,
  })
  const { names, text } = await ownCopy()
  const [paper = ''] = names.filter((name) => name.startsWith('consent-'))
  expect(paper).toMatch(/^consent-2026-01-02-\d+\.pdf$/)
  expect(text(paper)).toBe('allekirjoitettu')
})

test('the person sees everything that happened, by whom it was written, and nothing of anybody else', async () => {
  await addEvents(scene.candidateId, scene.companyId)
  await addEvents(await makeCandidate(), scene.companyId)
  const kinds = ['placement', 'session', 'meeting', 'question', 'coach', 'cadence', 'outcome', 'end']
  const { rows, total } = await history(argsOf(person.request('/')))
  expect(rows.map(({ kind }) => kind)).toEqual(kinds)
  expect(total).toBe(kinds.length)
  expect(rows[0]).toMatchObject({
    on: '2026-01-08',
    words: 'Varastotyö',
    writerName: coordinator.viewer.name,
  })
  const { data, page } = await ownCopy()
  expect(data.events).toHaveLength(kinds.length)
  expect(data.placements).toMatchObject([{ title: 'Varastotyö', employerOfRecord: 'Esimerkki Oy' }])
  for (const words of ['Varastotyö', 'Kevään ryhmä', 'Tutustuminen', 'Vuorotteluvapaa', '7–21', '3.1.2026'])
    expect(page).toContain(words)
})

test('each fact of the copy tells where it came from', async () => {
  const { version } = await db
    .selectFrom('candidate')
    .select('version')
    .where('id', '=', scene.candidateId)
    .executeTakeFirstOrThrow()
  const details = { name: 'Tuulikki Salaperä', language: 'fi', goal: 'Töihin varastoon', version }
  const changed = coordinator.post('/', details)
  expect(await statusOf(() => edit(argsOf(changed, { candidateId: scene.candidateId })))).toBe(303)
  const { data, page } = await ownCopy()
  const sourceOf = (fact: string) => data.facts.find((one: { fact: string }) => one.fact === fact)
  expect(sourceOf('goal')).toMatchObject({ source: 'coach', writerName: coordinator.viewer.name })
  expect(sourceOf('name')).toMatchObject({ value: 'Tuulikki Salaperä', source: 'first' })
  expect(data.facts.every(({ source, writtenAt }: Record<string, unknown>) => source && writtenAt)).toBe(true)
  expect(page).toContain('Töihin varastoon · lähde: keskustelu valmentajan kanssa')
})

test('readings are told in pages with their number, and the copy has them all', async () => {
  const reading = { user_id: coordinator.viewer.userId, what: 'candidate', candidate_id: scene.candidateId }
  await db
    .insertInto('reading')
    .values(Array.from({ length: 230 }, () => reading))
    .execute()
  const first = (await readings(argsOf(person.request('/own/readings')))).readings
  const last = (await readings(argsOf(person.request('/own/readings?page=5')))).readings
  expect([first?.total, first?.rows.length, last?.rows.length]).toEqual([230, 50, 30])
  expect((await ownCopy()).data.readings).toHaveLength(230)
})

test('CVs and what was shown go half a year after somebody left, and nothing of anybody else', async () => {
  await makeConsent(scene.candidateId, { company_id: scene.companyId, tier: 'T2' })
  const shown = await present(liaison, scene, { tier: 'T2', cvId: scene.cvId })
  expect(shown.status).toBe(303)
  const kept = async () => {
    const presentation = await db
      .selectFrom('presentation')
      .select([
        'profile',
        'cv_id as cvId',
        'profile_sha256 as hash',
        'cv_sha256 as cvHash',
        'sent_at as sentAt',
      ])
      .where('id', '=', shown.id)
      .executeTakeFirstOrThrow()
    const cvs = await db.selectFrom('cv').select('id').where('candidate_id', '=', scene.candidateId).execute()
    const quoted = await db
      .selectFrom('candidate_skill')
      .select('skill_id')
      .where('candidate_id', '=', scene.candidateId)
      .where((where) => where.or([where('cv_id', 'is not', null), where('evidence', 'is not', null)]))
      .execute()
    return { presentation, cvs: cvs.length, quoted: quoted.length }
  }
  const before = await kept()
  expect([before.cvs, before.quoted]).not.toContain(0)
  const leave = (daysAgo: number) =>
    db
      .updateTable('candidate')
      .set({ ended_at: new Date(Date.now() - daysAgo * 86_400_000) })
      .where('id', '=', scene.candidateId)
      .execute()
  await leave(150)
  await forgetLeftPeople(db)
  expect(await kept()).toEqual(before)
  await leave(200)
  await forgetLeftPeople(db)
  const after = await kept()
  expect(after).toMatchObject({
    cvs: 0,
    quoted: 0,
    presentation: { cvId: null, profile: { skills: [], about: null } },
  })
  for (const part of ['hash', 'cvHash', 'sentAt'] as const)
    expect(after.presentation[part]).toEqual(before.presentation[part])
  const page = await candidatePage(argsOf(coordinator.request('/'), { candidateId: scene.candidateId }))
  expect(page.timeline.lines[0]).toMatchObject({ action: 'cvs_forgotten', actorName: null })
  await forgetLeftPeople(db)
  const lines = await db.selectFrom('activity').select('id').where('action', '=', 'cvs_forgotten').execute()
  expect(lines).toHaveLength(1)
})
