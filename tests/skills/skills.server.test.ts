import { beforeEach, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { syncVocabulary } from '~/skills/skills.server'
import { parseVocabulary } from '~/skills/vocabulary'
import { clearDatabase } from '../support/database'

beforeEach(clearDatabase)

function loaded(text: string) {
  return { vocabulary: parseVocabulary([{ name: 'test', text }]).vocabulary, hash: text }
}
const sync = (text: string) => db.transaction().execute((trx) => syncVocabulary(trx, loaded(text)))
const skills = () => db.selectFrom('skill').select(['id', 'label_fi', 'retired_at']).orderBy('id').execute()

test('the vocabulary we ship goes into the tables whole', async () => {
  const count = await db.transaction().execute((trx) => syncVocabulary(trx))
  expect(count).toBeGreaterThan(1000)
  expect(await skills()).toHaveLength(Number(count))
  const edges = await db.selectFrom('skill_edge').select('to_id').where('from_id', '=', 'next-js').execute()
  expect(edges.map((edge) => edge.to_id)).toContain('react')
})

test('a vocabulary already in the tables is left alone', async () => {
  expect(await sync('java | tool | Java')).toBe(1)
  expect(await sync('java | tool | Java')).toBe('unchanged')
})

test('a changed name and changed words replace the old ones', async () => {
  await sync('hygiene | licence | Hygienia ; Hygien ; Hygiene | fi: hygienialappu')
  await sync('hygiene | licence | Hygieniapassi ; Hygienpass ; Hygiene passport')
  expect((await skills())[0]?.label_fi).toBe('Hygieniapassi')
  const words = await db.selectFrom('skill_word').select(['language', 'word']).orderBy('language').execute()
  expect(words).toEqual([
    { language: 'en', word: 'Hygiene passport' },
    { language: 'fi', word: 'Hygieniapassi' },
    { language: 'sv', word: 'Hygienpass' },
  ])
})

test('a skill that left the files is retired, and comes back when they name it again', async () => {
  await sync('java | tool | Java\nphp | tool | PHP')
  await sync('java | tool | Java')
  expect((await skills()).map(({ id, retired_at }) => [id, retired_at !== null])).toEqual([
    ['java', false],
    ['php', true],
  ])
  await sync('java | tool | Java\nphp | tool | PHP\n')
  expect((await skills()).every(({ retired_at }) => retired_at === null)).toBe(true)
})

test('two processes that start at once bring the vocabulary in once', async () => {
  const results = await Promise.all([sync('java | tool | Java'), sync('java | tool | Java')])
  expect(results.sort()).toEqual([1, 'unchanged'])
})
