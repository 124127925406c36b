import { createCanvas, loadImage } from '@napi-rs/canvas'
import { renderPageAsImage } from 'unpdf'

import { CvRefusal } from './cv-refusal'
import { openPdf } from './pdf-text.server'
import { pictureSize } from './picture-size'

/** Most pages of pictures that are read; each takes seconds. */
const MOST_SCANNED_PAGES = 12
const A4_WIDTH = 595 // points
const POINTS_PER_INCH = 72
const DOTS_PER_INCH = 200
const MOST_PIXELS = 60_000_000
// What the recogniser reads best, in pixels across a page.
const WIDEST = 2400
const NARROWEST = 1200
// Enough to tell a line of text from the gap under it.
const INK_WIDTH = 600
const FAINTEST_INK = 24 // of 255

/** A page as a picture. `width` and `height` are its pixels. */
export type PageImage = { png: Buffer; width: number; height: number; pointsPerPixel: number }

/**
 * The pages of a PDF or the one page of a photograph, one at a time. Throws CvRefusal 'too_many_pages',
 * 'too_large', 'encrypted' or 'damaged'.
 */
export async function* pageImages(
  bytes: Uint8Array,
  format: 'pdf' | 'image',
): AsyncGenerator<{ image: PageImage; number: number; of: number }> {
  if (format === 'image') {
    yield { image: await photographedPage(bytes), number: 1, of: 1 }
    return
  }
  bringTransfer()
  const pdf = await openPdf(bytes)
  if (pdf.numPages > MOST_SCANNED_PAGES) throw new CvRefusal('too_many_pages')
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { width } = page.getViewport({ scale: 1 })
    const scale = Math.min(DOTS_PER_INCH / POINTS_PER_INCH, WIDEST / width)
    const viewport = page.getViewport({ scale })
    if (viewport.width * viewport.height > MOST_PIXELS) throw new CvRefusal('too_large')
    const png = await renderPageAsImage(pdf, number, { canvasImport: () => import('@napi-rs/canvas'), scale })
    page.cleanup()
    const image = { png: Buffer.from(png), width: viewport.width, height: viewport.height }
    yield { image: { ...image, pointsPerPixel: 1 / scale }, number, of: pdf.numPages }
  }
}

/** Turned the way the camera was held, and brought to a size that the recogniser reads well. */
async function photographedPage(bytes: Uint8Array): Promise<PageImage> {
  const size = pictureSize(bytes)
  if (!size) throw new CvRefusal('damaged')
  if (size.width * size.height > MOST_PIXELS) throw new CvRefusal('too_large')
  const picture = await loadImage(Buffer.from(bytes)).catch(() => {
    throw new CvRefusal('damaged')
  })
  const target = Math.min(Math.max(picture.width, NARROWEST), WIDEST)
  const width = target
  const height = Math.round((picture.height * target) / picture.width)
  const canvas = createCanvas(width, height)
  canvas.getContext('2d').drawImage(picture, 0, 0, width, height)
  return { png: canvas.toBuffer('image/png'), width, height, pointsPerPixel: A4_WIDTH / width }
}

/** The same page turned clockwise by quarters of a circle. */
export async function turned(image: PageImage, quarters: number): Promise<PageImage> {
  if (quarters === 0) return image
  const picture = await loadImage(image.png)
  const isOnSide = quarters % 2 === 1
  const width = isOnSide ? image.height : image.width
  const height = isOnSide ? image.width : image.height
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.translate(width / 2, height / 2)
  context.rotate((quarters * Math.PI) / 2)
  context.drawImage(picture, -image.width / 2, -image.height / 2)
  return { ...image, png: canvas.toBuffer('image/png'), width, height }
}

/** How the lines of a page run, by where its ink is; `nowhere` on a page of one colour, which has nothing to read. */
export type Lines = 'across' | 'down' | 'nowhere'

/** A guess good enough to try the likelier ways of turning a page first: recognising a page takes seconds, this none. */
export async function linesOf(image: PageImage): Promise<Lines> {
  const width = INK_WIDTH
  const height = Math.max(1, Math.round((image.height * width) / image.width))
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(await loadImage(image.png), 0, 0, width, height)
  const { data } = context.getImageData(0, 0, width, height)
  const rows = new Float64Array(height)
  const columns = new Float64Array(width)
  let darkest = 255
  let brightest = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const light = ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3
      darkest = Math.min(darkest, light)
      brightest = Math.max(brightest, light)
      rows[y] = (rows[y] ?? 0) + light / width
      columns[x] = (columns[x] ?? 0) + light / height
    }
  }
  if (brightest - darkest < FAINTEST_INK) return 'nowhere'
  return unevenness(rows) >= unevenness(columns) ? 'across' : 'down'
}

/** Lines of text make the light go up and down from one row of dots to the next. */
function unevenness(lights: Float64Array): number {
  let sum = 0
  for (let at = 1; at < lights.length; at++) sum += ((lights[at] ?? 0) - (lights[at - 1] ?? 0)) ** 2
  return sum / lights.length
}

/** The PDF library hands decoded pictures on by a method of buffers that Node.js has only from 21 on. */
function bringTransfer() {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const moved = structuredClone(this, { transfer: [this] })
      return length === moved.byteLength ? moved : moved.slice(0, length)
    },
  })
}
