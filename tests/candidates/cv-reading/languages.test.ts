import { describe, expect, test } from 'vitest'

import { readLanguages } from '~/candidates/cv-reading/languages'
import { placeInSections } from '~/candidates/cv-reading/sections'

const read = (...lines: string[]) => {
  const blocks = lines.map((text) => ({ text, kind: 'paragraph' as const, style: null, size: null }))
  return readLanguages(placeInSections(blocks)).languages.map(({ language, level }) => `${language} ${level}`)
}

describe('languages and their levels', () => {
  test.each([
    [
      ['Kielitaito', 'Suomi (äidinkieli), englanti (sujuva), ruotsi (perusteet)'],
      ['fi native', 'en C1', 'sv A2'],
    ],
    [
      ['Språkkunskaper', 'Svenska – modersmål', 'Engelska: goda', 'Tyska: B1'],
      ['sv native', 'en B2', 'de B1'],
    ],
    [
      ['Languages', 'Finnish: native', 'English: fluent', 'Somali'],
      ['fi native', 'en C1', 'so null'],
    ],
    [['Languages', 'English\tC1\tC1\tB2\tB2\tB1'], ['en B1']],
    [
      ['Languages', 'Vietnamese (native), English (IELTS 7.5), Finnish (YKI 3), Swedish'],
      ['vi native', 'en C1', 'fi B1', 'sv null'],
    ],
    [['Kielitaito', 'Suomi: YKI-taso 4'], ['fi B2']],
    [
      ['Kielitaito', 'Suomi: vahva', 'Engelska: stark'],
      ['fi B2', 'en B2'],
    ],
    [
      ['Languages', 'Mother tongue(s)', 'Ukrainian', 'Other language(s)', 'English C1'],
      ['uk native', 'en C1'],
    ],
    [['Henkilötiedot', 'Äidinkieli: venäjä'], ['ru native']],
    [
      ['Taidot', 'Kielitaito: suomi C2, viittomakieli B1'],
      ['fi C2', 'fse B1'],
    ],
  ])('%j', (lines, expected) => expect(read(...lines)).toEqual(expected))

  test('programming languages and the nationality of a firm are not languages', () => {
    expect(read('Skills', 'Languages: Python, C++, Rust')).toEqual([])
    expect(read('Experience', 'Sold Finnish design to Swedish stores')).toEqual([])
  })
})
