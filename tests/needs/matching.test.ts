import { beforeAll, beforeEach, expect, test } from 'vitest'
import { keepFindings } from '~/candidates/cv-findings.server'
import { readCvBytes } from '~/candidates/cv-reading/read-cv-bytes.server'
import { loader as askPage } from '~/candidates/routes/question-new'
import { companiesForCandidate } from '~/needs/fitting-companies.server'
import { matchesForCandidate, matchesForNeed, matchOf } from '~/needs/matching.server'
import { findNeed } from '~/needs/needs.server'
import { loader as companiesLoader } from '~/needs/routes/candidate-companies'
import { loader as gapsLoader } from '~/needs/routes/skill-gaps'
import { db } from '~/platform/db.server'
import { loader as presentPage } from '~/presentations/routes/new-presentation'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCandidate, makeCompany, makeConsent, makeNeed } from '../support/factories'
import { statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

let coordinator: SignedIn
beforeAll(async () => {
  coordinator = await as('coordinator')
  await bringVocabulary()
})
beforeEach(async () => {
  await db.updateTable('candidate').set({ ended_at: new Date() }).execute()
  await db.updateTable('need').set({ status: 'closed' }).execute()
})

const viewer = () => coordinator.viewer

async function needFor(skills: { words: string; skill_id: string | null; must?: boolean }[]) {
  const id = await makeNeed(await makeCompany())
  await db
    .insertInto('need_skill')
    .values(skills.map((skill, position) => ({ need_id: id, position, ...skill })))
    .execute()
  const need = await findNeed(db, viewer(), id)
  if (!need) throw new Error('the need is not there')
  return need
}

/** Somebody whose CV has just been read, and nobody has gone through. */
async function readerOf(text: string): Promise<string> {
  const candidateId = await makeCandidate()
  const file = await db
    .insertInto('stored_file')
    .values({ name: 'cv.txt', media_type: 'text/plain', bytes: 1, sha256: 'x' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const result = await readCvBytes(Buffer.from(text))
  if ('problem' in result) throw new Error(result.problem)
  const cv = await db
    .insertInto('cv')
    .values({
      candidate_id: candidateId,
      file_id: file.id,
      version_number: 1,
      status: 'read',
      made_current_at: new Date(),
      reading: { ...result.reading, text: '', travelText: '' },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.transaction().execute((trx) => keepFindings(trx, { id: cv.id, candidateId }, result.reading))
  return candidateId
}
const listed = async (need: Awaited<ReturnType<typeof needFor>>) =>
  (await matchesForNeed(db, viewer(), need)).matches

const CV =
  'Työkokemus\nKehittäjä, Kaarna Oy, 1/2020 - 3/2023\n- Rakensin Reactilla laitossiivouksen portaalin.'

test('a CV just read shows its person at once, as not gone through, and no employer is told of it', async () => {
  const need = await needFor([{ words: 'React', skill_id: 'react' }])
  const person = await readerOf(CV)
  const [match] = await listed(need)
  expect(match).toMatchObject({ personId: person, tier: 'all', lines: [{ held: { confirmed: false } }] })
  expect(await matchOf(db, need, person)).toBeNull()
})

test('a skill that was gone through and rejected shows nobody', async () => {
  const need = await needFor([{ words: 'React', skill_id: 'react' }])
  const person = await readerOf(CV)
  await db
    .updateTable('cv_finding')
    .set({ decision: 'rejected' })
    .where('candidate_id', '=', person)
    .where('skill_id', '=', 'react')
    .execute()
  expect(await listed(need)).toEqual([])
})

test('a need changed a moment ago is already in the list of a person, by skills and by words', async () => {
  const person = await readerOf(CV)
  const bySkill = await needFor([{ words: 'React', skill_id: 'react' }])
  const byWords = await needFor([{ words: 'laitossiivous', skill_id: null }])
  const found = await matchesForCandidate(db, viewer(), person)
  expect(found.map(({ need }) => need.id).sort()).toEqual([bySkill.id, byWords.id].sort())
})

test('what could close a gap is told beside it', async () => {
  const need = await needFor([
    { words: 'React', skill_id: 'react' },
    { words: 'hitsaus', skill_id: 'welding' },
  ])
  await readerOf(CV)
  const [match] = await listed(need)
  expect(match?.services).toEqual([{ service: 'short_course', about: ['hitsaus'] }])
})

test('companies without an open need are found by their words, but none that is blocked, banned or asking already', async () => {
  const person = await makeCandidate()
  await db
    .insertInto('candidate_skill')
    .values({ candidate_id: person, skill_id: 'react', source: 'coach' })
    .execute()
  const working = async (description: string) => {
    const id = await makeCompany({ description })
    await db.insertInto('company_skill').values({ company_id: id, skill_id: 'javascript' }).execute()
    return id
  }
  const fits = await working('Teemme JavaScript-sovelluksia.')
  const blocked = await working('Teemme JavaScript-sovelluksia.')
  await db.insertInto('blocked_company').values({ candidate_id: person, company_id: blocked }).execute()
  const banned = await working('Teemme JavaScript-sovelluksia.')
  await db.insertInto('suppression').values({ company_id: banned, channel: 'all', reason: 'asked' }).execute()
  const asking = await working('Teemme JavaScript-sovelluksia.')
  await makeNeed(asking)

  const { companies } = await companiesForCandidate(db, viewer(), person)
  const ids = companies.map(({ id }) => id)
  expect(ids).toContain(fits)
  for (const out of [blocked, banned, asking]) expect(ids).not.toContain(out)
  expect(companies.find(({ id }) => id === fits)?.words).toMatchObject([
    { skillId: 'javascript', where: 'description', words: 'JavaScript' },
  ])
})

test('a company without a need leads on: to asking the person about it, and with a consent to presenting', async () => {
  const fits = await makeCompany({ name: 'Avoin Oy', description: 'Teemme JavaScriptiä.' })
  await db.insertInto('company_skill').values({ company_id: fits, skill_id: 'javascript' }).execute()
  const candidateId = await makeCandidate()
  await db
    .insertInto('candidate_skill')
    .values({ candidate_id: candidateId, skill_id: 'javascript', source: 'coach' })
    .execute()
  const opened = () => companiesLoader(argsOf(coordinator.request('/'), { candidateId }))
  const stateNow = async () => (await opened()).companies.find(({ id }) => id === fits)?.consent.state
  expect(await stateNow()).toBe('not_asked')
  const scope = `company:${fits}`
  const form = await askPage(argsOf(coordinator.request(`/?tier=T1&scope=${scope}`), { candidateId }))
  expect(form.defaults).toMatchObject({ tier: 'T1', scope })
  expect(form.scopes.map(({ id }) => id)).toContain(fits)
  await makeConsent(candidateId, { tier: 'T1', company_id: fits })
  expect(await stateNow()).toBe('given')
  const presenting = coordinator.request(`/presentations/new?candidate=${candidateId}&company=${fits}`)
  expect((await presentPage(argsOf(presenting))).choices.consents.T1?.state).toBe('given')
})

test('an employer reaches no list of companies for a person', async () => {
  const employer = await as('employer')
  const candidateId = await makeCandidate()
  const request = employer.request(`/candidates/${candidateId}/companies`)
  expect(await statusOf(() => companiesLoader(argsOf(request, { candidateId })))).toBe(403)
})

test('the gaps tell which missing skill alone keeps how many ready people out, and lead to them', async () => {
  const need = await needFor([
    { words: 'React', skill_id: 'react' },
    { words: 'hitsaus', skill_id: 'welding' },
  ])
  const holderOf = async (...skills: string[]) => {
    const id = await makeCandidate()
    await makeConsent(id, { tier: 'T1', company_id: need.companyId })
    await db
      .insertInto('candidate_skill')
      .values(skills.map((skill_id) => ({ candidate_id: id, skill_id, source: 'coach' })))
      .execute()
    return id
  }
  const lacksWelding = await holderOf('react')
  await holderOf('react', 'welding')
  await holderOf('cooking')
  const gapsOf = (query: string) => gapsLoader(argsOf(coordinator.request(`/needs/gaps${query}`)))
  const { gaps, rows, opened } = await gapsOf('?gap=welding')
  expect(gaps).toMatchObject([
    { skillId: 'welding', needs: 1, oneStep: 1, services: ['short_course'] },
    { skillId: 'react', needs: 1, oneStep: 0, services: [] },
  ])
  expect(opened?.key).toBe('welding')
  expect(rows).toMatchObject([{ personId: lacksWelding, needId: need.id }])
  const manager = await as('project_manager')
  expect(await statusOf(() => gapsLoader(argsOf(manager.request('/needs/gaps'))))).toBe(403)
})
