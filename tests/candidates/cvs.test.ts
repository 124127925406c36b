import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listFindings } from '~/candidates/cv-findings.server'
import { readCv } from '~/candidates/cv-reading-jobs.server'
import { findCv, listCvs } from '~/candidates/cvs.server'
import { loader as candidatePage } from '~/candidates/routes/candidate'
import { loader as cvPage } from '~/candidates/routes/cv'
import { action as approve } from '~/candidates/routes/cv-approval'
import { action as decide } from '~/candidates/routes/cv-decisions'
import { loader as cvFile } from '~/candidates/routes/cv-file'
import { action as upload } from '~/candidates/routes/cv-new'
import { action as remove } from '~/candidates/routes/cv-removal'
import { action as readAgain } from '~/candidates/routes/cv-rereading'
import { action as putToUse } from '~/candidates/routes/cv-use'
import { action as removeSkill } from '~/candidates/routes/skill-removal'
import { doDueJobs } from '~/jobs/worker.server'
import { db } from '~/platform/db.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCandidate, makeCompany, makePresentation } from '../support/factories'
import { replyOf, statusOf } from '../support/reply'
import { fileOf } from '../support/uploads'
import { bringVocabulary } from '../support/vocabulary'
import { docxOf, linesFromTop, pdfOf } from './cv-reading/sample-files'

let coordinator: SignedIn
let candidateId: string

// The vocabulary is large: it is brought once, and each test has a person of its own.
beforeAll(bringVocabulary)

beforeEach(async () => {
  coordinator = await as('coordinator')
  candidateId = await makeCandidate({ name: 'Maija Testilä' })
})

const LINES = [
  'Maija Testilä',
  'maija.testila@example.com, 040 123 4567',
  'Syntymäaika: 12.3.1985',
  'Työkokemus',
  'Ohjelmistokehittäjä, Esimerkki Oy 3/2019 – 2/2024',
  'Rakensin verkkopalveluja Reactilla ja TypeScriptillä.',
  'Taidot',
  'PostgreSQL',
  'Harrastukset',
  'Naimisissa, kaksi lasta, harrastan hitsausta lasten kanssa',
]
const pdf = (lines = LINES, name = 'cv.pdf') => fileOf(pdfOf([linesFromTop(lines)]), name)

const uploadFile = (file: File | undefined, who = coordinator) =>
  replyOf(() => upload(argsOf(who.post('/', { file }), { candidateId })))

async function uploadCv(file: File): Promise<string> {
  const { location } = await uploadFile(file)
  return location?.split('/').at(-1) ?? ''
}
/** Uploads a file and reads it as the worker does. */
async function uploadAndRead(file: File): Promise<string> {
  const cvId = await uploadCv(file)
  await readCv({ cvId })
  return cvId
}
const skillIdsOf = async (cvId: string) => (await listFindings(db, cvId)).map(({ skillId }) => skillId)
const decisionOf = async (cvId: string, skillId: string) =>
  (await listFindings(db, cvId)).find((finding) => finding.skillId === skillId)?.decision
const profile = async () =>
  (await candidatePage(argsOf(coordinator.request('/'), { candidateId }))).skills.map(({ id }) => id).sort()
const numbersInUse = async () =>
  (await listCvs(db, coordinator.viewer, candidateId)).flatMap(({ number, madeCurrentAt }) =>
    madeCurrentAt ? [number] : [],
  )
const decideOn = (cvId: string, fields: Record<string, string>) =>
  statusOf(() => decide(argsOf(coordinator.post('/', fields), { candidateId, cvId })))
async function decideSkill(cvId: string, skillId: string, decision: string) {
  const finding = (await listFindings(db, cvId)).find((found) => found.skillId === skillId)
  return decideOn(cvId, { decision, findingId: finding?.id ?? '' })
}

describe('a CV is uploaded and read', () => {
  test.each([
    ['PDF', pdf()],
    ['Word', fileOf(docxOf(LINES), 'cv.docx')],
  ])('a %s gives skills, each with the sentence it was found in', async (_kind, file) => {
    const cvId = await uploadAndRead(file)
    const findings = await listFindings(db, cvId)
    expect(findings.map(({ skillId }) => skillId)).toEqual(
      expect.arrayContaining(['react', 'typescript', 'postgresql']),
    )
    const cv = await findCv(db, coordinator.viewer, { candidateId, cvId })
    for (const finding of findings) {
      expect(finding.sentence.toLowerCase()).toContain(finding.words.toLowerCase())
      expect(cv?.text?.slice(finding.startsAt, finding.endsAt).toLowerCase()).toBe(
        finding.words.toLowerCase(),
      )
    }
    expect(await profile()).toEqual([])
  })

  test('personal sentences give no skills and no evidence', async () => {
    const cvId = await uploadAndRead(pdf())
    const evidence = JSON.stringify((await listFindings(db, cvId)).map(({ id: _, ...shown }) => shown))
    for (const words of ['Testilä', '040', 'example.com', '1985', 'lasta', 'itsau'])
      expect(evidence).not.toContain(words)
  })

  test('the upload asks for the file to be read', async () => {
    await sql`delete from graphile_worker._private_jobs`.execute(db)
    await uploadFile(pdf())
    expect(await listCvs(db, coordinator.viewer, candidateId)).toMatchObject([{ status: 'waiting' }])
    await doDueJobs()
    expect(await listCvs(db, coordinator.viewer, candidateId)).toMatchObject([{ status: 'read' }])
  })

  test('reading twice finds the same once', async () => {
    const cvId = await uploadAndRead(pdf())
    const first = await skillIdsOf(cvId)
    await readCv({ cvId })
    expect(await skillIdsOf(cvId)).toEqual(first)
  })

  test('two uploads at once are two versions, and one of them is in use', async () => {
    await Promise.all([uploadFile(pdf(LINES, 'a.pdf')), uploadFile(pdf([...LINES, 'Excel'], 'b.pdf'))])
    const cvs = await listCvs(db, coordinator.viewer, candidateId)
    expect(cvs.map(({ number }) => number)).toEqual([2, 1])
    await Promise.all(cvs.map(({ id }) => readCv({ cvId: id })))
    expect(await numbersInUse()).toEqual([2])
  })

  test('the same form sent twice is one version', async () => {
    const once = crypto.randomUUID()
    const send = () =>
      statusOf(() => upload(argsOf(coordinator.post('/', { file: pdf(), once }), { candidateId })))
    expect([await send(), await send()]).toEqual([303, 303])
    expect(await listCvs(db, coordinator.viewer, candidateId)).toHaveLength(1)
  })

  test('a file that cannot be read is kept with its problem', async () => {
    const broken = new File(['%PDF-1.4\nrikki'], 'rikki.pdf')
    const cvId = await uploadAndRead(broken)
    expect(await listCvs(db, coordinator.viewer, candidateId)).toMatchObject([
      { status: 'unreadable', problem: 'damaged' },
    ])
    expect(await statusOf(() => cvFile(argsOf(coordinator.request('/'), { candidateId, cvId })))).toBe(200)
  })

  test.each([
    ['nothing', undefined, 'errors:file_missing'],
    [
      'a program named PDF',
      new File([Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0)], 'cv.pdf'),
      'errors:file_type',
    ],
    ['a greeting named PDF', new File(['hello'], 'bad.pdf'), 'errors:file_not_its_ending|{"ending":"pdf"}'],
  ])('%s is refused at the field', async (_words, file, error) => {
    expect(await uploadFile(file)).toMatchObject({
      status: 422,
      data: { form: { error: { file: [error] } } },
    })
  })
})

describe('the person’s yes and no', () => {
  test('a confirmed skill joins the profile with its sentence, a rejected one does not', async () => {
    const cvId = await uploadAndRead(pdf())
    await decideSkill(cvId, 'react', 'confirmed')
    await decideSkill(cvId, 'typescript', 'rejected')
    const page = await candidatePage(argsOf(coordinator.request('/'), { candidateId }))
    expect(page.skills).toMatchObject([
      { id: 'react', source: 'cv', evidence: expect.stringContaining('Rakensin verkkopalveluja Reactilla') },
    ])
  })

  test('a skill rejected by mistake is confirmed, and one confirmed by mistake rejected', async () => {
    const cvId = await uploadAndRead(pdf())
    await decideSkill(cvId, 'react', 'rejected')
    await decideSkill(cvId, 'react', 'confirmed')
    expect(await profile()).toEqual(['react'])
    await decideSkill(cvId, 'react', 'rejected')
    expect(await profile()).toEqual([])
    expect(await decisionOf(cvId, 'react')).toBe('rejected')
  })

  test('confirming all leaves what was rejected', async () => {
    const cvId = await uploadAndRead(pdf())
    await decideSkill(cvId, 'react', 'rejected')
    await decideOn(cvId, { decision: 'confirmed' })
    const skills = await profile()
    expect(skills).toContain('typescript')
    expect(skills).not.toContain('react')
  })

  test('what was rejected stays rejected when the CV is read again or a new version comes', async () => {
    const cvId = await uploadAndRead(pdf())
    await decideSkill(cvId, 'react', 'rejected')
    await statusOf(() => readAgain(argsOf(coordinator.post('/'), { candidateId, cvId })))
    await readCv({ cvId })
    expect(await decisionOf(cvId, 'react')).toBe('rejected')
    const newer = await uploadAndRead(pdf(LINES, 'uusi.pdf'))
    expect(await decisionOf(newer, 'react')).toBe('rejected')
    await decideOn(newer, { decision: 'confirmed' })
    expect(await profile()).not.toContain('react')
  })

  test('a skill taken off the profile does not come back with a CV that names it', async () => {
    await db
      .insertInto('candidate_skill')
      .values({ candidate_id: candidateId, skill_id: 'react', source: 'coach' })
      .execute()
    await statusOf(() => removeSkill(argsOf(coordinator.post('/'), { candidateId, skillId: 'react' })))
    const cvId = await uploadAndRead(pdf())
    await decideOn(cvId, { decision: 'confirmed' })
    expect(await profile()).not.toContain('react')
    expect(await decisionOf(cvId, 'react')).toBe('rejected')
  })

  test('rejecting in a later version takes away what an earlier one brought', async () => {
    const older = await uploadAndRead(pdf())
    await decideSkill(older, 'react', 'confirmed')
    const newer = await uploadAndRead(pdf(LINES, 'uusi.pdf'))
    await decideSkill(newer, 'react', 'rejected')
    expect(await profile()).toEqual([])
  })

  test('a finding is decided through its own person’s CV only', async () => {
    const cvId = await uploadAndRead(pdf())
    const finding = (await listFindings(db, cvId))[0]
    const other = await makeCandidate({ name: 'Toinen' })
    const fields = { decision: 'confirmed', findingId: finding?.id ?? '' }
    expect(
      await statusOf(() => decide(argsOf(coordinator.post('/', fields), { candidateId: other, cvId }))),
    ).toBe(404)
    expect(await profile()).toEqual([])
  })
})

describe('versions', () => {
  const act = (action: typeof approve, cvId: string, who = coordinator) =>
    replyOf(() => action(argsOf(who.post('/'), { candidateId, cvId })))

  test('a version takes over once it is read, and only when it is a CV', async () => {
    const first = await uploadCv(pdf())
    expect(await numbersInUse()).toEqual([])
    await readCv({ cvId: first })
    expect(await numbersInUse()).toEqual([1])
    for (const lines of [['%PDF-1.4', 'rikki'], null]) {
      const file = lines
        ? new File([lines.join('\n')], 'rikki.pdf')
        : pdf(['Kokouskutsu torstaille'], 'kutsu.pdf')
      const cvId = await uploadAndRead(file)
      expect(await findCv(db, coordinator.viewer, { candidateId, cvId })).toMatchObject({
        problem: lines ? 'damaged' : 'not_a_cv',
        madeCurrentAt: null,
      })
      expect(await numbersInUse()).toEqual([1])
    }
    await uploadAndRead(pdf(LINES, 'uusi.pdf'))
    expect(await numbersInUse()).toEqual([4])
  })

  test('what takes long to read does not take over from a newer version, nor what is read again', async () => {
    const slow = await uploadCv(pdf())
    const newer = await uploadAndRead(pdf(LINES, 'uusi.pdf'))
    await readCv({ cvId: slow })
    expect(await numbersInUse()).toEqual([2])
    await act(putToUse, slow)
    await readCv({ cvId: newer })
    expect(await numbersInUse()).toEqual([1])
  })

  test('an older version can be put to use again, and one at a time is in use', async () => {
    const older = await uploadCv(pdf())
    await uploadCv(pdf(LINES, 'uusi.pdf'))
    await act(putToUse, older)
    const cvs = await listCvs(db, coordinator.viewer, candidateId)
    expect(cvs.filter(({ madeCurrentAt }) => madeCurrentAt).map(({ id }) => id)).toEqual([older])
  })

  test('the person’s approval is of one version, with the day', async () => {
    const cvId = await uploadCv(pdf())
    await act(approve, cvId)
    await uploadCv(pdf(LINES, 'uusi.pdf'))
    const cvs = await listCvs(db, coordinator.viewer, candidateId)
    expect(cvs.map(({ approvedOn }) => approvedOn)).toEqual([null, expect.any(String)])
  })

  test('a removed version is gone from sight, and its number is not used again', async () => {
    const cvId = await uploadCv(pdf())
    expect((await act(remove, cvId)).status).toBe(303)
    expect(await listCvs(db, coordinator.viewer, candidateId)).toEqual([])
    expect(await statusOf(() => cvPage(argsOf(coordinator.request('/'), { candidateId, cvId })))).toBe(404)
    await uploadCv(pdf())
    expect(await listCvs(db, coordinator.viewer, candidateId)).toMatchObject([{ number: 2 }])
  })

  test('a version that an employer can see now is not removed, and the reason is told', async () => {
    const cvId = await uploadCv(pdf())
    await makePresentation({
      candidate_id: candidateId,
      company_id: await makeCompany(),
      tier: 'T2',
      cv_id: cvId,
    })
    expect(await act(remove, cvId)).toMatchObject({
      status: 409,
      data: { form: { error: { '': ['cvs:shown_now'] } } },
    })
    expect(await listCvs(db, coordinator.viewer, candidateId)).toHaveLength(1)
  })

  test('nobody but coaches opens a CV, its file or its findings', async () => {
    const cvId = await uploadCv(pdf())
    for (const role of ['liaison', 'administrator', 'project_manager', 'mentor'] as const) {
      const who = await as(role)
      const at = { candidateId, cvId }
      expect(await statusOf(() => cvPage(argsOf(who.request('/'), at)))).toBe(403)
      expect(await statusOf(() => cvFile(argsOf(who.request('/'), at)))).toBe(403)
      expect((await uploadFile(pdf(), who)).status).toBe(403)
    }
  })
})
