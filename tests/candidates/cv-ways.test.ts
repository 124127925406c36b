import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listFindings } from '~/candidates/cv-findings.server'
import type { CvForm } from '~/candidates/cv-form'
import { CV_PROBLEMS } from '~/candidates/cv-reading/cv-reading'
import { readCvFile } from '~/candidates/cv-reading/read-cv.server'
import { readCv, readScannedCv } from '~/candidates/cv-reading-jobs.server'
import { findCv, listCvs } from '~/candidates/cvs.server'
import { loader as cvPage } from '~/candidates/routes/cv'
import { action as approve } from '~/candidates/routes/cv-approval'
import { loader as comparison } from '~/candidates/routes/cv-comparison'
import { loader as formPage, action as saveForm } from '~/candidates/routes/cv-form'
import { action as upload } from '~/candidates/routes/cv-new'
import { action as paste } from '~/candidates/routes/cv-pasted'
import { readStoredFile } from '~/files/files.server'
import { doDueJobs } from '~/jobs/worker.server'
import { db } from '~/platform/db.server'
import { en } from '~/texts/en'
import { fi } from '~/texts/fi'
import { sv } from '~/texts/sv'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCandidate } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { fileOf } from '../support/uploads'
import { bringVocabulary } from '../support/vocabulary'
import { linesFromTop, pdfOf } from './cv-reading/sample-files'
import { scanOf } from './cv-reading/scanned-page'

let coordinator: SignedIn
let candidateId: string

beforeAll(bringVocabulary)
beforeEach(async () => {
  coordinator = await as('coordinator')
  candidateId = await makeCandidate({
    name: 'Maija Testilä',
    email: 'maija@example.com',
    phone: '0401234567',
    street: 'Kukkakuja 7',
  })
})

const idOf = ({ location }: { location: string | null }) => location?.split('/').at(-1) ?? ''
const pageOf = (cvId: string) => cvPage(argsOf(coordinator.request('/'), { candidateId, cvId }))
const uploadFile = async (file: File) =>
  idOf(await replyOf(() => upload(argsOf(coordinator.post('/', { file }), { candidateId }))))
const pasteText = (text: string) =>
  replyOf(() => paste(argsOf(coordinator.post('/', { text }), { candidateId })))
const sendForm = (fields: Record<string, string>) =>
  replyOf(() => saveForm(argsOf(coordinator.post('/', { language: 'fi', ...fields }), { candidateId })))

const LINES = [
  'Työkokemus',
  'Ohjelmistokehittäjä, Esimerkki Oy 3/2019 – 2/2024',
  'Rakensin verkkopalveluja Reactilla ja TypeScriptillä.',
  'Koulutus',
  'Tradenomi, Mallilan ammattikorkeakoulu 2015 – 2019',
  'Kielitaito',
  'Suomi: äidinkieli',
  'Englanti: C1',
]

const FORM = {
  'work[0].title': 'Ohjelmistokehittäjä',
  'work[0].employer': 'Esimerkki Oy',
  'work[0].from': '3/2019',
  'work[0].to': '2/2024',
  'work[0].tasks': 'Rakensin verkkopalveluja Reactilla ja TypeScriptillä.',
  'education[0].title': 'Tradenomi',
  'education[0].school': 'Mallilan ammattikorkeakoulu',
  'education[0].from': '2015',
  'education[0].to': '2019',
  'languages[0].language': 'fi',
  'languages[0].level': 'native',
  'languages[1].language': 'en',
  'languages[1].level': 'C1',
}

describe('a CV comes by other ways than a file', () => {
  test('a pasted text, the form and a PDF say the same', async () => {
    const cvIds = [
      idOf(await pasteText(LINES.join('\n'))),
      idOf(await sendForm(FORM)),
      await uploadFile(fileOf(pdfOf([linesFromTop(LINES)]), 'cv.pdf')),
    ]
    const said = []
    for (const cvId of cvIds) {
      await readCv({ cvId })
      const { understood, cv, findings } = await pageOf(cvId)
      const { work, education, languages } = understood ?? {}
      said.push({
        status: cv.status,
        work,
        education,
        languages: languages?.map(({ language, level }) => [language, level]),
        skills: findings.map(({ skillId }) => skillId).sort(),
      })
    }
    expect(said[1]).toEqual(said[0])
    expect(said[2]).toEqual(said[0])
    expect(said[0]).toMatchObject({
      status: 'read',
      work: [{ title: 'Ohjelmistokehittäjä', employer: 'Esimerkki Oy', from: '2019-03', to: '2024-02' }],
      skills: expect.arrayContaining(['react', 'typescript']),
    })
  })

  test('the form makes a Word document with name and contacts, never the street, that reads the same', async () => {
    const cvId = idOf(await sendForm(FORM))
    const cv = await findCv(db, coordinator.viewer, { candidateId, cvId })
    const file = await readStoredFile(cv?.fileId ?? '')
    const result = await readCvFile(file?.bytes ?? new Uint8Array())
    if (!('reading' in result)) throw new Error(result.problem)
    expect(result.reading.format).toBe('docx')
    expect(result.reading.work).toMatchObject([{ title: 'Ohjelmistokehittäjä', from: '2019-03' }])
    expect(result.reading.text).toContain('Maija Testilä')
    expect(result.reading.text).toContain('maija@example.com')
    expect(result.reading.text).not.toContain('Kukkakuja')
  })

  test('who has a non-disclosure order gets a document without contacts', async () => {
    await db.updateTable('candidate').set({ non_disclosure: true }).where('id', '=', candidateId).execute()
    const cvId = idOf(await sendForm(FORM))
    const cv = await findCv(db, coordinator.viewer, { candidateId, cvId })
    const file = await readStoredFile(cv?.fileId ?? '')
    const result = await readCvFile(file?.bytes ?? new Uint8Array())
    expect(JSON.stringify(result)).not.toContain('maija@example.com')
  })

  test('a wrong month is said at its field, and an empty CV at the skills', async () => {
    expect(await sendForm({ ...FORM, 'work[0].from': 'keväällä' })).toMatchObject({
      status: 422,
      data: { form: { error: { 'work[0].from': ['cvs:form.month'] } } },
    })
    expect(await sendForm({})).toMatchObject({
      status: 422,
      data: { form: { error: { skills: ['cvs:form.empty'] } } },
    })
  })

  test('what was read is corrected in the form, and becomes the next version', async () => {
    const cvId = idOf(await pasteText(LINES.join('\n')))
    await readCv({ cvId })
    const { first } = await formPage(argsOf(coordinator.request(`/?from=${cvId}`), { candidateId }))
    expect(first).toMatchObject({
      work: [
        {
          title: 'Ohjelmistokehittäjä',
          employer: 'Esimerkki Oy',
          from: '3/2019',
          to: '2/2024',
          tasks: 'Rakensin verkkopalveluja Reactilla ja TypeScriptillä.',
        },
      ],
      education: [{ title: 'Tradenomi', from: '2015', to: '2019' }],
    })
    const corrected = idOf(await sendForm({ ...FORM, 'work[0].employer': 'Toinen Oy' }))
    const again = await formPage(argsOf(coordinator.request(`/?from=${corrected}`), { candidateId }))
    expect((again.first as CvForm).work).toMatchObject([{ employer: 'Toinen Oy', from: '3/2019' }])
    expect((await listCvs(db, coordinator.viewer, candidateId)).map(({ number }) => number)).toEqual([2, 1])
  })

  test('two versions are laid side by side', async () => {
    const first = idOf(await pasteText(LINES.join('\n')))
    const second = idOf(await sendForm({ ...FORM, 'work[0].employer': 'Toinen Oy' }))
    await readCv({ cvId: first })
    await readCv({ cvId: second })
    const { older, newer } = await comparison(argsOf(coordinator.request('/'), { candidateId }))
    expect([older?.number, newer?.number]).toEqual([1, 2])
    expect(newer?.understood.work).toMatchObject([{ employer: 'Toinen Oy' }])
  })

  test('nobody but coaches pastes, fills in or compares', async () => {
    for (const role of ['liaison', 'administrator', 'employer'] as const) {
      const who = await as(role)
      expect(await statusOf(() => paste(argsOf(who.post('/', { text: 'x' }), { candidateId })))).toBe(403)
      expect(await statusOf(() => saveForm(argsOf(who.post('/', FORM), { candidateId })))).toBe(403)
      expect(await statusOf(() => comparison(argsOf(who.request('/'), { candidateId })))).toBe(403)
    }
  })
})

describe('a scan', { timeout: 120_000 }, () => {
  test('waits for text recognition, tells how far it is, and is marked as read by it', async () => {
    const cvId = await uploadFile(fileOf(scanOf([linesFromTop(LINES)]), 'skannaus.pdf'))
    await readCv({ cvId })
    expect((await pageOf(cvId)).cv).toMatchObject({ status: 'waiting', pagesRead: 0 })
    await readScannedCv({ cvId })
    const { cv, findings } = await pageOf(cvId)
    expect(cv).toMatchObject({ status: 'read', pages: 1, pagesRead: null })
    expect(cv.confidence).toBeGreaterThan(80)
    expect(findings.map(({ skillId }) => skillId)).toContain('react')
  })

  test('is read by the jobs from upload to findings', async () => {
    await sql`delete from graphile_worker._private_jobs`.execute(db)
    const cvId = await uploadFile(fileOf(scanOf([linesFromTop(LINES)]), 'skannaus.pdf'))
    await doDueJobs()
    expect((await pageOf(cvId)).cv.status).toBe('read')
  })
})

describe('a personal identity code', () => {
  const CODE = '120385-923T'

  test('is in no page, no finding and no name of a file, and keeps the version from being shown', async () => {
    const lines = [`Hetu ${CODE}`, ...LINES]
    const cvId = await uploadFile(fileOf(pdfOf([linesFromTop(lines)]), `CV ${CODE}.pdf`))
    await readCv({ cvId })
    const page = await pageOf(cvId)
    expect(JSON.stringify(page)).not.toContain('923T')
    expect(page.understood?.keptOut).toContain('identity_code')
    expect(JSON.stringify(await listFindings(db, cvId))).not.toContain('923T')
    const stored = await db.selectFrom('cv').select(['text', 'reading']).where('id', '=', cvId).execute()
    expect(JSON.stringify(stored)).not.toContain('923T')
    expect(await replyOf(() => approve(argsOf(coordinator.post('/'), { candidateId, cvId })))).toMatchObject({
      status: 409,
      data: { form: { error: { '': ['cvs:problem.identity_code'] } } },
    })
  })
})

test('every problem of a file has its words in three languages', () => {
  for (const { cvs } of [fi, sv, en])
    for (const problem of [...CV_PROBLEMS, 'not_a_cv'] as const)
      expect(cvs.problem[problem].length).toBeGreaterThan(10)
})
