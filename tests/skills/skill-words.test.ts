import { expect, test } from 'vitest'
import { resolveSkillWords, suggestSkills } from '~/skills/skill-words'
import { loadVocabulary } from '~/skills/vocabulary.server'

const { vocabulary } = loadVocabulary()

test.each([
  ['k8s', 'kubernetes'],
  ['PBI', 'power-bi'],
  ['pbi', 'power-bi'],
  ['power bi -osaaja', 'power-bi'],
  ['ohjelmistorobotiikka', 'rpa'],
  ['Ohjelmistorobotiikan osaaja', 'rpa'],
  ['react', 'react'],
  ['React-koodari', 'react'],
  ['Python-ohjelmointi', 'python'],
  ['go', 'go'],
  ['teams', 'teams'],
  ['AD', 'active-directory'],
  ['m365', 'microsoft-365'],
  ['englanti', 'english'],
  ['pilviteknologia', 'cloud-computing'],
  ['helpdeskiin tukihenkilö', 'helpdesk'],
  ['Next.js ja React', 'next-js'],
  ['taitava Excelin käyttäjä', 'excel'],
  ['AD-osaaja', 'active-directory'],
  ['Power BI raportoinnin osaaja', 'power-bi'],
  ['siivooja Espooseen', 'cleaning'],
  ['kassa', 'cash-register'],
  ['lähihoitajia yövuoroihin', 'practical-nurse'],
])('an employer who says "%s" means %s', (words, id) => {
  expect(resolveSkillWords(words, vocabulary)).toBe(id)
})

test.each([[''], ['  '], ['mukava tyyppi'], ['Java ja Figma'], ['access control'], ['sales training']])(
  '"%s" is not one skill',
  (words) => {
    expect(resolveSkillWords(words, vocabulary)).toBeUndefined()
  },
)

test('typing finds names of the language first, then other words, each skill once', () => {
  const suggestions = suggestSkills('power', 'fi', 10, vocabulary)
  expect(suggestions[0]?.name.toLowerCase()).toMatch(/^power/)
  expect(new Set(suggestions.map(({ skillId }) => skillId)).size).toBe(suggestions.length)
})

test('a suggestion by another word tells which', () => {
  expect(suggestSkills('k8s', 'sv', 5, vocabulary)).toEqual([
    { skillId: 'kubernetes', name: 'Kubernetes', word: 'k8s' },
  ])
})

test('names come in the language asked for, and words of the other national language do not match', () => {
  expect(suggestSkills('tietokanta', 'fi', 3, vocabulary).map(({ name }) => name)).toContain('Tietokannat')
  expect(suggestSkills('tietokannat', 'sv', 3, vocabulary)).toEqual([])
  expect(suggestSkills('databas', 'sv', 3, vocabulary).map(({ skillId }) => skillId)).toContain('databases')
})

test('at most the asked number, and nothing for nothing', () => {
  expect(suggestSkills('a', 'en', 4, vocabulary)).toHaveLength(4)
  expect(suggestSkills(' ', 'en', 4, vocabulary)).toEqual([])
})

test.each(
  `Kubernetes, Docker, Terraform, AWS, Google Cloud, Power BI, Tableau, UiPath, RPA, CI/CD, Jira, ServiceNow, Microsoft 365,
   Salesforce, Figma, SharePoint, Node.js, Vue, Kotlin, Kafka, Grafana, VMware, Citrix, Netvisor, Procountor, React, Rust,
   Excel, devops, fullstack, ohjelmistorobotiikka, powerBI, pilviteknologia, helpdesk`
    .split(',')
    .map((word) => word.trim()),
)('%s, which employers ask for by that word, is in the vocabulary', (word) => {
  expect(resolveSkillWords(word, vocabulary)).toBeDefined()
})
