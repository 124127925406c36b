import { describe, expect, test } from 'vitest'
import { pictureSize } from '~/candidates/cv-reading/picture-size'
import { readCvFile, readScannedCvFile } from '~/candidates/cv-reading/read-cv.server'
import { linesOf } from '~/candidates/cv-reading/scan-images.server'
import { meaningOf, sidebarRight, singleColumn, WHAT_IT_SAYS } from './one-cv'
import { linesFromTop, pdfOfContents } from './sample-files'
import { pictureOf, scanOf } from './scanned-page'

async function readScan(bytes: Uint8Array, onPage: (read: number, of: number) => void = () => {}) {
  const result = await readScannedCvFile(bytes, onPage)
  if (!('reading' in result)) throw new Error(result.problem)
  return result.reading
}

// Recognising a page takes seconds, on a busy machine many.
describe('a CV that is a picture', { timeout: 180_000 }, () => {
  test.each([
    ['scanned, in one column', () => scanOf([singleColumn()])],
    ['scanned, with a sidebar', () => scanOf([sidebarRight()])],
    ['photographed as JPEG', () => pictureOf(singleColumn())],
    ['photographed as PNG, on its side', () => pictureOf(singleColumn(), { kind: 'png', quarters: 1 })],
  ])('%s, says the same as the file it was printed from', async (_, file) => {
    const bytes = file()
    expect(await readCvFile(bytes)).toEqual({ problem: 'scanned' })
    const reading = await readScan(bytes)
    expect(meaningOf(reading)).toEqual(WHAT_IT_SAYS)
    expect(reading.format).toBe('scan')
    expect(reading.confidence).toBeGreaterThan(80)
    for (const secret of ['Maija', 'Testilä', 'Kukkakuja', '040 123', 'example.com', '1985'])
      expect(reading.travelText).not.toContain(secret)
  })

  test('tells page by page how far it is, and reads Swedish and English', async () => {
    const told: string[] = []
    const reading = await readScan(
      scanOf([
        linesFromTop(['Arbetserfarenhet', 'Sjuksköterska, Vårdhem Ab 3/2015 – 2/2019', 'Språkkunskaper']),
        linesFromTop(['Svenska: modersmål', 'Engelska: C1', 'Skills', 'Wound care and medication']),
      ]),
      (read, of) => told.push(`${read}/${of}`),
    )
    expect(told).toEqual(['1/2', '2/2'])
    expect(reading.work).toMatchObject([{ title: 'Sjuksköterska', from: '2015-03', to: '2019-02' }])
    expect(reading.text).toContain('Wound care and medication')
  })

  test('without text, with too many pages, or too slow, ends in a problem', async () => {
    const ignore = () => {}
    expect(await readScannedCvFile(pictureOf([]), ignore)).toEqual({ problem: 'scanned' })
    expect(await readScannedCvFile(scanOf(Array.from({ length: 13 }, () => [])), ignore)).toEqual({
      problem: 'too_many_pages',
    })
    expect(
      await readScannedCvFile(scanOf([singleColumn()]), ignore, { timeoutMs: 200, maxMemoryMb: 1200 }),
    ).toEqual({ problem: 'took_too_long' })
  })

  test('that claims to be wider than a wall is not decoded', async () => {
    const png = Buffer.from(pictureOf([], { kind: 'png' }))
    png.writeUInt32BE(100_000, 16)
    png.writeUInt32BE(100_000, 20)
    expect(await readScannedCvFile(Uint8Array.from(png), () => {})).toEqual({ problem: 'too_large' })
  })
})

test.each([
  ['across an upright page', 'across', singleColumn(), 0],
  ['across a page on its head', 'across', sidebarRight(), 2],
  ['down a page on its side', 'down', singleColumn(), 1],
  ['down one on the other side', 'down', sidebarRight(), 3],
  ['nowhere on a blank page', 'nowhere', [], 0],
] as const)('lines run %s', async (_, lines, page, quarters) => {
  const png = Buffer.from(pictureOf([...page], { kind: 'png', quarters }))
  const size = pictureSize(png) ?? { width: 0, height: 0 }
  expect(await linesOf({ png, ...size, pointsPerPixel: 1 })).toBe(lines)
})

test('the size of a picture is read from its header', () => {
  expect(pictureSize(pictureOf([]))).toEqual({ width: 1654, height: 2339 })
  expect(pictureSize(pictureOf([], { kind: 'png' }))).toEqual({ width: 1654, height: 2339 })
  expect(pictureSize(pdfOfContents(['']))).toBeNull()
})
