import { expect, test } from 'vitest'
import { fillScript, scriptBlanks, unknownBlanks } from '~/campaigns/script'
import { suggestedScript } from '~/campaigns/suggested-script'

test('the blanks of a script are filled with what is known of the company', () => {
  expect(
    fillScript('Hei {{ contact }}, soitan yritykseen {{company}}.', {
      company: 'Kaarna Oy',
      contact: 'Aino Laine',
    }),
  ).toBe('Hei Aino Laine, soitan yritykseen Kaarna Oy.')
})

test('a blank whose value is not known is left for the caller to speak around', () => {
  expect(fillScript('Onko {{contact}} paikalla?', { contact: null })).toBe('Onko … paikalla?')
})

test('a value that looks like a blank is not filled again', () => {
  expect(fillScript('{{company}}', { company: '{{caller}}', caller: 'Leena' })).toBe('{{caller}}')
})

test('words between braces that are no blank are told', () => {
  expect(unknownBlanks('Hei {{nimi}}, {{company}}')).toEqual(['nimi'])
})

test.each(Object.entries(suggestedScript))(
  'the suggested script in %s uses known blanks only',
  (_language, script) => {
    expect(unknownBlanks(script)).toEqual([])
    expect(fillScript(script, Object.fromEntries(scriptBlanks.map((name) => [name, 'x'])))).not.toContain(
      '{{',
    )
  },
)
