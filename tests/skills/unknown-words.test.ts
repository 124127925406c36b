import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listFindings } from '~/candidates/cv-findings.server'
import { readCv } from '~/candidates/cv-reading-jobs.server'
import { loader as cvPage } from '~/candidates/routes/cv'
import { action as decideFinding } from '~/candidates/routes/cv-decisions'
import { action as addFinding, loader as newFinding } from '~/candidates/routes/cv-finding-new'
import { action as removeCv } from '~/candidates/routes/cv-removal'
import { lookForSkillAgain } from '~/needs/look-for-skill-again.server'
import { action as addNeed } from '~/needs/routes/new-need'
import { db } from '~/platform/db.server'
import { action as editSkill } from '~/skills/routes/edit-skill'
import { loader as skillPage } from '~/skills/routes/skill'
import { action as retire } from '~/skills/routes/skill-retirement'
import { action as changeWords } from '~/skills/routes/skill-words'
import { action as ignore } from '~/skills/routes/unknown-word-ignoring'
import { action as reopen } from '~/skills/routes/unknown-word-reopening'
import { action as makeSkill } from '~/skills/routes/unknown-word-skill'
import { action as join } from '~/skills/routes/unknown-word-synonym'
import { loader as queue } from '~/skills/routes/unknown-words'
import { syncVocabulary } from '~/skills/skills.server'
import { parseVocabulary } from '~/skills/vocabulary'
import { loadBuiltInVocabulary, loadVocabulary } from '~/skills/vocabulary.server'
import { refreshVocabulary } from '~/skills/vocabulary-refresh.server'
import { argsOf, as, type SignedIn } from '../support/as'
import { makeCandidate, makeCompany } from '../support/factories'
import { pasteCv } from '../support/pasted-cv'
import { replyOf, statusOf } from '../support/reply'
import { bringVocabulary } from '../support/vocabulary'

let administrator: SignedIn
let coordinator: SignedIn
let candidateId: string

beforeAll(bringVocabulary)
beforeEach(async () => {
  await sql`delete from setting where key = 'vocabulary_version'`.execute(db)
  for (const table of ['cv_finding', 'cv', 'need', 'unknown_word'] as const)
    await db.deleteFrom(table).execute()
  for (const table of ['skill_edge', 'skill_word', 'skill'] as const) {
    await db.deleteFrom(table).where('origin', '=', 'own').execute()
  }
  await refreshVocabulary(db)
  administrator = await as('administrator')
  coordinator = await as('coordinator')
  candidateId = await makeCandidate({ name: 'Maija Testilä' })
})

const LINES = [
  'Maija Testilä',
  'maija.testila@example.com',
  'Työkokemus',
  'Ohjelmistokehittäjä, Kuvitelma Oy 3/2019 – 2/2024',
  'Rakensin verkkopalveluja Reactilla.',
  'Osaaminen',
  'JavaScript, Zorbalux (hyvä), Kuvitelma Oy, englanti, hyvä osaaminen, 2019',
  'Git, myös haarojen yhdistämiseen, oma hieno tapa tehdä',
  'Maijan oma menetelmä',
  'Tein myynnistä Power BI -raportin, jota johtoryhmä käyttää viikoittain.',
]

const readPasted = (lines = LINES) => pasteCv(coordinator, candidateId, lines)
async function needOf(words: string): Promise<string> {
  const { location } = await replyOf(async () =>
    addNeed(
      argsOf(
        coordinator.post('/', {
          companyId: await makeCompany(),
          title: 'Sovelluskehittäjä',
          remote: 'no',
          headcount: '1',
          'skills[0].words': words,
          'skills[0].must': 'must',
        }),
      ),
    ),
  )
  return location?.split('/').at(-1) ?? ''
}
const waiting = async (filter = '') =>
  (await queue(argsOf(administrator.request(`/skills/unknown-words${filter}`)))).page.rows
const wordId = async (words = 'Zorbalux', filter = '') =>
  (await waiting(filter)).find((one) => one.words === words)?.id ?? ''
const found = async (cvId: string) => (await listFindings(db, cvId)).map(({ fi }) => fi)
const neededSkill = async (needId: string) =>
  (
    await db
      .selectFrom('need_skill')
      .select('skill_id')
      .where('need_id', '=', needId)
      .executeTakeFirstOrThrow()
  ).skill_id

const asSkill = { fi: 'Zorbalux', kind: 'tool', words_any: 'zbx-alusta', implies: 'JavaScript' }
async function add(fields: Record<string, string> = asSkill) {
  const id = await wordId()
  const reply = await replyOf(() => makeSkill(argsOf(administrator.post('/', fields), { wordId: id })))
  const skill = await db.selectFrom('skill').select('id').where('origin', '=', 'own').executeTakeFirst()
  return { ...reply, wordId: id, skillId: skill?.id ?? '' }
}

describe('the queue', () => {
  test('holds what a CV and a need call a skill and nothing knows; no name, employer, language, level or phrase', async () => {
    await readPasted()
    await needOf('Zorbalux')
    expect(await waiting()).toMatchObject([
      { words: 'Zorbalux', cvs: 1, needs: 1, example: expect.not.stringMatching(/2019/) },
    ])
  })

  test('is for administrators', async () => {
    expect(await statusOf(() => queue(argsOf(coordinator.request('/skills/unknown-words'))))).toBe(403)
  })

  test('takes a word that a coach reads out of a CV, which a later reading leaves there; no name', async () => {
    const cvId = await readPasted()
    const at = { candidateId, cvId }
    const adds = (fields: Record<string, string>) =>
      replyOf(() => addFinding(argsOf(coordinator.post('/', fields), at)))
    const sentence = 'Rakensin verkkopalveluja Reactilla.'
    expect(await adds({ words: 'kvantinviritys', sentence })).toMatchObject({
      status: 422,
      data: { form: { error: { words: ['candidates:skills.unknown_words'] } } },
    })
    expect(await waiting()).toHaveLength(1)
    expect((await adds({ words: 'kvantinviritys', sentence, queue: 'yes' })).status).toBe(303)
    expect((await adds({ words: 'Maija Testilä', queue: 'yes' })).status).toBe(422)
    await readCv({ cvId })
    expect((await waiting()).map(({ words }) => words).sort()).toEqual(['Zorbalux', 'kvantinviritys'])
    await statusOf(() => removeCv(argsOf(coordinator.post('/'), at)))
    expect(await waiting()).toEqual([])
  })

  test('is told on the page of the CV, where a known skill can be picked for a word or a line', async () => {
    const cvId = await readPasted()
    const at = { candidateId, cvId }
    const { notUnderstood } = await cvPage(argsOf(coordinator.request('/'), at))
    expect(notUnderstood.words).toMatchObject([{ words: 'Zorbalux', decision: null }])
    const word = notUnderstood.words[0]?.id
    const form = await newFinding(argsOf(coordinator.request(`/?word=${word}`), at))
    expect(form.meant).toMatchObject({
      words: 'Zorbalux',
      sentence: expect.stringContaining('Zorbalux (hyvä)'),
    })
  })

  test('forgets the words of a CV that is taken away', async () => {
    const cvId = await readPasted()
    await statusOf(() => removeCv(argsOf(coordinator.post('/'), { candidateId, cvId })))
    expect(await waiting()).toEqual([])
    expect(await db.selectFrom('unknown_word').select('id').execute()).toEqual([])
  })

  test('an ignored word waits no more, and waits again after an undo', async () => {
    await readPasted()
    const id = await wordId()
    expect(await statusOf(() => ignore(argsOf(administrator.post('/'), { wordId: id })))).toBe(303)
    expect(await waiting()).toEqual([])
    expect(await statusOf(() => ignore(argsOf(administrator.post('/'), { wordId: id })))).toBe(409)
    await replyOf(() => reopen(argsOf(administrator.post('/'), { wordId: id })))
    expect(await waiting()).toHaveLength(1)
  })
})

describe('a word made into a skill', () => {
  test('is found in the CVs and needs that waited, and leaves the queue', async () => {
    const cvId = await readPasted()
    const needId = await needOf('Zorbalux')
    const { status, skillId } = await add()
    expect(status).toBe(303)
    await lookForSkillAgain({ skillId })
    expect(await found(cvId)).toContain('Zorbalux')
    expect(await neededSkill(needId)).toBe(skillId)
    expect(await waiting()).toEqual([])
    expect(await waiting('?decision=added')).toMatchObject([{ words: 'Zorbalux', skillId, cvs: 0 }])
    expect(loadVocabulary().vocabulary.skills.get(skillId)?.implies).toEqual(['javascript'])
  })

  test('an undo retires the skill and puts the word back to wait', async () => {
    const cvId = await readPasted()
    const needId = await needOf('Zorbalux')
    const { wordId: id, skillId } = await add()
    await lookForSkillAgain({ skillId })
    await replyOf(() => reopen(argsOf(administrator.post('/'), { wordId: id })))
    await lookForSkillAgain({ skillId })
    expect(await found(cvId)).not.toContain('Zorbalux')
    expect(await neededSkill(needId)).toBeNull()
    expect(await waiting()).toMatchObject([{ words: 'Zorbalux', cvs: 1, needs: 1 }])
  })

  test('a skill the person rejected stays rejected when its words change', async () => {
    const cvId = await readPasted()
    const { skillId } = await add()
    await lookForSkillAgain({ skillId })
    const finding = (await listFindings(db, cvId)).find((one) => one.skillId === skillId)
    const fields = { decision: 'rejected', findingId: finding?.id ?? '' }
    await statusOf(() => decideFinding(argsOf(coordinator.post('/', fields), { candidateId, cvId })))
    const change = { ...asSkill, words_any: 'zorba', version: '1' }
    expect(await statusOf(() => editSkill(argsOf(administrator.post('/', change), { skillId })))).toBe(303)
    await lookForSkillAgain({ skillId })
    const again = (await listFindings(db, cvId)).find((one) => one.skillId === skillId)
    expect(again?.decision).toBe('rejected')
    expect(await statusOf(() => editSkill(argsOf(administrator.post('/', change), { skillId })))).toBe(409)
  })

  test('a name that another skill has is refused at its field', async () => {
    await readPasted()
    const { status, data } = await add({ fi: 'Zorbalux', kind: 'tool', words_fi: 'zorba, reactjs' })
    expect(status).toBe(422)
    expect(JSON.stringify(data)).toContain('skills:own.taken')
    expect(await add({ fi: 'Zorbalux', kind: 'tool', implies: 'ei tämmöistä' })).toMatchObject({
      status: 422,
    })
  })
})

describe('a word joined to a known skill', () => {
  test('finds that skill from then on, by inflected forms too, until the join is undone', async () => {
    const cvId = await readPasted()
    const id = await wordId()
    const fields = { skill: 'Vue', language: 'any' }
    expect(await statusOf(() => join(argsOf(administrator.post('/', fields), { wordId: id })))).toBe(303)
    const [joined] = await waiting('?decision=joined')
    await lookForSkillAgain({ skillId: joined?.skillId ?? '' })
    expect((await listFindings(db, cvId)).map(({ skillId }) => skillId)).toContain(joined?.skillId)

    await replyOf(() => reopen(argsOf(administrator.post('/'), { wordId: id })))
    await lookForSkillAgain({ skillId: joined?.skillId ?? '' })
    expect((await listFindings(db, cvId)).map(({ skillId }) => skillId)).not.toContain(joined?.skillId)
  })
})

describe('own additions', () => {
  test('stay when the built-in vocabulary is renewed', async () => {
    await readPasted()
    const { skillId } = await add()
    await statusOf(() =>
      changeWords(
        argsOf(administrator.post('/', { words_fi: 'kontitushomma', version: '1' }), { skillId: 'docker' }),
      ),
    )
    const { vocabulary } = loadBuiltInVocabulary()
    await db.transaction().execute((trx) => syncVocabulary(trx, { vocabulary, hash: 'a newer one' }))
    await refreshVocabulary(db)
    const { skills } = loadVocabulary().vocabulary
    expect(skills.get(skillId)?.words.map(({ text }) => text)).toEqual(['Zorbalux', 'zbx-alusta'])
    expect(skills.get('docker')?.words.map(({ text }) => text)).toContain('kontitushomma')
  })

  test('come to a process that did not make them by the version in the database', async () => {
    await readPasted()
    const { skillId } = await add()
    await refreshVocabulary(db)
    const before = loadVocabulary().vocabulary
    await refreshVocabulary(db)
    expect(loadVocabulary().vocabulary).toBe(before)
    await sql`update skill set retired_at = now() where id = ${skillId}`.execute(db)
    await sql`update setting set value = '{"version": 99}' where key = 'vocabulary_version'`.execute(db)
    await refreshVocabulary(db)
    expect(loadVocabulary().vocabulary.skills.has(skillId)).toBe(false)
  })

  test('the page of a skill tells its words, links and use, and offers changes to administrators alone', async () => {
    await readPasted()
    const { skillId } = await add()
    await lookForSkillAgain({ skillId })
    const page = await skillPage(argsOf(coordinator.request(`/skills/${skillId}`), { skillId }))
    expect(page).toMatchObject({ use: { people: 0, cvs: 1, needs: 0 }, mayManage: false })
    expect(page.edges).toMatchObject([{ id: 'javascript', kind: 'implies', origin: 'own' }])
    const liaison = await as('liaison')
    expect(await statusOf(() => retire(argsOf(liaison.post('/'), { skillId })))).toBe(403)
    expect(await statusOf(() => retire(argsOf(administrator.post('/'), { skillId })))).toBe(303)
    expect(await statusOf(() => retire(argsOf(administrator.post('/'), { skillId: 'docker' })))).toBe(409)
    expect(await statusOf(() => skillPage(argsOf(liaison.request('/'), { skillId: 'none' })))).toBe(404)
  })
})

test('a word that a newer built-in vocabulary knows is looked for where it waits', async () => {
  await needOf('Zorbalux')
  const { vocabulary } = parseVocabulary([{ name: 'test', text: 'zorbalux | tool | Zorbalux' }])
  await db.transaction().execute((trx) => syncVocabulary(trx, { vocabulary, hash: 'one skill' }))
  const { rows } = await sql`
    select key from graphile_worker.jobs where key = 'look_for_skill_again:zorbalux'
  `.execute(db)
  expect(rows).toHaveLength(1)
})
