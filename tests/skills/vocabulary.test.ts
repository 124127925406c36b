import { expect, test } from 'vitest'
import { impliedSkills, parseVocabulary } from '~/skills/vocabulary'
import { loadVocabulary } from '~/skills/vocabulary.server'

const problemsOf = (text: string) => parseVocabulary([{ name: 'test', text }]).problems

test('the vocabulary we ship has no faults', () => {
  expect(() => loadVocabulary()).not.toThrow()
})

test('a skill is read from one line and the indented lines below it', () => {
  const { vocabulary, problems } = parseVocabulary([
    {
      name: 'care',
      text: `# a comment
food-safety | field | Elintarviketurvallisuus ; Livsmedelssäkerhet ; Food safety
hygiene-passport | licence | Hygieniapassi ; Hygienpass ; Hygiene passport | fi: hygieniaosaamistodistus
 | = HP!, *passi*, ~hp' | ^ food-safety`,
    },
  ])
  expect(problems).toEqual([])
  const skill = vocabulary.skills.get('hygiene-passport')
  expect(skill?.name).toEqual({ fi: 'Hygieniapassi', sv: 'Hygienpass', en: 'Hygiene passport' })
  expect(skill?.broader).toEqual(['food-safety'])
  expect(skill?.group).toBe('care')
  expect(skill?.words.map(({ text, language }) => `${language} ${text}`)).toEqual([
    'fi Hygieniapassi',
    'sv Hygienpass',
    'en Hygiene passport',
    'fi hygieniaosaamistodistus',
    'any HP',
    'any passi',
    'any hp',
  ])
  expect(skill?.words[4]?.strict).toBe(true)
  expect(skill?.words[5]).toMatchObject({ endsCompounds: true, beginsCompounds: true })
  expect(skill?.words[6]).toMatchObject({ exactForm: true, exactCase: true })
})

test('an explanation in brackets is shown but not searched for', () => {
  const { vocabulary } = parseVocabulary([
    { name: 'test', text: 'go | tool | Go! (ohjelmointikieli) ; Go! (språk) ; Go! (language)' },
  ])
  expect(vocabulary.skills.get('go')?.name.fi).toBe('Go (ohjelmointikieli)')
  expect(vocabulary.skills.get('go')?.words[0]).toMatchObject({ text: 'Go', strict: true })
})

test.each([
  ['a name in two languages only', 'a | tool | Kieli ; Språk'],
  ['an empty name', 'a | tool | Kieli ; ; Language'],
  ['an unknown kind', 'a | gadget | A'],
  ['an identifier that is no slug', 'Big One | tool | A'],
  ['the same identifier twice', 'a | tool | A\na | tool | B'],
  ['an implication of nothing', 'a | tool | A | > b'],
  ['a heading that is the skill itself', 'a | tool | A | ^ a'],
  ['one word for two skills, whatever its spelling', 'a | tool | Node.js\nb | tool | Other | = node js'],
  ['an unknown sign', 'a | tool | A | + b'],
])('%s is a fault', (_, text) => {
  expect(problemsOf(text)).toHaveLength(1)
})

test('implications are followed to their end, and circles do no harm', () => {
  const { vocabulary } = parseVocabulary([
    {
      name: 'test',
      text: 'next | tool | Next | > react\nreact | tool | React | > js\njs | tool | JS | > next',
    },
  ])
  expect([...impliedSkills(vocabulary, ['next'])].sort()).toEqual(['js', 'react'])
})
