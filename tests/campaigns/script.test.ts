import { describe, expect, test } from 'vitest'
import { readScript, type ScriptFacts, scriptFor } from '~/campaigns/script'
import { scriptFacts } from '~/campaigns/script-facts'
import { suggestedScript } from '~/campaigns/suggested-script'

const company = {
  name: 'Kaarna Oy',
  form: 'oy',
  industry: null,
  municipality: 'Espoo',
  sizeBand: '5-9',
  growth: null,
  funded: null,
  contactName: 'Aino Laine',
  keywords: ['devops', 'Power BI'],
  earlierProject: false,
}
const call = { caller: 'Sanni', source: 'Vainu-haku', project: 'Silta', attempts: 0, peopleFit: false }

const said = (script: string, facts: ScriptFacts = scriptFacts(company, call)) =>
  scriptFor(readScript(script).parts, facts).map(({ text }) => text)
const faults = (script: string) => readScript(script).problems.map(({ line, fault }) => `${line} ${fault}`)

describe('what is said', () => {
  test('the blanks are filled in any of the three languages, with one or two braces', () => {
    expect(said('{yritys}, {Företag} ja {{ company }}')).toEqual(['Kaarna Oy, Kaarna Oy ja Kaarna Oy'])
  })

  test('a value that is not known is a pause, and one that looks like a blank is not filled again', () => {
    expect(said('Ala: {toimiala}')).toEqual(['Ala: …'])
    expect(said('{yritys}', scriptFacts({ ...company, name: '{soittaja}' }, call))).toEqual(['{soittaja}'])
  })

  test('lines make a paragraph until an empty one', () => {
    expect(said('yksi\nkaksi\n\nkolme')).toEqual(['yksi\nkaksi', 'kolme'])
  })

  test.each<[string, Partial<typeof company>, string[]]>([
    ['[jos toiminimi]', { form: 'tmi' }, ['kyllä', 'aina']],
    ['[jos toiminimi]', {}, ['ei', 'aina']],
    ['[jos ei toiminimi]', {}, ['kyllä', 'aina']],
    ['[om återkommande partner]', { earlierProject: true }, ['kyllä', 'aina']],
    ['[if keyword power bi]', {}, ['kyllä', 'aina']],
    ['[if keyword rpa]', {}, ['ei', 'aina']],
    ['[jos hakusana]', { keywords: [] }, ['ei', 'aina']],
    ['[jos pieni yritys]', {}, ['kyllä', 'aina']],
  ])('%s chooses what is said', (condition, change, expected) => {
    const script = `${condition}\nkyllä\n[muuten]\nei\n[loppu]\naina`
    expect(said(script, scriptFacts({ ...company, ...change }, call))).toEqual(expected)
  })

  test('a question has its choices and whether the figures count it, and keeps its number under any condition', () => {
    const script =
      '[jos toiminimi]\n? Onko apua?\n[loppu]\n? Montako? (yksi / monta)\n? Onko vaikeaa? [vaikeus]'
    expect(scriptFor(readScript(script).parts, scriptFacts(company, call))).toEqual([
      { kind: 'question', number: 2, text: 'Montako?', choices: ['yksi', 'monta'], standard: null },
      { kind: 'question', number: 3, text: 'Onko vaikeaa?', choices: [], standard: 'difficulty' },
    ])
  })
})

test.each([
  ['Hei\n{nimi}', ['2 unknown_blank']],
  ['Hei {yritys', ['1 open_brace']],
  ['[kun sataa]', ['1 unknown_mark']],
  ['a\n[jos sataa]\n[loppu]', ['2 unknown_condition']],
  ['[jos toiminimi]\n[jos kasvaa]\n[loppu]', ['2 condition_in_condition']],
  ['[muuten]', ['1 no_condition']],
  ['a\n\n[jos kasvaa]\nb', ['3 not_ended']],
  ['?', ['1 empty_question']],
  ['? Sopiiko? (kyllä)', ['1 one_choice']],
  ['? Sopiiko? [tärkeä]', ['1 unknown_mark']],
])('the fault of %j is named at its line', (script, expected) => {
  expect(faults(script)).toEqual(expected)
})

test.each(Object.entries(suggestedScript))(
  'the suggested script in %s has no fault, tells the source and asks what the figures need',
  (_language, script) => {
    const { parts, problems } = readScript(script)
    expect(problems).toEqual([])
    expect(said(script).join('\n')).toContain('Vainu-haku')
    expect(parts.flatMap(({ block }) => (block.kind === 'question' && block.standard) || [])).toEqual([
      'difficulty',
      'growth',
      'skills',
    ])
  },
)
