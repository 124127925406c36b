import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createWorker, type Page as RecognisedPage } from 'tesseract.js'

import { CvRefusal } from './cv-refusal'
import { blocksOfLines } from './pdf-blocks'
import { linesInReadingOrder } from './pdf-layout'
import type { PagePieces, TextPiece } from './pdf-rows'
import { type Lines, linesOf, type PageImage, pageImages, turned } from './scan-images.server'
import { type DocumentText, plainCharacters } from './text-blocks'

/** The text of pictures of pages, and how sure its recognition was, in per cent. */
type ScanText = DocumentText & { confidence: number }

/** Told after each page: how many are read, of how many. */
export type PageRead = (read: number, of: number) => void

const LANGUAGES = ['fin', 'swe', 'eng']
const FEWEST_LETTERS = 20
// How a page may stand, in quarters of a circle, by how its lines run; the likelier first.
const WAYS: Record<Exclude<Lines, 'nowhere'>, readonly number[]> = {
  across: [0, 2, 1, 3],
  down: [1, 3, 0, 2],
}
const UPRIGHT = 70 // per cent of sureness; text on its side stays far below
const SUREST_NOISE = 25 // per cent; words below are specks and picture edges
const LEAST_OF_USUAL_SIZE = 0.8
const MOST_OF_USUAL_SIZE = 1.25
// What a round or square mark before a list item is taken for.
const MISREAD_BULLET = /^(?:[»«°©®¢*·e]|[-–—])$/

/**
 * Recognises the text of a scanned PDF or a picture, in Finnish, Swedish and English, by the data that comes with
 * its packages. Throws CvRefusal 'scanned' when no text comes out, and what `pageImages` throws.
 */
export async function readScan(
  bytes: Uint8Array,
  format: 'pdf' | 'image',
  onPage: PageRead,
): Promise<ScanText> {
  const recogniser = await startRecogniser()
  const pages: PagePieces[] = []
  const sureness = { letters: 0, sum: 0 }
  let before: Reading | undefined
  let count = 0
  for await (const { image, number, of } of pageImages(bytes, format)) {
    const lines = await linesOf(image)
    if (lines !== 'nowhere') {
      before = await readTurned(recogniser, image, number, waysToTry(lines, before))
      sureness.letters += before.letters
      sureness.sum += before.sum
      pages.push(before.page)
    }
    count = of
    onPage(number, of)
  }
  await recogniser.terminate()
  if (sureness.letters < FEWEST_LETTERS) throw new CvRefusal('scanned')
  return {
    blocks: blocksOfLines(linesInReadingOrder(pages), { hyphenates: true }),
    pages: count,
    hasPhoto: false,
    hasPictures: true,
    confidence: Math.round(sureness.sum / sureness.letters),
  }
}

type Reading = { quarters: number; letters: number; sum: number; page: PagePieces }

/**
 * Recognises a page, and where hardly anything sure comes out, the page turned otherwise: of four ways the one with
 * the most letters for certain. `ways` come in the order to be tried, at least one.
 */
async function readTurned(
  recogniser: Recogniser,
  image: PageImage,
  number: number,
  ways: readonly number[],
): Promise<Reading> {
  let best: Reading | undefined
  for (const quarters of ways) {
    const upright = await turned(image, quarters)
    const { data } = await recogniser.recognize(upright.png, {}, { blocks: true })
    const { pieces, page } = placePieces(data, upright, number)
    const reading = { quarters, page, ...surenessOf(pieces) }
    if (isUpright(reading)) return reading
    best = best && best.sum >= reading.sum ? best : reading
  }
  if (!best) throw new Error('a page was recognised no way')
  return best
}

/**
 * Pages of one file mostly stand alike; where none of the four ways was sure, the print is poor and one way has to do.
 */
function waysToTry(lines: Exclude<Lines, 'nowhere'>, before: Reading | undefined): readonly number[] {
  const ways = WAYS[lines]
  if (!before) return ways
  const isPoor = before.letters >= FEWEST_LETTERS && !isUpright(before)
  if (isPoor) return [before.quarters]
  const isLikely = ways.indexOf(before.quarters) < ways.length / 2
  return isLikely ? [before.quarters, ...ways.filter((one) => one !== before.quarters)] : ways
}

/** The recogniser wants the data of its languages in one folder; it has read them when it is ready. */
async function startRecogniser() {
  const { resolve } = createRequire(import.meta.url)
  const folder = await mkdtemp(join(tmpdir(), 'silta-scan-'))
  try {
    for (const language of LANGUAGES) {
      const data = dirname(resolve(`@tesseract.js-data/${language}/package.json`))
      const file = `${language}.traineddata.gz`
      await symlink(join(data, '4.0.0_best_int', file), join(folder, file))
    }
    return await createWorker(LANGUAGES, 1, { langPath: folder, gzip: true, cacheMethod: 'none' })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function surenessOf(pieces: readonly SurePiece[]): { letters: number; sum: number } {
  return {
    letters: pieces.reduce((letters, piece) => letters + piece.letters, 0),
    sum: pieces.reduce((sum, { letters, confidence }) => sum + letters * confidence, 0),
  }
}

const isUpright = ({ letters, sum }: { letters: number; sum: number }) =>
  letters >= FEWEST_LETTERS && sum / letters >= UPRIGHT

type Recogniser = Awaited<ReturnType<typeof startRecogniser>>
type SurePiece = { letters: number; confidence: number }

/** Puts the recognised words where they stand on a page, in points, as the text of a PDF would. */
function placePieces(
  { blocks }: RecognisedPage,
  { pointsPerPixel, width, height }: PageImage,
  number: number,
): { pieces: SurePiece[]; page: PagePieces } {
  const lines = (blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  const heights = lines.map((line) => line.rowAttributes.rowHeight).sort((one, other) => one - other)
  const usual = heights[heights.length >> 1] ?? 0
  const sure: SurePiece[] = []
  const pieces = lines.flatMap((line): TextPiece[] => {
    const { rowHeight } = line.rowAttributes
    const isUsual = rowHeight > LEAST_OF_USUAL_SIZE * usual && rowHeight < MOST_OF_USUAL_SIZE * usual
    const size = Math.round((isUsual ? usual : rowHeight) * pointsPerPixel)
    const baseline = (line.baseline.y0 + line.baseline.y1) / 2
    return line.words.flatMap((word, index) => {
      if (word.confidence < SUREST_NOISE) return []
      const isBullet = index === 0 && line.words.length > 1 && MISREAD_BULLET.test(word.text)
      const text = plainCharacters(isBullet ? '•' : word.text)
      const letters = text.match(/[\p{L}\d]/gu)?.length ?? 0
      if (letters > 0) sure.push({ letters, confidence: word.confidence })
      const { x0, x1 } = word.bbox
      return [
        {
          text,
          x: x0 * pointsPerPixel,
          y: (height - baseline) * pointsPerPixel,
          width: (x1 - x0) * pointsPerPixel,
          size,
          font: 'scan',
        },
      ]
    })
  })
  const right = width * pointsPerPixel
  return { pieces: sure, page: { number, left: 0, bottom: 0, right, top: height * pointsPerPixel, pieces } }
}
