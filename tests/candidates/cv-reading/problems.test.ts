import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'

import { LARGEST_CV_BYTES } from '~/candidates/cv-reading/cv-reading'
import { readCvBytes } from '~/candidates/cv-reading/read-cv-bytes.server'
import { assemblePdf, docxOf, docxOfBody, linesFromTop, odtOf, pdfOf, pdfOfContents } from './sample-files'

const LINES = [
  'Work experience',
  'Cook, Ravintola Kuusi Oy 2019 – 2022',
  'Skills',
  'Baking bread and pastries',
]
const problemOf = async (bytes: Uint8Array) => {
  const result = await readCvBytes(bytes)
  return 'problem' in result ? result.problem : 'read'
}

describe('a file that can be read', () => {
  test.each([
    ['PDF', pdfOf([linesFromTop(LINES)])],
    ['Word', docxOf(LINES)],
    ['OpenDocument', odtOf(LINES)],
    ['plain text', strToU8(LINES.join('\n'))],
  ])('%s gives its text', async (_, bytes) => {
    const result = await readCvBytes(bytes)
    expect('reading' in result && result.reading.text).toContain('Baking bread and pastries')
  })

  test('text in an old Finnish encoding keeps its letters', async () => {
    const result = await readCvBytes(
      Uint8Array.from(Buffer.from('Taidot\nHäiriönhallinta ja työnjohto', 'latin1')),
    )
    expect('reading' in result && result.reading.text).toContain('Häiriönhallinta ja työnjohto')
  })
})

test('characters that are no text do not come through', async () => {
  const resume = { basics: { name: 'Aino\u0000 Keksitty' }, skills: [{ name: 'Wel\ud800ding\u0007' }] }
  const result = await readCvBytes(strToU8(JSON.stringify(resume)))
  expect('reading' in result && result.reading.text).toBe('Aino Keksitty\nSkills\nWelding')
})

describe('a file that cannot be read ends in a problem, never in an exception', () => {
  test('a picture waits for text recognition, and one without text is said to have none', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    expect(await problemOf(new Uint8Array(png))).toBe('scanned')
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
    expect(await problemOf(new Uint8Array(gif))).toBe('not_a_cv_format')
  })

  test('a zip archive, a web page and noise are not CV formats', async () => {
    expect(await problemOf(zipSync({ 'notes.txt': strToU8('hello') }))).toBe('not_a_cv_format')
    expect(await problemOf(strToU8('<!DOCTYPE html><html><body>CV</body></html>'))).toBe('not_a_cv_format')
    expect(await problemOf(Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256))).toBe(
      'not_a_cv_format',
    )
  })

  test('a PDF cut off in the middle is damaged', async () => {
    expect(await problemOf(strToU8('%PDF-1.7\n1 0 obj\n<< /Type /Cata'))).toBe('damaged')
  })

  test('a Word file without its document, or with broken markup, is damaged', async () => {
    expect(await problemOf(docxOfBody('<w:p><w:r></w:p>'))).toBe('damaged')
    const whole = docxOf(LINES)
    expect(['damaged', 'not_a_cv_format']).toContain(await problemOf(whole.slice(0, whole.length / 2)))
  })

  test('a PDF that wants a password is encrypted', async () => {
    const key = `<${'41'.repeat(32)}>`
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [] /Count 0 >>',
      `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -1 >>`,
      '<< >>',
    ]
    expect(await problemOf(assemblePdf(objects, `/Encrypt 3 0 R /ID [${key} ${key}]`))).toBe('encrypted')
  })

  test('an OpenDocument with locked parts is encrypted', async () => {
    expect(await problemOf(odtOf(LINES, { manifest: '<manifest:encryption-data/>' }))).toBe('encrypted')
  })

  test('pages that are only pictures are scanned, and pages with nothing on them are empty', async () => {
    const picture =
      '<< /Type /XObject /Subtype /Image /Width 1700 /Height 2200 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 0 >>\nstream\n\nendstream'
    const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>'
    const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page]
    expect(await problemOf(assemblePdf([...objects, picture, '<< >>']))).toBe('scanned')
    expect(await problemOf(pdfOfContents(['']))).toBe('empty')
    expect(await problemOf(docxOf(['']))).toBe('empty')
    expect(await problemOf(strToU8('  \n\n '))).toBe('empty')
  })

  test('a book is more pages than a CV has', async () => {
    const pages = Array.from({ length: 41 }, () => linesFromTop(LINES))
    expect(await problemOf(pdfOf(pages))).toBe('too_many_pages')
  })

  test('a Word file that unpacks to far more than a CV holds is too large', async () => {
    const bomb = docxOfBody(`<w:p><w:r><w:t>${' '.repeat(42_000_000)}</w:t></w:r></w:p>`)
    expect(bomb.length).toBeLessThan(LARGEST_CV_BYTES)
    expect(await problemOf(bomb)).toBe('too_large')
  })

  test('a PDF of five thousand pages is refused at once', async () => {
    const pages = Array.from({ length: 5000 }, () => '')
    const began = Date.now()
    expect(await problemOf(pdfOfContents(pages))).toBe('too_many_pages')
    expect(Date.now() - began).toBeLessThan(20_000)
  })

  test('a PDF with a script in it is read, and the script is not run', async () => {
    const content = `BT /F1 10 Tf 60 780 Td (${LINES.join(' ')}) Tj ET`
    const bytes = assemblePdf([
      '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (globalThis.harmed = true) >> >>',
      '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      '<< >>',
    ])
    expect(await problemOf(bytes)).toBe('read')
    expect(globalThis).not.toHaveProperty('harmed')
  })

  test('XML nested deeper than anybody writes, with entities in entities, or of another kind, is refused', async () => {
    const deep = `<Candidate>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</Candidate>`
    expect(await problemOf(strToU8(`<?xml version="1.0"?>${deep}`))).toBe('damaged')
    const nested = `${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}`
    expect(await problemOf(docxOfBody(nested))).toBe('damaged')
    const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><SkillsPassport><LearnerInfo><Headline>&b;</Headline></LearnerInfo></SkillsPassport>`
    const result = await readCvBytes(strToU8(laughs))
    expect(JSON.stringify(result)).not.toContain('haha')
    expect(await problemOf(strToU8('<?xml version="1.0"?><svg onload="alert(1)"/>'))).toBe('not_a_cv_format')
  })

  test('JSON nested a hundred thousand deep, and rich text that never ends, end in a problem or a reading', async () => {
    const deep = strToU8(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(['damaged', 'not_a_cv_format']).toContain(await problemOf(deep))
    expect(await problemOf(strToU8(`{\\rtf1 ${'{'.repeat(200_000)} Skills`))).toBe('read')
    expect(await problemOf(strToU8(`{\\rtf1 ${'\\par a'.repeat(300_000)}`))).toBe('too_large')
  })

  test('a Word file with the name of a PDF is read as what it is', async () => {
    expect(await problemOf(docxOf(LINES))).toBe('read')
  })
})

test('rich text keeps its letters, items and lines, and nothing of its fonts and pictures', async () => {
  const source =
    "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator Word}{\\pict\\pngblip 89504e47}Ty\\'f6kokemus\\par Kokki, Ravintola Oy\\tab 2019 \\endash  2022\\par \\bullet  Leivoin leip\\u228?\\'e4\\par}"
  const result = await readCvBytes(strToU8(source))
  if (!('reading' in result)) throw new Error(result.problem)
  expect(result.reading.text).toBe('Työkokemus\nKokki, Ravintola Oy\t2019 – 2022\nLeivoin leipää')
  expect(result.reading.work).toMatchObject([{ title: 'Kokki', employer: 'Ravintola Oy', from: '2019' }])
})
