import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listFindings } from '~/candidates/cv-findings.server'
import { readCv } from '~/candidates/cv-reading-jobs.server'
import { loader as candidatePage } from '~/candidates/routes/candidate'
import { loader as cvPage } from '~/candidates/routes/cv'
import { action as decide } from '~/candidates/routes/cv-decisions'
import { action as undoAll } from '~/candidates/routes/cv-decisions-undoing'
import { action as correct, loader as correctionPage } from '~/candidates/routes/cv-finding-correction'
import { action as add } from '~/candidates/routes/cv-finding-new'
import { action as acceptLanguages } from '~/candidates/routes/cv-languages'
import { action as removeSkill } from '~/candidates/routes/skill-removal'
import { loader as ownPage } from '~/person/routes/data'
import { action as addOwnSkill } from '~/person/routes/skill-new'
import { db } from '~/platform/db.server'
import { readToast } from '~/platform/http.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCandidate, makeCompany, makeConsent } from '../support/factories'
import { pasteCv } from '../support/pasted-cv'
import { replyOf, statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

let coordinator: SignedIn
let candidateId: string

beforeAll(bringVocabulary)
beforeEach(async () => {
  coordinator = await as('coordinator')
  candidateId = await makeCandidate({ name: 'Maija Testilä' })
})

const LINES = [
  'Maija Testilä',
  'maija.testila@example.com, 040 123 4567',
  'Työkokemus',
  'Ohjelmistokehittäjä, Kuvitelma Oy 3/2019 – 2/2024',
  'Rakensin Kuvitelmalle verkkopalveluja Reactilla vuonna 2020.',
  'Vastasin asiakaspalvelusta ja perehdytin uusia.',
]

const pasteAndRead = (lines = LINES) => pasteCv(coordinator, candidateId, lines)
const findingOf = async (cvId: string, skillId: string) =>
  (await listFindings(db, cvId)).find((finding) => finding.skillId === skillId)
async function decideSkill(cvId: string, skillId: string, decision: string) {
  const findingId = (await findingOf(cvId, skillId))?.id ?? ''
  return statusOf(() => decide(argsOf(coordinator.post('/', { decision, findingId }), { candidateId, cvId })))
}
const skillsOf = async (who = coordinator) =>
  (await candidatePage(argsOf(who.request('/'), { candidateId }))).skills
const profile = async () => (await skillsOf()).map(({ id }) => id).sort()
const addSkill = (cvId: string, fields: Record<string, string>) =>
  replyOf(() => add(argsOf(coordinator.post('/', fields), { candidateId, cvId })))

describe('a decision is taken back', () => {
  test('a yes: the skill leaves the profile and waits again', async () => {
    const cvId = await pasteAndRead()
    await decideSkill(cvId, 'react', 'confirmed')
    await decideSkill(cvId, 'react', 'undecided')
    expect(await profile()).toEqual([])
    expect((await findingOf(cvId, 'react'))?.decision).toBeNull()
    await readCv({ cvId })
    expect((await findingOf(cvId, 'react'))?.decision).toBeNull()
  })

  test('a no after a yes: the skill is back on the profile', async () => {
    const cvId = await pasteAndRead()
    await decideSkill(cvId, 'react', 'confirmed')
    await decideSkill(cvId, 'react', 'rejected')
    await decideSkill(cvId, 'react', 'undecided')
    expect(await profile()).toEqual(['react'])
  })

  test('a yes in a later version: the earlier version’s yes holds the skill on the profile', async () => {
    const older = await pasteAndRead()
    await decideSkill(older, 'react', 'confirmed')
    const newer = await pasteAndRead()
    await decideSkill(newer, 'react', 'confirmed')
    await decideSkill(newer, 'react', 'undecided')
    expect(await profile()).toEqual(['react'])
  })
})

describe('a person adds and corrects', () => {
  test('a skill is added with its sentence, and stays when the CV is read again', async () => {
    const cvId = await pasteAndRead()
    const sentence = 'Vastasin asiakaspalvelusta ja perehdytin uusia.'
    expect((await addSkill(cvId, { words: 'Power BI', sentence })).status).toBe(303)
    await readCv({ cvId })
    const finding = await findingOf(cvId, 'power-bi')
    expect(finding).toMatchObject({ decision: 'confirmed', foundBy: 'person', sentence })
    expect(finding?.startsAt).toBe(LINES.join('\n').indexOf('Vastasin'))
    expect(await skillsOf()).toMatchObject([{ id: 'power-bi', evidence: sentence }])
  })

  test('a sentence that is not there, or that is personal, is refused at its field', async () => {
    const cvId = await pasteAndRead()
    expect(await addSkill(cvId, { words: 'Power BI', sentence: 'Osaan kaiken.' })).toMatchObject({
      status: 422,
      data: { form: { error: { sentence: ['cvs:sentence_unknown'] } } },
    })
    expect(await addSkill(cvId, { words: 'Power BI', sentence: '040 123 4567' })).toMatchObject({
      status: 422,
      data: { form: { error: { sentence: ['cvs:sentence_personal'] } } },
    })
  })

  test('a wrong skill is corrected: the right one has its sentence, the wrong one never comes back', async () => {
    const cvId = await pasteAndRead()
    const findingId = (await findingOf(cvId, 'react'))?.id ?? ''
    const at = { candidateId, cvId, findingId }
    expect((await correctionPage(argsOf(coordinator.request('/'), at))).finding.skillId).toBe('react')
    const reply = await replyOf(() => correct(argsOf(coordinator.post('/', { words: 'Vue' }), at)))
    expect(reply.status).toBe(303)
    expect(await skillsOf()).toMatchObject([{ id: 'vue', evidence: expect.stringContaining('Reactilla') }])
    await readCv({ cvId })
    expect(await profile()).toEqual(['vue'])
    expect((await findingOf(cvId, 'react'))?.decision).toBe('rejected')
  })

  test('a skill that the person took off the profile does not come back by reading again', async () => {
    const cvId = await pasteAndRead()
    await addSkill(cvId, { words: 'Power BI', sentence: '' })
    await statusOf(() => removeSkill(argsOf(coordinator.post('/'), { candidateId, skillId: 'power-bi' })))
    await readCv({ cvId })
    expect(await profile()).toEqual([])
  })

  test('another person’s finding is not found', async () => {
    const cvId = await pasteAndRead()
    const findingId = (await findingOf(cvId, 'react'))?.id ?? ''
    const other = await makeCandidate({ name: 'Toinen' })
    const at = { candidateId: other, cvId, findingId }
    expect(await statusOf(() => correctionPage(argsOf(coordinator.request('/'), at)))).toBe(404)
  })
})

describe('the sentence that shows a skill', () => {
  test('names no former employer, year or person to a liaison who sees no name', async () => {
    const cvId = await pasteAndRead()
    await decideSkill(cvId, 'react', 'confirmed')
    const liaison = await as('liaison')
    const [seen] = await skillsOf(liaison)
    expect(seen?.evidence).toContain('verkkopalveluja Reactilla')
    expect(seen?.evidence).not.toMatch(/Kuvitelma|2020/)
    expect((await skillsOf())[0]?.evidence).toContain('Kuvitelmalle')
  })

  test('is whole to a liaison once the person has agreed to be introduced by name', async () => {
    const cvId = await pasteAndRead()
    await decideSkill(cvId, 'react', 'confirmed')
    await makeConsent(candidateId, { tier: 'T2', company_id: await makeCompany() })
    expect((await skillsOf(await as('liaison')))[0]?.evidence).toContain('Kuvitelmalle')
  })
})

describe('languages of a CV', () => {
  const TOLD = [...LINES, 'Kielitaito', 'Suomi: äidinkieli', 'Englanti: B2', 'Ruotsi']
  const at = (cvId: string) => ({ candidateId, cvId })
  const ownData = async () => {
    const person = await as('person', { candidateId })
    return ownPage(argsOf(person.request('/own/data')))
  }

  /** Says yes to all that waits; gives the address that takes it back. */
  async function acceptAll(cvId: string): Promise<string> {
    const { setCookie } = await replyOf(() =>
      decide(argsOf(coordinator.post('/', { decision: 'confirmed' }), at(cvId))),
    )
    const toast = await readToast(new Request('http://test/', { headers: { Cookie: setCookie ?? '' } }))
    return toast?.undo ?? ''
  }

  test('are offered with their level, and only those accepted reach the profile, with where they came from', async () => {
    const cvId = await pasteAndRead(TOLD)
    const { offered, toAsk } = await cvPage(argsOf(coordinator.request('/'), at(cvId)))
    expect(toAsk).toEqual(['sv'])
    expect(offered).toMatchObject([
      { language: 'fi', level: 'native', now: null },
      { language: 'en', level: 'B2', now: null },
    ])
    expect((await ownData()).details.languages).toEqual([])
    await statusOf(() =>
      acceptLanguages(argsOf(coordinator.post('/', { languages: ['en', 'sv'] }), at(cvId))),
    )
    const { details, sources } = await ownData()
    expect(details.languages).toEqual([{ language: 'en', level: 'B2' }])
    expect(sources).toMatchObject([
      { fact: 'language:en', source: 'cv', writerName: coordinator.viewer.name },
    ])
    expect((await cvPage(argsOf(coordinator.request('/'), at(cvId)))).offered).toHaveLength(1)
  })

  test('come with a yes to their skill or to all, each with its level, and go when that yes is taken back', async () => {
    const cvId = await pasteAndRead(TOLD)
    const told = async () => (await ownData()).details.languages
    await decideSkill(cvId, 'english', 'confirmed')
    expect(await told()).toEqual([{ language: 'en', level: 'B2' }])
    await decideSkill(cvId, 'english', 'undecided')
    expect(await told()).toEqual([])
    await decideSkill(cvId, 'english', 'confirmed')
    await decideSkill(cvId, 'english', 'rejected')
    expect(await told()).toEqual([])
    await decideSkill(cvId, 'english', 'undecided')

    const undo = await acceptAll(cvId)
    expect(await told()).toEqual([
      { language: 'en', level: 'B2' },
      { language: 'fi', level: 'native' },
    ])
    expect(await statusOf(() => undoAll(argsOf(coordinator.post(undo), at(cvId))))).toBe(303)
    expect(await told()).toEqual([])
    expect(await profile()).toEqual([])
  })

  test('stay as the coach wrote them when all is accepted', async () => {
    await db
      .insertInto('candidate_language')
      .values({ candidate_id: candidateId, language: 'en', level: 'C1' })
      .execute()
    const cvId = await pasteAndRead(TOLD)
    const undo = await acceptAll(cvId)
    expect(await statusOf(() => undoAll(argsOf(coordinator.post(undo), at(cvId))))).toBe(303)
    expect((await ownData()).details.languages).toEqual([{ language: 'en', level: 'C1' }])
  })

  test('none chosen is told at the field', async () => {
    const cvId = await pasteAndRead(TOLD)
    expect(await statusOf(() => acceptLanguages(argsOf(coordinator.post('/'), at(cvId))))).toBe(422)
  })
})

test('a person adds a skill on the own pages, confirmed by the adding; unknown words are told at the field', async () => {
  const person = await as('person', { candidateId })
  const adds = (words: string) =>
    statusOf(() => addOwnSkill(argsOf(person.post('/own/skills/new', { words }))))
  expect(await adds('Kubernetes')).toBe(303)
  expect(await adds('zorbalux')).toBe(422)
  const { skills } = await ownPage(argsOf(person.request('/own/data')))
  expect(skills).toMatchObject([{ id: 'kubernetes', source: 'person', personConfirmedAt: expect.any(Date) }])
})
