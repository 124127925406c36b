import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'

import { LARGEST_CV_BYTES } from '~/candidates/cv-reading/cv-reading'
import { readCvFile } from '~/candidates/cv-reading/read-cv.server'
import { docxOf, docxOfBody, linesFromTop, pdfOf, pdfOfContents } from './sample-files'

const CV = docxOf(['Skills', 'Welding of stainless steel'])

// Starting processes takes its time on a busy machine.
describe('a file is read in a process of its own', { timeout: 60_000 }, () => {
  test('the reading comes back', async () => {
    const result = await readCvFile(pdfOf([linesFromTop(['Skills', 'Welding of stainless steel'])]))
    expect('reading' in result && result.reading.sentences.map((sentence) => sentence.text)).toContain(
      'Welding of stainless steel',
    )
  })

  test('nothing and too much are refused before a process is started', async () => {
    expect(await readCvFile(new Uint8Array())).toEqual({ problem: 'empty' })
    expect(await readCvFile(new Uint8Array(LARGEST_CV_BYTES + 1))).toEqual({ problem: 'too_large' })
  })

  test('a file that takes too long is given up, and the next file is read', async () => {
    const slow = pdfOfContents([`BT /F1 9 Tf ${'1 0 0 1 5 5 Tm (a) Tj '.repeat(400_000)} ET`])
    expect(await readCvFile(slow, { timeoutMs: 300 })).toEqual({ problem: 'took_too_long' })
    expect(await readCvFile(CV)).toHaveProperty('reading')
  })

  test('a file that needs too much memory is given up, and the next file is read', async () => {
    const greedy = docxOfBody('<w:p/>'.repeat(4_000_000))
    const result = await readCvFile(greedy, { maxMemoryMb: 180, timeoutMs: 40_000 })
    expect(result).toEqual({ problem: 'needs_too_much_memory' })
    expect(await readCvFile(CV)).toHaveProperty('reading')
  })

  test('files one after the other are each read by a fresh process that was made ready', async () => {
    for (let round = 0; round < 3; round++) expect(await readCvFile(CV)).toHaveProperty('reading')
  })

  test('several files at once do not get in each other’s way', async () => {
    const results = await Promise.all([
      readCvFile(CV),
      readCvFile(strToU8('%PDF-1.4 broken')),
      readCvFile(CV),
    ])
    expect(results.map((result) => Object.keys(result)[0])).toEqual(['reading', 'problem', 'reading'])
  })
})
