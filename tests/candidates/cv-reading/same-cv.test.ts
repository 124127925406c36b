import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { CvReading } from '~/candidates/cv-reading/cv-reading'
import { readCvBytes } from '~/candidates/cv-reading/read-cv-bytes.server'
import {
  ALL_LINES,
  datesLeft,
  meaningOf,
  sidebarLeft,
  sidebarRight,
  singleColumn,
  WHAT_IT_SAYS,
} from './one-cv'
import { docxOf, odtOf, pdfOf } from './sample-files'

async function read(bytes: Uint8Array): Promise<CvReading> {
  const result = await readCvBytes(bytes)
  if (!('reading' in result)) throw new Error(result.problem)
  return result.reading
}

const FORMS: [string, Uint8Array][] = [
  ['a PDF in one column', pdfOf([singleColumn()])],
  ['a PDF with its sidebar on the right', pdfOf([sidebarRight()])],
  ['a PDF with its sidebar on the left', pdfOf([sidebarLeft()])],
  ['a PDF with dates in a column of their own', pdfOf([datesLeft()])],
  ['a Word document', docxOf(ALL_LINES)],
  ['an OpenDocument', odtOf(ALL_LINES)],
  ['pasted text', strToU8(ALL_LINES.join('\n'))],
]

describe.each(FORMS)('the same CV as %s', (_, bytes) => {
  test('gives the same work, education, languages and cards', async () => {
    const reading = await read(bytes)
    expect(reading.language).toBe('fi')
    expect(reading.looksLikeCv).toBe(true)
    expect(meaningOf(reading)).toEqual(WHAT_IT_SAYS)
    expect(reading.notUnderstood).toEqual([])
  })

  test('gives the same sentences in the same sections', async () => {
    const { sentences } = await read(bytes)
    const found = sentences
      .filter((sentence) => !sentence.personal)
      .map((sentence) => `${sentence.section}: ${sentence.text}`)
    for (const expected of [
      'profile: Oma-aloitteinen varastotyöntekijä, jolla on kokemusta logistiikasta ja tiimin ohjaamisesta.',
      'work: Keräily ja pakkaus käsipäätteellä',
      'work: Vastapainotrukilla ajo ja lastaus',
      'work: Kassatyöskentely ja hyllytys',
      'skills: Excel',
      'skills: SAP',
      'skills: Hitsaus',
    ])
      expect(found).toContain(expected)
  })

  test('keeps out name, address, phone, e-mail and birth date', async () => {
    const reading = await read(bytes)
    const kinds = new Set(reading.personalFacts.map((fact) => fact.kind))
    expect([...kinds].sort()).toEqual(['address', 'birth_date', 'email', 'name', 'phone'])
    for (const secret of ['Maija', 'Testilä', 'Kukkakuja', '40100', '040', 'example.com', '1985'])
      expect(reading.travelText).not.toContain(secret)
    expect(reading.travelText).toHaveLength(reading.text.length)
  })

  test('says of each sentence where in the text it stands', async () => {
    const { text, sentences } = await read(bytes)
    for (const sentence of sentences) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
  })
})
