import { describe, expect, test } from 'vitest'
import { findSkills } from '~/skills/find-skills'
import { parseVocabulary } from '~/skills/vocabulary'
import { loadVocabulary } from '~/skills/vocabulary.server'

const { vocabulary } = loadVocabulary()
const idsIn = (text: string) =>
  findSkills(text, vocabulary).map(({ skillId, negated }) => (negated ? `!${skillId}` : skillId))

describe('words that mean something else too', () => {
  test.each([
    ['We react quickly to incidents.', 'We build interfaces in React and Redux.', 'react'],
    ['Go to the second floor.', 'Services written in Go.', 'go'],
    ['I excel at sales.', 'Daily use of Excel.', 'excel'],
    ['Rust removal from old cars.', 'Rust, C++ and Zig', 'rust'],
    ['In the spring of 2019 I studied.', 'Java, Spring, Hibernate', 'spring'],
    ['A swift answer.', 'Experience with Swift', 'swift'],
    ['Express your interest by e-mail.', 'Node.js, Express, MongoDB', 'express'],
    ['A man of his word.', 'Osaan käyttää Wordia.', 'word'],
    ['We had access to the keys.', 'Excel, Access, SQL', 'ms-access'],
    ['The outlook is bright.', 'Outlook, Word, Excel', 'outlook'],
    ['Two teams of five.', 'Kokoukset Teamsissa ja Zoomissa', 'teams'],
    ['C-ajokortti ja trukkikortti.', 'C-kieli ja sulautetut', 'c'],
    ['R&D manager.', 'Tilastoanalyysia R-kielellä', 'r'],
    ['Chef in a lunch restaurant.', 'Terraform, Chef Infra', 'chef-devops'],
    ['Finnish companies.', 'Languages: Finnish and English', 'finnish'],
    ['Asunut Ruotsissa ja Venäjällä.', 'Kielet: suomi, ruotsi', 'swedish'],
  ])('"%s" does not name what "%s" does', (friend, skill, id) => {
    expect(idsIn(friend)).not.toContain(id)
    expect(idsIn(skill)).toContain(id)
  })
})

describe('forms of words', () => {
  test.each([
    ['Kubernetesilla', 'kubernetes'],
    ['tietokantojen', 'databases'],
    ['tietokannoissa', 'databases'],
    ['ohjelmistorobotiikan', 'rpa'],
    ['ohjelmistorobotiikkaa', 'rpa'],
    ['React-kehittäjänä', 'react'],
    ['Javalla', 'java'],
    ['Javasta', 'java'],
    ['Reactkin', 'react'],
    ['C#:lla', 'csharp'],
    ['AWS:ssä', 'aws'],
    ["ServiceNow'ta", 'servicenow'],
    ['graafisessa suunnittelussa', 'graphic-design'],
    ['sulautettujen järjestelmien', 'embedded-systems'],
    ['mikropalveluita', 'microservices'],
    ['käyttöjärjestelmiin', 'operating-systems'],
    ['palvelumuotoilijoiden', 'service-design'],
    ['molntjänster', 'cloud-computing'],
    ['Javautvecklare', 'java'],
    ['brandväggar', 'firewalls'],
    ['databaskunskaper', 'databases'],
    ['smart contracts', 'blockchain'],
    ['data pipelines', 'data-engineering'],
    ['nodejs', 'node-js'],
    ['full stack', 'full-stack-development'],
    ['CI-CD', 'ci-cd'],
  ])('%s', (written, id) => {
    expect(idsIn(written)).toEqual([id])
  })

  test('half of a Finnish compound shared by a list belongs to each item', () => {
    expect(idsIn('Java-, Kotlin- ja Scala-kehitystä')).toEqual(['java', 'kotlin', 'scala'])
  })
})

describe('overlaps', () => {
  test('Java is not found inside JavaScript', () => {
    expect(idsIn('JavaScript')).toEqual(['javascript'])
  })
  test('the longest name wins: Azure DevOps is not Azure', () => {
    expect(idsIn('Azure DevOps, Azure')).toEqual(['azure-devops', 'azure'])
  })
  test('words of a name on both sides of a comma are not the name', () => {
    expect(idsIn('Azure, DevOps')).toEqual(['azure', 'devops'])
  })
})

describe('what the sentence says about it', () => {
  test.each([
    ['En osaa Javaa, mutta Python on tuttu.', ['!java', 'python']],
    ['Kubernetesista ei ole kokemusta.', ['!kubernetes']],
    ['Jag har ingen erfarenhet av SAP.', ['!sap']],
    ['Vi söker en Javautvecklare med vana av Linux.', ['java', 'linux']],
    ['No experience of AWS or Azure.', ['!aws', '!azure']],
    ['Not only Python but also PHP.', ['python', 'php']],
    ['Linux-osaamista ei vaadita.', ['linux']],
    ['Haluaisin oppia Pythonia.', ['!python']],
    ['Haluan oppia lisää Pythonista.', ['python']],
  ])('%s', (sentence, ids) => {
    expect(idsIn(sentence)).toEqual(ids)
  })

  test.each([
    ['Yli 5 vuoden kokemus Javasta ja SQL:stä', [5, 5]],
    ['Java 5 v, SQL 2 v', [5, 2]],
    ['I have worked with Java for three years.', [3]],
    ['2,5 års erfarenhet av Java', [2.5]],
    ['3-5 years of Java', [3]],
    ['Java, 6 kk', [0.5]],
    ['25 years old, knows Java', [undefined]],
  ])('years in "%s"', (sentence, years) => {
    expect(findSkills(sentence, vocabulary).map((skill) => skill.years)).toEqual(years)
  })

  test.each([
    ['Python (perusteet), SQL (erinomainen)', [1, 3]],
    ['Goda kunskaper i Python och SQL', [2, 2]],
    ['Sujuva englanti, ruotsi B1', [3, 2]],
    ['Python and SQL', [undefined, undefined]],
  ])('level in "%s"', (sentence, levels) => {
    expect(findSkills(sentence, vocabulary).map((skill) => skill.level)).toEqual(levels)
  })
})

test('a skill comes with the words and the sentence that prove it', () => {
  const text = 'Olen Maija.\n\nKokemusta tietokannoista\nja pilvipalveluista.'
  const [databases, cloud] = findSkills(text, vocabulary)
  expect(databases?.words).toBe('tietokannoista')
  expect(text.slice(databases?.start, databases?.end)).toBe('tietokannoista')
  expect(databases?.sentence).toBe('Kokemusta tietokannoista')
  expect(cloud?.words).toBe('pilvipalveluista')
})

test('one skill on each line makes a list', () => {
  expect(idsIn('Taidot\n• Java\n• Go\n• React\n• Spring')).toEqual(['java', 'go', 'react', 'spring'])
})

test('a language given keeps the other national language out, English stays', () => {
  const { vocabulary: small } = parseVocabulary([
    { name: 'test', text: 'cook | task | Kokki ; Kock ; Cook\nchild | task | Lapsi ; Barn ; Child' },
  ])
  const found = (language: 'fi' | 'sv') =>
    findSkills('kokki, barn, cook', small, { language }).map(({ words }) => words)
  expect(found('fi')).toEqual(['kokki', 'cook'])
  expect(found('sv')).toEqual(['barn', 'cook'])
})

test('marks widen and narrow where a word is found', () => {
  const { vocabulary: small } = parseVocabulary([
    {
      name: 'test',
      text: `cleaning | task | *Siivous ; Städning ; Cleaning
welding | task | Hitsaus* ; Svetsning ; Welding | fi: hitsata
till | task | ~Kassa ; Kassaarbete ; Till work
sap | tool | SAP'`,
    },
  ])
  const found = (text: string) => findSkills(text, small).map(({ skillId }) => skillId)
  expect(found('toimistosiivouksen')).toEqual(['cleaning'])
  expect(found('hitsauskoneella')).toEqual(['welding'])
  expect(found('hitsasin ja olen hitsannut')).toEqual(['welding', 'welding'])
  expect(found('kassa')).toEqual(['till'])
  expect(found('kassakaappi kassan')).toEqual([])
  expect(found('SAP sap')).toEqual(['sap'])
})

test('an empty text and a text without words name nothing', () => {
  expect(findSkills('', vocabulary)).toEqual([])
  expect(findSkills(' \n—  ••• ', vocabulary)).toEqual([])
})

test('a text of twenty thousand doubtful words, or one endless word, is read before the test times out', () => {
  expect(findSkills('Go, '.repeat(20_000), vocabulary)).toEqual([])
  expect(findSkills('x'.repeat(50_000), vocabulary)).toEqual([])
  expect(findSkills('Java ei '.repeat(5_000), vocabulary)).toHaveLength(5_000)
})
