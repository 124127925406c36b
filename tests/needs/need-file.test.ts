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
  { skills: ['SQL'], languages: [{ language: 'fi', level: 'jotain' }] },
  [],
])('%j is no need', (need) => {
  expect(NeedFile.safeParse(need).success).toBe(false)
})

test.each([
  { language: 'fi', level: 'b2' },
  { language: 'Suomi', level: 'B2' },
  { name: 'Finnish', level: 'hyvä' },
  'suomi B2',
  'finska (B2)',
])('a language may be written %j', (language) => {
  const { languages } = NeedFile.parse({ skills: ['SQL'], languages: [language] })
  expect(languages).toEqual([{ language: 'fi', level: 'B2' }])
})

test('a level of a skill may be a word', () => {
  const { skills } = NeedFile.parse({
    skills: [
      { name: 'SQL', level: 'Expert' },
      { name: 'Excel', level: 'hyvä' },
    ],
  })
  expect(skills.map(({ level }) => level)).toEqual([3, 2])
})
