import { expect, test } from 'vitest'
import { NeedFile } from '~/needs/match-files.server'

const sql = { words: 'SQL', must: true }
const bi = { words: 'Power BI', must: false, level: 2 }

test.each([
  ['with words alone and objects', { skills: ['SQL', { words: 'Power BI', must: false, level: 2 }] }],
  [
    'with other names for the same',
    {
      skills: [
        { name: 'SQL', importance: 'must' },
        { skill: 'Power BI', importance: 'nice', level: 'good' },
      ],
    },
  ],
  ['in two lists', { must: ['SQL'], nice: [{ words: 'Power BI', level: '2' }] }],
])('a need may be written %s', (_, need) => {
  expect(NeedFile.parse(need).skills).toMatchObject([sql, bi])
})

test.each([
  { skills: [] },
  { must: [], nice: [] },
  { skills: [{ must: true }] },
  { skills: [{ words: 'SQL', level: 4 }] },
  { skills: ['SQL'], languages: [{ language: 'fi', level: 'hyvä' }] },
  [],
])('%j is no need', (need) => {
  expect(NeedFile.safeParse(need).success).toBe(false)
})

test('a level of a language may stand in small letters', () => {
  const { languages } = NeedFile.parse({ skills: ['SQL'], languages: [{ language: 'fi', level: 'b2' }] })
  expect(languages).toEqual([{ language: 'fi', level: 'B2' }])
})
