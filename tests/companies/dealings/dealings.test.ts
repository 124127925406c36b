import { beforeEach, expect, test } from 'vitest'
import { findDossier } from '~/companies/dealings/dossier.server'
import { findSisterContact } from '~/companies/dealings/group.server'
import { action as forgetAcquaintance } from '~/companies/routes/acquaintance-removal'
import { loader as downloadFile } from '~/companies/routes/company-file'
import { action as removeFile } from '~/companies/routes/company-file-removal'
import { action as setGroup } from '~/companies/routes/company-group'
import { action as setOwner } from '~/companies/routes/company-owner'
import { action as setTags } from '~/companies/routes/company-tags'
import { action as changeSite } from '~/companies/routes/edit-site'
import { action as changeTag } from '~/companies/routes/edit-tag'
import { action as changeTask } from '~/companies/routes/edit-task'
import { action as noteAcquaintance } from '~/companies/routes/new-acquaintance'
import { action as addFile } from '~/companies/routes/new-company-file'
import { action as addNote } from '~/companies/routes/new-note'
import { action as addPromise } from '~/companies/routes/new-promise'
import { action as addSite } from '~/companies/routes/new-site'
import { action as addTag } from '~/companies/routes/new-tag'
import { action as addTask } from '~/companies/routes/new-task'
import { action as removeNote } from '~/companies/routes/note-removal'
import { action as restoreNote } from '~/companies/routes/note-restoring'
import { action as settlePromise } from '~/companies/routes/promise-outcome'
import { action as finishTask } from '~/companies/routes/task-done'
import { loader as tasksPage } from '~/companies/routes/tasks'
import { db } from '~/platform/db.server'
import { listWork } from '~/shell/today.server'
import { argsOf, as, type SignedIn } from '../../support/as'
import { clearDatabase } from '../../support/database'
import { makeCandidate, makeCompany, makeContact } from '../../support/factories'
import { replyOf, statusOf } from '../../support/reply'

let liaison: SignedIn
let companyId: string

beforeEach(async () => {
  await clearDatabase()
  liaison = await as('liaison')
  companyId = await makeCompany({ name: 'Kaarna Oy', business_id: '0538134-0' })
})

type Action = (args: ReturnType<typeof argsOf>) => unknown
const send = (action: Action, fields: object = {}, params: Record<string, string> = {}, who = liaison) =>
  statusOf(() => action(argsOf(who.post('/', { ...fields }), { companyId, ...params })))
const dossier = (who: SignedIn = liaison) => findDossier(db, who.viewer, companyId)

test('a company has several sites, each changed and removed by itself', async () => {
  expect(await send(addSite, { name: '' })).toBe(422)
  expect(await send(addSite, { name: 'Varasto', municipality: 'Vantaa', phone: '040 1234567' })).toBe(303)
  const [site] = (await dossier()).sites
  expect(site).toMatchObject({ name: 'Varasto', phone: '+358401234567' })
  const siteId = site?.id ?? ''
  expect(await send(changeSite, { name: 'Pajahalli', version: 1 }, { siteId })).toBe(303)
  expect(await send(changeSite, { name: 'Myöhässä', version: 1 }, { siteId })).toBe(409)
  expect((await dossier()).sites).toMatchObject([{ name: 'Pajahalli', municipality: null }])
})

test('companies of one parent are sisters, and a contact with one speaks at the other', async () => {
  const sisterId = await makeCompany({ name: 'Kaarna Palvelut Oy', last_contact_at: new Date() })
  await makeCompany({ name: 'Vieras Oy', last_contact_at: new Date() })
  expect(await send(setGroup, { parentBusinessId: '05381340', version: 1 })).toBe(422)
  expect(await send(setGroup, { parentBusinessId: 'FI05381340', version: 1 }, { companyId: sisterId })).toBe(
    303,
  )
  expect((await dossier()).sisters).toMatchObject([{ id: sisterId, isParent: false, rests: true }])
  const ofSister = await findDossier(db, liaison.viewer, sisterId)
  expect(await findSisterContact(db, companyId)).toEqual(expect.any(Date))
  expect(await findSisterContact(db, sisterId)).toBeNull()
  expect(ofSister.sisters).toMatchObject([{ name: 'Kaarna Oy', isParent: true, rests: false }])
})

test('tags are the house’s own: a new word joins the list, the same word is not added twice', async () => {
  expect(await send(addTag, { name: 'Esteetön', tone: 'good' })).toBe(303)
  expect(await send(addTag, { name: 'esteetön', tone: 'bad' })).toBe(422)
  expect(await send(setTags, { newTag: 'ESTEETÖN' })).toBe(303)
  const [tag] = (await dossier()).tags
  expect(tag).toMatchObject({ name: 'Esteetön', tone: 'good' })
  const tagId = tag?.id ?? ''
  expect(await send(setTags, { tagIds: [tagId], newTag: 'kesätyö' })).toBe(303)
  expect((await dossier()).tags.map(({ name }) => name)).toEqual(['Esteetön', 'kesätyö'])
  expect(await send(changeTag, { name: 'Kesätyö', tone: 'info', version: 1 }, { tagId })).toBe(422)
  expect(await send(setTags, {})).toBe(303)
  expect((await dossier()).tags).toEqual([])
})

test('a task has a day and an owner, who finds it on the home page until it is done', async () => {
  const coordinator = await as('coordinator')
  const fields = { title: 'Lähetä sopimus', dueOn: '2026-01-02', ownerId: coordinator.viewer.userId }
  expect(await send(addTask, fields)).toBe(303)
  const [task] = (await dossier()).tasks
  const taskId = task?.id ?? ''
  const waiting = async (who: SignedIn) =>
    (await listWork(db, who.viewer)).find(({ kind }) => kind === 'tasks')
  expect(await waiting(coordinator)).toMatchObject({ count: 1, lines: [{ title: 'Lähetä sopimus' }] })
  expect(await waiting(liaison)).toBeUndefined()

  const page = await tasksPage(argsOf(coordinator.request('/tasks?state=overdue')))
  expect(page.page.rows).toMatchObject([{ id: taskId, companyName: 'Kaarna Oy', mayDo: true }])
  expect(
    await send(changeTask, { ...fields, dueOn: '2026-01-05', version: 1 }, { taskId }, coordinator),
  ).toBe(303)
  expect(await send(finishTask, {}, { taskId }, coordinator)).toBe(303)
  expect(await waiting(coordinator)).toBeUndefined()
  expect((await dossier()).tasks).toEqual([])
})

test('somebody else’s task is not theirs to finish who only read about companies', async () => {
  await send(addTask, { title: 'Soita', dueOn: '2026-01-02', ownerId: liaison.viewer.userId })
  const taskId = (await dossier()).tasks[0]?.id ?? ''
  expect(await send(finishTask, {}, { taskId }, await as('coordinator'))).toBe(404)
})

test('a promise stays in sight until it is said what became of it', async () => {
  await send(addPromise, {
    promisedBy: 'house',
    what: 'Kaksi ehdokasta',
    promisedOn: '2026-01-02',
    dueOn: '2026-01-09',
  })
  const [open] = (await dossier()).promises
  expect(open).toMatchObject({ what: 'Kaksi ehdokasta', dueOn: '2026-01-09', outcome: null })
  const promiseId = open?.id ?? ''
  expect(await send(settlePromise, { outcome: 'broken', note: 'Ei löytynyt' }, { promiseId })).toBe(303)
  expect((await dossier()).promises).toMatchObject([{ outcome: 'broken', outcomeNote: 'Ei löytynyt' }])
})

test('a note is taken off and put back', async () => {
  await send(addNote, { body: 'Hissi on.' })
  const noteId = (await dossier()).notes[0]?.id ?? ''
  expect(await send(removeNote, {}, { noteId })).toBe(303)
  expect((await dossier()).notes).toEqual([])
  expect(await send(restoreNote, {}, { noteId })).toBe(303)
  expect((await dossier()).notes).toHaveLength(1)
  const other = await makeCompany()
  expect(await send(removeNote, {}, { noteId, companyId: other })).toBe(404)
})

test('a file is handed out at its own company only, and removed for good', async () => {
  const file = new File(['Muistio tapaamisesta'], 'muistio.txt', { type: 'text/plain' })
  expect(await send(addFile, { file, title: '' })).toBe(303)
  const [kept] = (await dossier()).files
  expect(kept).toMatchObject({ title: 'muistio.txt', byName: expect.any(String) })
  const fileId = kept?.id ?? ''
  const download = (params: Record<string, string>) =>
    replyOf(() => downloadFile(argsOf(liaison.request('/'), params)))
  expect((await download({ companyId, fileId })).status).toBe(200)
  expect((await download({ companyId: await makeCompany(), fileId })).status).toBe(404)
  expect(await send(removeFile, {}, { fileId })).toBe(303)
  expect(await db.selectFrom('stored_file').select('id').execute()).toEqual([])
})

test('who knows whom is noted with from where, and taken away', async () => {
  const contactId = await makeContact(companyId, { name: 'Elli Ojala' })
  const coordinator = await as('coordinator')
  const { userId } = coordinator.viewer
  expect(await send(noteAcquaintance, { userId, how: 'Entinen työkaveri' }, { contactId })).toBe(303)
  expect((await dossier()).acquaintances).toMatchObject([{ contactId, userId, how: 'Entinen työkaveri' }])
  expect(await send(forgetAcquaintance, {}, { contactId, userId })).toBe(303)
  expect((await dossier()).acquaintances).toEqual([])
})

test('the one who looks after a company is changed on its page, with undo', async () => {
  const reply = await replyOf(() =>
    setOwner(argsOf(liaison.post('/', { ownerId: liaison.viewer.userId }), { companyId })),
  )
  expect(reply.location).toBe(`/companies/${companyId}`)
  const company = await db
    .selectFrom('company')
    .select('owner_id')
    .where('id', '=', companyId)
    .executeTakeFirst()
  expect(company?.owner_id).toBe(liaison.viewer.userId)
})

test('the record counts trials that have ended and the hires that followed', async () => {
  for (const hired of [true, false]) {
    const candidate = await makeCandidate()
    const placement = (form: string, status: string, startsOn: string) =>
      db
        .insertInto('placement')
        .values({
          candidate_id: candidate,
          company_id: companyId,
          form,
          status,
          employer_of_record: 'x',
          title: 'x',
          starts_on: startsOn,
        })
        .execute()
    await placement('work_trial', 'ended_as_planned', '2026-01-02')
    if (hired) await placement('hire', 'running', '2026-03-02')
  }
  expect(await dossier()).toMatchObject({ trials: 2, hiredAfterTrial: 1, runningPlacements: 1 })
  expect(await dossier(await as('administrator'))).toMatchObject({ trials: null, runningPlacements: null })
})

test.each(['coordinator', 'project_manager', 'caller'] as const)(
  'a %s writes nothing about a company',
  async (role) => {
    const who = await as(role)
    for (const action of [
      addNote,
      addTask,
      addPromise,
      addSite,
      addFile,
      setTags,
      setGroup,
      setOwner,
      addTag,
    ])
      expect(await send(action, {}, {}, who)).toBe(403)
  },
)
