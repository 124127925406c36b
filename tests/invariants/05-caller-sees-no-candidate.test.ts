import { beforeAll, expect, test } from 'vitest'
import { loadDemo } from '~/demo/load-demo.server'
import { db } from '~/platform/db.server'
import { demoAccount } from '../support/demo-account'
import { bringVocabulary } from '../support/vocabulary'
import { walk } from './walk'

beforeAll(async () => {
  await bringVocabulary()
  await loadDemo(db)
}, 180_000)

test('5: no answer to a caller has a candidate’s name or number in it', async () => {
  const people = await db.selectFrom('candidate').select(['name', 'number']).execute()
  const signs = people.flatMap(({ name, number }) => [name, number])
  expect(signs.length).toBeGreaterThan(50)

  const answers = await walk(await demoAccount('caller'))
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(5)
  const told = answers.filter(({ text }) => signs.some((sign) => text.includes(sign)))
  expect(told.map(({ address }) => address)).toEqual([])
}, 180_000)

test('5: the same walk meets names where they may be known', async () => {
  const people = await db.selectFrom('candidate').select('name').execute()
  const answers = await walk(await demoAccount('coordinator'), 2)
  expect(answers.some(({ text }) => people.some(({ name }) => text.includes(name)))).toBe(true)
}, 180_000)
