import { describe, expect, expectTypeOf, test } from 'vitest'
import type { CvPassage } from '~/candidates/cv-passages'
import { factsBearingOn } from '~/needs/bearing-facts'
import {
  comparisonWith,
  type MatchNeed,
  type MatchPerson,
  matchPerson as matchUnder,
  orderPeople,
} from '~/needs/match'
import { FIRST_RULES, type MatchRules, SHIPPED_RULES } from '~/needs/match-rules'
import { neededSkills } from '~/needs/needed-skills'
import { escoEdgesOf } from '~/skills/esco-edges'
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
const matchPerson = (asking: MatchNeed, one: MatchPerson) => matchUnder(SHIPPED_RULES, asking, one)

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
  declined: [],
  passages: [],
  languages: [],
  forms: [],
  worksIn: [],
  remote: false,
  availableFrom: null,
  timesShown: 0,
}
const needed = (skillId: string | null, given: { must?: boolean; level?: number; words?: string } = {}) => {
  const asked = {
    words: given.words ?? skillId ?? 'jokin',
    skillId,
    must: given.must ?? true,
    level: given.level ?? null,
  }
  const [skill] = neededSkills([asked], vocabulary)
  if (!skill) throw new Error('nothing asked')
  return skill
}
const held = (
  skillId: string,
  level: number | null = null,
  evidence: string | null = null,
  given: Partial<MatchPerson['skills'][number]> = {},
) => ({
  skillId,
  level,
  years: null,
  words: null,
  evidence,
  place: 'list' as const,
  jobs: 0,
  source: 'cv',
  confirmed: true,
  ...given,
})
const passage = (text: string, given: Partial<CvPassage> = {}): CvPassage => ({
  text,
  place: 'work',
  job: null,
  start: 0,
  ...given,
})

test('the vocabulary of these tests is sound', () => {
  expect(problems).toEqual([])
})

describe('one needed skill and one held skill', () => {
  test.each([
    ['the same skill covers', 'react', 'react', 'same', true],
    ['a skill that implies the needed one covers', 'javascript', 'react', 'implied', true],
    ['a skill under the needed heading covers', 'programming', 'python', 'narrower', true],
    ['implication and heading reach through each other', 'programming', 'react', 'implied', true],
    ['a more general skill is near but does not cover', 'react', 'javascript', 'related', false],
    ['a skill under the same heading is near but does not cover', 'react', 'vue', 'related', false],
    ['a foreign skill is missing', 'react', 'welding', 'none', false],
  ])('%s', (_, wanted, has, link, covered) => {
    const match = matchPerson(
      { ...need, skills: [needed(wanted), needed('welding')] },
      { ...person, skills: [held(has), held('welding')] },
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
    )
    expect(match?.lines[0]).toMatchObject({ levelFit, covered })
  })
})

describe('links of an imported ESCO', () => {
  const concepts = new Map([
    ['uri:welding', 'welding'],
    ['uri:python', 'python'],
    ['uri:programming', 'programming'],
    ['uri:vue', 'vue'],
  ])
  const esco = escoEdgesOf(concepts, [
    { from: 'uri:welding', to: 'uri:unjoined', kind: 'broader' },
    { from: 'uri:unjoined', to: 'uri:vue', kind: 'broader' },
    { from: 'uri:python', to: 'uri:programming', kind: 'broader' },
    { from: 'uri:vue', to: 'uri:python', kind: 'optional' },
  ])
  const lineOf = (rules: MatchRules, wanted: string, has: string) => {
    const skills = neededSkills([{ words: wanted, skillId: wanted, must: true, level: null }], {
      ...vocabulary,
      esco,
    })
    return comparisonWith(rules, { ...need, skills })({ ...person, skills: [held(has)] }).lines[0]
  }
  test.each([
    ['narrower through a concept that is joined to nothing covers', 'vue', 'welding', 'esco_narrower', true],
    ['broader is near', 'welding', 'vue', 'esco_related', false],
    ['useful for it is near, both ways', 'python', 'vue', 'esco_related', false],
    ['our own vocabulary decides where it says something', 'programming', 'python', 'narrower', true],
  ])('%s', (_, wanted, has, link, covered) => {
    expect(lineOf(SHIPPED_RULES, wanted, has)).toMatchObject({ link, covered })
  })
  test('count for nothing under rules that give them no share', () => {
    expect(lineOf(FIRST_RULES, 'vue', 'welding')).toMatchObject({ link: 'none', covered: false, strength: 0 })
  })
})

test('a word that the vocabulary does not know is neither covered nor missing', () => {
  const match = matchPerson(
    { ...need, skills: [needed(null), needed('react')] },
    { ...person, skills: [held('react')] },
  )
  expect(match?.lines[0]).toMatchObject({ link: 'not_compared', covered: false, held: null })
  expect(match?.tier).toBe('some')
})

test('each line holds the words of the employer and the sentence of the CV', () => {
  const match = matchPerson(
    { ...need, skills: [{ ...needed('javascript'), words: 'JS-taito' }] },
    { ...person, skills: [held('react', 2, 'Rakensin Reactilla asiakasportaalin.')] },
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
    )
    expect(match?.tier).toBe(tier)
  })

  test('only a wish', () => {
    const match = matchPerson(
      { ...need, skills: [needed('welding'), needed('react', { must: false })] },
      { ...person, skills: [held('react')] },
    )
    expect(match?.tier).toBe('wishes')
  })

  test('who covers nothing is not shown, however near', () => {
    expect(
      matchPerson({ ...need, skills: [needed('react')] }, { ...person, skills: [held('vue')] }),
    ).toBeNull()
  })

  test('where everything is a wish, every wish counts', () => {
    const match = matchPerson(
      { ...need, skills: [needed('react', { must: false }), needed('python', { must: false })] },
      { ...person, skills: [held('react')] },
    )
    expect(match?.tier).toBe('some')
  })
})

describe('strength of evidence', () => {
  const strengthOf = (given: Partial<MatchPerson['skills'][number]>) =>
    comparisonWith(SHIPPED_RULES, { ...need, skills: [needed('react')] })({
      ...person,
      skills: [held('react', null, null, given)],
    }).strength

  test('a job title tells more than several jobs, those more than one, and that more than a list', () => {
    const order = [
      strengthOf({ place: 'title' }),
      strengthOf({ place: 'work', jobs: 3 }),
      strengthOf({ place: 'work', jobs: 1 }),
      strengthOf({ place: 'studies' }),
      strengthOf({ place: 'list' }),
    ]
    expect(order).toEqual([...order].sort((a, b) => b - a))
    expect(new Set(order).size).toBe(5)
  })

  test('what nobody has gone through with the person is weaker', () => {
    expect(strengthOf({ place: 'title', confirmed: false })).toBeLessThan(strengthOf({ place: 'title' }))
  })

  test('years told beside a skill speak where no level is told', () => {
    const match = (years: number) =>
      matchPerson(
        { ...need, skills: [{ ...needed('react'), level: 3 }, needed('welding')] },
        { ...person, skills: [held('react', null, null, { years }), held('welding')] },
      )?.lines[0]?.levelFit
    expect([match(1), match(4), match(5)]).toEqual(['below', 'below', 'met'])
  })

  test('a must-have weighs more than a wish', () => {
    const asking = { ...need, skills: [needed('react'), needed('python', { must: false })] }
    const compare = comparisonWith(SHIPPED_RULES, asking)
    const must = compare({ ...person, skills: [held('react')] })
    const wish = compare({ ...person, skills: [held('python')] })
    expect(must.strength).toBeGreaterThan(wish.strength)
  })
})

describe('words that no vocabulary knows', () => {
  const lineOf = (words: string, passages: CvPassage[]) =>
    comparisonWith(SHIPPED_RULES, { ...need, skills: [needed(null, { words })] })({ ...person, passages })
      .lines[0]

  test.each([
    ['laitossiivous', 'Vastasin laitossiivouksesta kolmessa kohteessa.'],
    ['siivous', 'Kokemusta toimistosiivouksesta.'],
    ['muottisuunnittelu', 'Tein muottisuunnittelua ja valmistusta.'],
    ['purchase planning', 'Responsible for planning purchases.'],
    ['injection moulding', 'Injection moulding of small parts.'],
    ['kassatyö tai hyllytys', 'Hyllytin, ja hyllytys sujui.'],
  ])('%s is found as the same words', (words, text) => {
    expect(lineOf(words, [passage(text)])).toMatchObject({
      link: 'words',
      covered: true,
      held: { skillId: null, evidence: text },
    })
  })

  test.each([
    [
      'words that stand far apart',
      'sales training',
      'Sales of shoes, bags and clothes for years; later on also some training.',
    ],
    ['only some of the words', 'injection moulding', 'Moulding of plastics.'],
  ])('%s are near and do not cover', (_, words, text) => {
    expect(lineOf(words, [passage(text)])).toMatchObject({ link: 'some_words', covered: false })
  })

  test.each([
    ['everyday words alone', 'project management', 'Management of a shop.'],
    ['whoever directed something', 'director', 'Directed the music.'],
  ])('%s tell nothing', (_, words, text) => {
    expect(lineOf(words, [passage(text)])).toMatchObject({ link: 'none', covered: false })
  })

  test.each(['nuori nainen', 'ung', 'young', 'äidinkieli', 'terve'])(
    'nobody is looked for as %s',
    (words) => {
      expect(lineOf(words, [passage(`Olen ${words}, 25.`)])).toMatchObject({
        link: 'not_compared',
        held: null,
      })
    },
  )
})

test('the same skill in other words is told as a synonym', () => {
  const match = matchPerson(
    { ...need, skills: [needed('javascript', { words: 'JavaScript' })] },
    { ...person, skills: [held('javascript', null, null, { words: 'ES6' })] },
  )
  expect(match?.lines[0]?.link).toBe('synonym')
})

describe('the order', () => {
  const asking = { ...need, skills: [needed('react'), needed('python', { must: false })] }
  const shown = (people: MatchPerson[], seed: string) =>
    orderPeople(SHIPPED_RULES, asking, people, seed).map(({ personId }) => personId)

  test('goes by strength, then by how seldom people have been presented', () => {
    const people = [
      { ...person, id: 'often', number: 'K-1001', skills: [held('react')], timesShown: 3 },
      { ...person, id: 'wish', number: 'K-1009', skills: [held('react'), held('python')], timesShown: 9 },
      { ...person, id: 'seldom', number: 'K-1010', skills: [held('react')] },
    ]
    expect(shown(people, 'any')).toEqual(['wish', 'seldom', 'often'])
  })

  test('draws lots among equals: the same for a seed, whatever order they come in, and fair over days', () => {
    const equals = ['a', 'b', 'c', 'd'].map((id) => ({ ...person, id, number: id, skills: [held('react')] }))
    expect(shown(equals, '2026-01-01 n')).toEqual(shown([...equals].reverse(), '2026-01-01 n'))
    const firsts = Array.from({ length: 400 }, (_, day) => shown(equals, `${day} n`)[0])
    for (const { id } of equals) {
      const share = firsts.filter((first) => first === id).length / firsts.length
      expect(share).toBeGreaterThan(0.15)
      expect(share).toBeLessThan(0.35)
    }
  })

  test('is the same again from inputs that went through JSON', () => {
    const people = [
      { ...person, id: 'a', skills: [held('react', 2)], passages: [passage('Python ja React.')] },
      { ...person, id: 'b', skills: [held('vue')] },
    ]
    const list = orderPeople(SHIPPED_RULES, asking, people, 'seed')
    const sealed = JSON.parse(JSON.stringify({ rules: SHIPPED_RULES, need: asking, people }))
    expect(orderPeople(sealed.rules, sealed.need, sealed.people, 'seed')).toEqual(list)
  })
})

test('form, place and start are told beside and change neither tier nor strength; a language weighs a little', () => {
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
  const fits = matchPerson(asking, {
    ...person,
    skills: [held('react')],
    languages: [{ language: 'fi', level: 'native' }],
    forms: ['hire', 'work_trial'],
    worksIn: ['espoo'],
    availableFrom: '2026-11-01',
  })
  expect(fits?.languages).toEqual([
    { language: 'fi', asked: 'B2', has: 'native', covered: true },
    { language: 'sv', asked: 'A2', has: null, covered: false },
  ])
  expect(fits?.practical).toEqual({ form: 'fits', place: 'fits', start: 'fits' })
  const doesNot = matchPerson(asking, {
    ...person,
    skills: [held('react')],
    forms: ['hire'],
    worksIn: ['Kuopio'],
    availableFrom: '2027-01-01',
  })
  expect(doesNot?.practical).toEqual({ form: 'does_not', place: 'does_not', start: 'does_not' })
  expect(doesNot?.tier).toBe(fits?.tier)
  const withoutLanguages = { ...asking, languages: [] }
  const away = { ...person, skills: [held('react')], forms: ['hire'], worksIn: ['Kuopio'] }
  expect(matchPerson(withoutLanguages, away)?.strength).toBe(
    matchPerson(withoutLanguages, { ...person, skills: [held('react')] })?.strength,
  )
  expect(doesNot?.strength).toBeLessThan(fits?.strength ?? 0)
})

test('the comparison is not told of age, gender, origin, home, health or unemployment', () => {
  expectTypeOf<keyof MatchPerson>().toEqualTypeOf<
    | 'id'
    | 'number'
    | 'skills'
    | 'declined'
    | 'passages'
    | 'languages'
    | 'forms'
    | 'worksIn'
    | 'remote'
    | 'availableFrom'
    | 'timesShown'
  >()
})

test('a record keeps of a person only what bears on the need, and the same list comes of it', () => {
  const asking = {
    ...need,
    skills: [
      needed('javascript'),
      needed(null, { words: 'laitossiivous' }),
      needed('welding', { must: false }),
    ],
    languages: [{ language: 'fi', level: 'B1' }],
  }
  const whole: MatchPerson[] = [
    {
      ...person,
      skills: [held('react'), held('cooking')],
      declined: ['welding', 'cooking'],
      languages: ['fi', 'ru'].map((language) => ({ language, level: 'B2' })),
      passages: [passage('Tein laitossiivousta.'), passage('Soitin kitaraa seurakunnassa.')],
    },
    { ...person, id: '2', number: 'K-1002', passages: [passage('Soitin kitaraa seurakunnassa.')] },
    { ...person, id: '3', number: 'K-1003', skills: [held('welding')] },
  ]
  const kept = whole.map(factsBearingOn(asking))
  expect(orderPeople(SHIPPED_RULES, asking, kept, 'seed')).toEqual(
    orderPeople(SHIPPED_RULES, asking, whole, 'seed'),
  )
  const text = JSON.stringify(kept)
  for (const left of ['cooking', '"ru"', 'kitaraa']) expect(text).not.toContain(left)
})
