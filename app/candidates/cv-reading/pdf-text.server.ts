import { getDocumentProxy } from 'unpdf'

import { MOST_CV_PAGES } from './cv-reading'
import { CvRefusal } from './cv-refusal'
import { blocksOfLines } from './pdf-blocks'
import { linesInReadingOrder } from './pdf-layout'
import type { PagePieces, TextPiece } from './pdf-rows'
import { closeLetterSpacing, type DocumentText, plainCharacters } from './text-blocks'

const MOST_PIECES = 200_000
const FEWEST_LETTERS = 20 // fewer than this in a whole document is a stamp or a page number, not a text

/** A PDF's text, and the Europass XML it may carry as an attachment. */
type PdfText = DocumentText & { attachedXml: string | null }

/**
 * Reads a PDF's text in reading order. Throws CvRefusal 'encrypted', 'too_many_pages', 'too_large' or
 * 'damaged'. Every other exception of the PDF library means a broken file to the caller.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const pictures = picturesIn(bytes)
  const pdf = await openPdf(bytes)
  if (pdf.numPages > MOST_CV_PAGES) throw new CvRefusal('too_many_pages')

  const pages: PagePieces[] = []
  let total = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    total += items.length
    if (total > MOST_PIECES) throw new CvRefusal('too_large')
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const pieces = items.flatMap((item) => ('str' in item ? pieceOf(item) : []))
    pages.push({ number, left, bottom, right, top, pieces: pieces.filter((piece) => piece.x < right) })
    page.cleanup()
  }

  // Damage beside the pages does not matter.
  const metadata = await pdf.getMetadata().catch(() => null)
  const attachments = await pdf.getAttachments().catch(() => null)
  const info: Record<string, unknown> = { ...metadata?.info }
  const madeBy = `${info.Producer ?? ''} ${info.Creator ?? ''}`
  const blocks = blocksOfLines(linesInReadingOrder(pages), {
    // Browsers and Word break words only at hyphens that are really there.
    hyphenates: !/skia|chrom|wkhtml|quartz|word/i.test(madeBy),
  })
  const letters = blocks.reduce((sum, block) => sum + (block.text.match(/\p{L}/gu)?.length ?? 0), 0)
  return {
    blocks: letters < FEWEST_LETTERS ? [] : blocks,
    pages: pdf.numPages,
    hasPhoto: pictures.some(looksLikePhoto),
    hasPictures: pictures.length > 0,
    attachedXml: attachedXml(attachments),
  }
}

/** Opens a PDF. Throws CvRefusal 'encrypted' or 'damaged'. */
export function openPdf(bytes: Uint8Array) {
  // The library takes the array over and refuses a Buffer, hence the copy.
  return getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 }).catch((error) => {
    throw new CvRefusal(error?.name === 'PasswordException' ? 'encrypted' : 'damaged')
  })
}

type PdfTextItem = { str: string; transform: number[]; width: number; height: number; fontName: string }

function pieceOf(item: PdfTextItem): TextPiece[] {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform
  // Text that runs up or down the margin is ornament or a watermark.
  if (Math.abs(b) > Math.abs(a)) return []
  const text = closeLetterSpacing(plainCharacters(item.str))
  const size = item.height || Math.abs(d)
  if (size < 2) return []
  return [{ text, x, y, width: item.width, size, font: item.fontName }]
}

/** Picture sizes, read from the dictionaries in the file: decoding the pictures costs far more. */
function picturesIn(bytes: Uint8Array): Picture[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const pictures: Picture[] = []
  for (const { index } of source.matchAll(/\/Subtype\s*\/Image\b/g)) {
    const start = Math.max(source.lastIndexOf('obj', index), index - 2000)
    const end = source.indexOf('stream', index)
    const dictionary = source.slice(start, Math.min(end < 0 ? index + 600 : end, index + 2000))
    const width = Number(/\/Width\s+(\d+)/.exec(dictionary)?.[1])
    const height = Number(/\/Height\s+(\d+)/.exec(dictionary)?.[1])
    const isBlackAndWhite = /\/ImageMask\s+true|\/BitsPerComponent\s+1\b/.test(dictionary)
    if (width > 0 && height > 0) pictures.push({ width, height, isBlackAndWhite })
  }
  return pictures
}

type Picture = { width: number; height: number; isBlackAndWhite: boolean }

const looksLikePhoto = ({ width, height, isBlackAndWhite }: Picture) =>
  !isBlackAndWhite && width >= 90 && height >= 90 && width / height > 0.5 && width / height < 1.6

function attachedXml(attachments: unknown): string | null {
  if (typeof attachments !== 'object' || attachments === null) return null
  for (const attachment of Object.values(attachments)) {
    if (!(attachment?.content instanceof Uint8Array)) continue
    const text = new TextDecoder().decode(attachment.content)
    if (text.slice(0, 2000).includes('<')) return text
  }
  return null
}
