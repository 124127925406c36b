import { describe, expect, expectTypeOf, test } from 'vitest'
import { inShownOrder, type MatchNeed, type MatchPerson, matchPerson } from '~/needs/match'
import { kinshipOf } from '~/needs/skill-kinship'
import { parseVocabulary } from '~/skills/vocabulary'

const { vocabulary, problems } = parseVocabulary([
  {
    name: 'test',
    text: [
      'programming | field | Ohjelmointi ; Programmering ; Programming',
      'javascript | tool | JavaScript | ^ programming',
      'react | tool | React | > javascript | ^ frontend',
      'vue | tool | Vue | > javascript | ^ frontend',
      'frontend | field | Käyttöliittymäkehitys ; Gränssnittsutveckling ; Frontend development',
      'python | tool | Python | ^ programming',
      'welding | task | Hitsaus ; Svetsning ; Welding',
    ].join('\n'),
  },
])
const kinship = kinshipOf(vocabulary)

const need: MatchNeed = {
  skills: [],
  languages: [],
  forms: [],
  municipality: null,
  remote: 'no',
  startsOn: null,
}
const person: MatchPerson = {
  id: '1',
  number: 'K-1001',
  skills: [],
  languages: [],
  forms: [],
  worksIn: [],
  remote: false,
  availableFrom: null,
  timesShown: 0,
}
const needed = (skillId: string | null, given: { must?: boolean; level?: number } = {}) => ({
  words: skillId ?? 'jokin',
  skillId,
  must: given.must ?? true,
  level: given.level ?? null,
})
const held = (skillId: string, level: number | null = null, evidence: string | null = null) => ({
  skillId,
  level,
  evidence,
  source: 'cv',
})

test('the vocabulary of these tests is sound', () => {
  expect(problems).toEqual([])
})

describe('one needed skill and one held skill', () => {
  test.each([
    ['the same skill covers', 'react', 'react', 'same', true],
    ['a skill that implies the needed one covers', 'javascript', 'react', 'more_specific', true],
    ['a skill under the needed heading covers', 'programming', 'python', 'more_specific', true],
    ['implication and heading reach through each other', 'programming', 'react', 'more_specific', true],
    ['a more general skill is near but does not cover', 'react', 'javascript', 'related', false],
    ['a skill under the same heading is near but does not cover', 'react', 'vue', 'related', false],
    ['a foreign skill is missing', 'react', 'welding', 'none', false],
  ])('%s', (_, wanted, has, link, covered) => {
    const match = matchPerson(
      { ...need, skills: [needed(wanted), needed('welding')] },
      { ...person, skills: [held(has), held('welding')] },
      kinship,
    )
    expect(match?.lines[0]).toMatchObject({ link, covered })
  })

  test.each([
    ['no level asked', null, null, 'met', true],
    ['a higher level than asked', 2, 3, 'met', true],
    ['the level asked', 2, 2, 'met', true],
    ['a lower level than asked', 3, 2, 'below', false],
    ['a level that nobody has told', 2, null, 'unknown', true],
  ])('%s', (_, asked, has, levelFit, covered) => {
    const match = matchPerson(
      { ...need, skills: [{ ...needed('react'), level: asked }, needed('welding')] },
      { ...person, skills: [held('react', has), held('welding')] },
      kinship,
    )
    expect(match?.lines[0]).toMatchObject({ levelFit, covered })
  })
})

test('a word that the vocabulary does not know is neither covered nor missing', () => {
  const match = matchPerson(
    { ...need, skills: [needed(null), needed('react')] },
    { ...person, skills: [held('react')] },
    kinship,
  )
  expect(match?.lines[0]).toMatchObject({ link: 'not_compared', covered: false, held: null })
  expect(match?.tier).toBe('some')
})

test('each line holds the words of the employer and the sentence of the CV', () => {
  const match = matchPerson(
    { ...need, skills: [{ ...needed('javascript'), words: 'JS-taito' }] },
    { ...person, skills: [held('react', 2, 'Rakensin Reactilla asiakasportaalin.')] },
    kinship,
  )
  expect(match?.lines[0]).toMatchObject({
    words: 'JS-taito',
    held: { skillId: 'react', evidence: 'Rakensin Reactilla asiakasportaalin.' },
  })
})

describe('tiers', () => {
  test.each([
    ['all must-haves', ['react', 'python'], ['react', 'python'], 'all'],
    ['more than half of the must-haves', ['react', 'python', 'welding'], ['react', 'python'], 'most'],
    ['half of the must-haves', ['react', 'python'], ['react'], 'some'],
  ])('%s', (_, wanted, has, tier) => {
    const match = matchPerson(
      { ...need, skills: wanted.map((id) => needed(id)) },
      { ...person, skills: has.map((id) => held(id)) },
      kinship,
    )
    expect(match?.tier).toBe(tier)
  })

  test('only a wish', () => {
    const match = matchPerson(
      { ...need, skills: [needed('welding'), needed('react', { must: false })] },
      { ...person, skills: [held('react')] },
      kinship,
    )
    expect(match?.tier).toBe('wishes')
  })

  test('who covers nothing is not shown, however near', () => {
    expect(
      matchPerson({ ...need, skills: [needed('react')] }, { ...person, skills: [held('vue')] }, kinship),
    ).toBeNull()
  })

  test('where everything is a wish, every wish counts', () => {
    const match = matchPerson(
      { ...need, skills: [needed('react', { must: false }), needed('python', { must: false })] },
      { ...person, skills: [held('react')] },
      kinship,
    )
    expect(match?.tier).toBe('some')
  })
})

test('equals are shown by how seldom they have been presented, then by number', () => {
  const asking = { ...need, skills: [needed('react'), needed('python', { must: false })] }
  const people = [
    { ...person, id: 'wish', number: 'K-1009', skills: [held('react'), held('python')], timesShown: 9 },
    { ...person, id: 'often', number: 'K-1001', skills: [held('react')], timesShown: 3 },
    { ...person, id: 'later', number: 'K-1010', skills: [held('react')] },
    { ...person, id: 'first', number: 'K-999', skills: [held('react')] },
  ]
  const order = inShownOrder(people.flatMap((one) => matchPerson(asking, one, kinship) ?? []))
  expect(order.map((match) => match.personId)).toEqual(['wish', 'first', 'later', 'often'])
})

test('languages, form, place and start are told beside and change no order', () => {
  const asking: MatchNeed = {
    ...need,
    skills: [needed('react')],
    languages: [
      { language: 'fi', level: 'B2' },
      { language: 'sv', level: 'A2' },
    ],
    forms: ['work_trial'],
    municipality: 'Espoo',
    startsOn: '2026-12-01',
  }
  const fits = matchPerson(
    asking,
    {
      ...person,
      skills: [held('react')],
      languages: [{ language: 'fi', level: 'native' }],
      forms: ['hire', 'work_trial'],
      worksIn: ['espoo'],
      availableFrom: '2026-11-01',
    },
    kinship,
  )
  expect(fits?.languages).toEqual([
    { language: 'fi', asked: 'B2', has: 'native', covered: true },
    { language: 'sv', asked: 'A2', has: null, covered: false },
  ])
  expect(fits?.practical).toEqual({ form: 'fits', place: 'fits', start: 'fits' })
  const doesNot = matchPerson(
    asking,
    {
      ...person,
      skills: [held('react')],
      forms: ['hire'],
      worksIn: ['Kuopio'],
      availableFrom: '2027-01-01',
    },
    kinship,
  )
  expect(doesNot?.practical).toEqual({ form: 'does_not', place: 'does_not', start: 'does_not' })
  expect(doesNot?.tier).toBe(fits?.tier)
})

test('the comparison is not told of age, gender, origin, home, health or unemployment', () => {
  expectTypeOf<keyof MatchPerson>().toEqualTypeOf<
    'id' | 'number' | 'skills' | 'languages' | 'forms' | 'worksIn' | 'remote' | 'availableFrom' | 'timesShown'
  >()
})
