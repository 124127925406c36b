import { beforeEach, expect, test } from 'vitest'
import { findCompanyFits } from '~/campaigns/company-fits.server'
import { db } from '~/platform/db.server'
import { statements } from '~/platform/postgres-dialect.server'
import { clearDatabase } from '../support/database'
import {
  makeCandidate,
  makeCompany,
  makeConsent,
  makeConsentTexts,
  makeNeed,
  makeRound,
} from '../support/factories'
import { bringVocabulary } from '../support/vocabulary'

beforeEach(async () => {
  await clearDatabase()
  await bringVocabulary()
  await makeConsentTexts()
  roundId = await makeRound()
})

async function skilled(...skills: string[]): Promise<string> {
  const id = await makeCandidate()
  await db
    .insertInto('candidate_skill')
    .values(skills.map((skill_id) => ({ candidate_id: id, skill_id, source: 'coach' })))
    .execute()
  return id
}

let roundId: string
const ask = (companyId: string, keywords: string[] = [], role: 'caller' | 'liaison' = 'caller') =>
  findCompanyFits(
    db,
    { roles: [role] },
    { companyId, roundId, matchedKeywords: keywords, description: null },
    'fi',
  )

test('an external caller hears counts and skills of those who agreed, and never a person', async () => {
  const companyId = await makeCompany()
  const agreed = await skilled('python', 'azure')
  await makeConsent(agreed, { company_id: companyId })
  await skilled('python')

  const fits = await ask(companyId, ['python', 'azure'])

  expect(fits).toEqual({
    from: 'words',
    people: 1,
    skills: [
      { name: expect.any(String), people: 1 },
      { name: expect.any(String), people: 1 },
    ],
    shown: [],
  })
  expect(JSON.stringify(fits)).not.toMatch(/K-\d+|Oona/)
})

test('staff who see matches get three by number at the most', async () => {
  const companyId = await makeCompany()
  for (let made = 0; made < 4; made += 1)
    await makeConsent(await skilled('python'), { company_id: companyId })

  const fits = await ask(companyId, ['python'], 'liaison')

  expect(fits?.people).toBe(4)
  expect(fits?.shown.map(({ number }) => number)).toEqual([
    expect.stringMatching(/^K-/),
    expect.stringMatching(/^K-/),
    expect.stringMatching(/^K-/),
  ])
})

test('open needs come before words', async () => {
  const companyId = await makeCompany()
  await makeConsent(await skilled('python'), { company_id: companyId })
  await makeConsent(await skilled('azure'), { company_id: companyId })
  const needId = await makeNeed(companyId)
  await db
    .insertInto('need_skill')
    .values({ need_id: needId, words: 'Azure', skill_id: 'azure', must: true, position: 1 })
    .execute()

  expect(await ask(companyId, ['python'])).toMatchObject({ from: 'needs', people: 1 })
})

test('a refusal, a withdrawal, a block and a skill taken away each leave the person out', async () => {
  const companyId = await makeCompany()
  await makeConsent(await skilled('python'), { company_id: companyId, answer: 'refused', expires_on: null })
  await makeConsent(await skilled('python'), { company_id: companyId, withdrawn_at: new Date() })
  const blocking = await skilled('python')
  await makeConsent(blocking, { company_id: companyId })
  await db.insertInto('blocked_company').values({ candidate_id: blocking, company_id: companyId }).execute()
  const unskilled = await skilled('python')
  await makeConsent(unskilled, { company_id: companyId })
  await db
    .updateTable('candidate_skill')
    .set({ removed_at: new Date() })
    .where('candidate_id', '=', unskilled)
    .execute()

  expect(await ask(companyId, ['python'])).toMatchObject({ people: 0, skills: [] })
})

test('the number of statements does not grow with the people', async () => {
  const companyId = await makeCompany()
  const count = async () => {
    let asked = 0
    const hear = () => {
      asked += 1
    }
    statements.subscribe(hear)
    await ask(companyId, ['python']).finally(() => statements.unsubscribe(hear))
    return asked
  }
  await makeConsent(await skilled('python'), { company_id: companyId })
  const few = await count()
  for (let made = 0; made < 5; made += 1)
    await makeConsent(await skilled('python'), { company_id: companyId })

  expect(await count()).toBe(few)
})

test('a company with no word for a skill has nothing to show', async () => {
  expect(await ask(await makeCompany())).toBeNull()
})
