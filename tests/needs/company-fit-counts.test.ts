import { beforeEach, expect, test } from 'vitest'
import { countCompanyFits, recountCompanyFits } from '~/needs/company-fit-counts.server'
import { plusDays, today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { resolveSkillWords } from '~/skills/skill-words'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { clearAllButVocabulary } from '../support/database'
import { makeCandidate, makeCompany, makeConsent, makeNeed, makeRound } from '../support/factories'

const devops = resolveSkillWords('devops', loadVocabulary().vocabulary) ?? ''
const cooking = resolveSkillWords('siivous', loadVocabulary().vocabulary) ?? ''
let roundId: string

beforeEach(async () => {
  await clearAllButVocabulary()
  await db
    .insertInto('consent_text')
    .values({
      tier: 'T1',
      version: 1,
      text_fi: 'Suostun.',
      text_sv: 'Ja.',
      text_en: 'Yes.',
      valid_from: '2026-01-01',
    })
    .execute()
  roundId = await makeRound()
})

async function makeReadyPerson(skillId = devops): Promise<string> {
  const id = await makeCandidate()
  await db
    .insertInto('candidate_skill')
    .values({ candidate_id: id, skill_id: skillId, source: 'coach' })
    .execute()
  await makeConsent(id, { company_id: null, round_id: roundId })
  return id
}

async function fitOf(companyId: string): Promise<number> {
  await countCompanyFits(db)
  const row = await db
    .selectFrom('company_fit')
    .select('candidates')
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return row?.candidates ?? 0
}

test('people are counted who are ready, have agreed, and have a skill that the company’s own words name', async () => {
  const companyId = await makeCompany({ description: 'Etsimme DevOps-osaajia.' })
  const other = await makeCompany({ description: 'Leivomme leipää.' })
  await makeReadyPerson()
  await makeReadyPerson()
  await makeReadyPerson(cooking)
  const withoutConsent = await makeCandidate()
  await db
    .insertInto('candidate_skill')
    .values({ candidate_id: withoutConsent, skill_id: devops, source: 'coach' })
    .execute()
  expect(await fitOf(companyId)).toBe(2)
  expect(await fitOf(other)).toBe(0)
})

test('an open need says more than the company’s words', async () => {
  const companyId = await makeCompany({ description: 'Etsimme DevOps-osaajia.' })
  await makeReadyPerson()
  expect(await fitOf(companyId)).toBe(1)
  const need_id = await makeNeed(companyId)
  await db
    .insertInto('need_skill')
    .values({ need_id, position: 1, words: 'siivous', skill_id: cooking })
    .execute()
  expect(await fitOf(companyId)).toBe(0)
  await db.updateTable('need').set({ status: 'closed' }).where('id', '=', need_id).execute()
  expect(await fitOf(companyId)).toBe(1)
})

test('a withdrawal, a block, an ending and a lost skill each lower the count at once', async () => {
  const companyId = await makeCompany({ description: 'DevOps' })
  const [one, two, three, four] = [
    await makeReadyPerson(),
    await makeReadyPerson(),
    await makeReadyPerson(),
    await makeReadyPerson(),
  ]
  expect(await fitOf(companyId)).toBe(4)
  await db.updateTable('consent').set({ withdrawn_at: new Date() }).where('candidate_id', '=', one).execute()
  expect(await fitOf(companyId)).toBe(3)
  await db.insertInto('blocked_company').values({ candidate_id: two, company_id: companyId }).execute()
  expect(await fitOf(companyId)).toBe(2)
  await db.updateTable('candidate').set({ ended_at: new Date() }).where('id', '=', three).execute()
  expect(await fitOf(companyId)).toBe(1)
  await db
    .updateTable('candidate_skill')
    .set({ removed_at: new Date() })
    .where('candidate_id', '=', four)
    .execute()
  expect(await fitOf(companyId)).toBe(0)
})

test('a company’s own refused question outweighs the round’s consent', async () => {
  const companyId = await makeCompany({ description: 'DevOps' })
  const person = await makeReadyPerson()
  await makeConsent(person, { company_id: companyId, answer: 'refused', expires_on: null })
  expect(await fitOf(companyId)).toBe(0)
})

test('a block of a sister company lowers the count of the whole group', async () => {
  const group = '0538134-0'
  const companyId = await makeCompany({ description: 'DevOps', parent_business_id: group })
  const sister = await makeCompany({ parent_business_id: group })
  const person = await makeReadyPerson()
  expect(await fitOf(companyId)).toBe(1)
  await db.insertInto('blocked_company').values({ candidate_id: person, company_id: sister }).execute()
  expect(await fitOf(companyId)).toBe(0)
})

test('what changes by the day alone is counted at night', async () => {
  const companyId = await makeCompany({ description: 'DevOps' })
  const person = await makeReadyPerson()
  await db
    .updateTable('candidate')
    .set({ available_from: plusDays(today(), 60) })
    .where('id', '=', person)
    .execute()
  expect(await fitOf(companyId)).toBe(0)
  await clearWork()
  await db.updateTable('candidate').set({ available_from: today() }).where('id', '=', person).execute()
  await clearWork()
  expect(await fitOf(companyId)).toBe(0)
  await recountCompanyFits(db)
  expect(await fitOf(companyId)).toBe(1)
})

test('search words of a list count as the company’s own', async () => {
  const companyId = await makeCompany()
  await makeReadyPerson()
  const { id } = await db
    .insertInto('source_list')
    .values({ name: 'Vainu-haku' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('source_list_company')
    .values({ source_list_id: id, company_id: companyId, matched_keywords: ['devops'] })
    .execute()
  expect(await fitOf(companyId)).toBe(1)
})

const clearWork = () => db.deleteFrom('company_fit_work').execute()
