import { expect, test } from 'vitest'
import { findSkills } from '~/skills/find-skills'
import { resolveSkillWords } from '~/skills/skill-words'
import { impliedSkills } from '~/skills/vocabulary'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { readLabelledSentences, scoreSentences } from '../../scripts/evaluate-skills/labelled-sentences'

const { vocabulary } = loadVocabulary()

/** The least number of skills each trade keeps. */
const trades = {
  'beauty-textile': 18,
  building: 70,
  care: 85,
  'cleaning-property': 45,
  'electricity-hvac': 45,
  'hr-marketing': 40,
  'kitchen-hospitality': 50,
  'land-and-animals': 30,
  logistics: 58,
  manufacturing: 80,
  'office-finance': 45,
  'safety-cards': 28,
  'sales-retail': 43,
  security: 14,
  teaching: 52,
  vehicles: 23,
  'working-life': 19,
}
const tradeSkills = [...vocabulary.skills.values()].filter((skill) => skill.group in trades)

test.each(Object.entries(trades))('the trade %s has at least %i skills', (trade, least) => {
  expect(tradeSkills.filter((skill) => skill.group === trade).length).toBeGreaterThanOrEqual(least)
})

test('the trades hold at least 750 skills together', () => {
  expect(tradeSkills.length).toBeGreaterThanOrEqual(750)
})

test('every trade skill can be found by words of Finnish, Swedish and English', () => {
  const wordless = tradeSkills.filter(
    ({ words }) =>
      !words.some((word) => word.language === 'any') &&
      (['fi', 'sv', 'en'] as const).some((language) => !words.some((word) => word.language === language)),
  )
  expect(wordless.map((skill) => skill.id)).toEqual([])
})

test('every word of a trade skill finds that skill and no other', () => {
  const astray = tradeSkills.flatMap((skill) =>
    skill.words
      .filter((word) => !word.strict)
      .filter((word) => {
        const found = new Set(findSkills(word.text, vocabulary).map(({ skillId }) => skillId))
        return found.size !== 1 || !found.has(skill.id)
      })
      .map((word) => `${skill.id}: ${word.text}`),
  )
  expect(astray).toEqual([])
})

test('sentences people write about the trades are read as labelled, everyday sentences as nothing', () => {
  const sentences = readLabelledSentences('tests/skills/labelled-trades.tsv')
  expect(sentences.filter(({ labels }) => labels.length > 0).length).toBeGreaterThanOrEqual(100)
  expect(scoreSentences(sentences, vocabulary).mistakes).toEqual([])
})

test.each([
  ['trukkikuski', 'forklift-driving'],
  ['lähäri', 'practical-nurse'],
  ['timpuri', 'carpentry'],
  ['siistijä', 'cleaning'],
  ['kylmäkkö', 'cold-kitchen'],
  ['rekkakortti', 'driving-licence-ce'],
  ['tulityökortti', 'hot-work-card'],
  ['järkkäri', 'order-keeping'],
  ['palkanlaskija', 'payroll'],
  ['putkimies', 'plumbing'],
  ['hitsari', 'welding'],
  ['truckkort', 'forklift-card'],
  ['lokalvårdare', 'cleaning'],
  ['bartender', 'bartending'],
])('an employer who says "%s" means %s', (words, id) => {
  expect(resolveSkillWords(words, vocabulary)).toBe(id)
})

test.each([
  ['driving-licence-ce', ['driving-licence-c', 'driving-licence-c1', 'driving-licence-b']],
  ['cnc-turning', ['cnc-machining', 'machining', 'turning']],
  ['first-aid-2', ['first-aid-1', 'first-aid']],
  ['hygiene-passport', ['food-safety']],
  ['purchase-and-sales-ledgers', ['accounts-payable', 'accounts-receivable']],
  [
    'electrical-qualification-s1',
    ['electrical-qualification-s2', 'electrical-qualification-s3', 'electrical-trade'],
  ],
])('whoever has %s has what it certainly brings', (id, brings) => {
  expect([...impliedSkills(vocabulary, [id])].sort()).toEqual([...brings].sort())
})
