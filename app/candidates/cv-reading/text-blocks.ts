import type { CvReading } from './cv-reading'

/**
 * What every format is turned into before its meaning is looked for. A block is one paragraph, list item or
 * heading with wrapped lines already joined. A tab in `text` is a wide gap on the line: what stands
 * after it (a date, a place, the next cell) is beside the text, not part of it.
 */
export type TextBlock = {
  text: string
  kind: 'paragraph' | 'bullet' | 'heading'
  /** Equal for equal looks within one document; null when the format has no looks. */
  style: string | null
  /** Height of the letters in points, where known. */
  size: number | null
  /** Begins a column beside an earlier one, so the heading before it does not reach here. */
  opensColumn?: boolean
}

/** A document as its format reader hands it on. */
export type DocumentText = {
  blocks: TextBlock[]
  pages: number | null
  hasPhoto: boolean
  /** Letters are absent but pictures are there. */
  hasPictures: boolean
  /** What a structured format says for certain; looked for in the text where absent. */
  known?: Pick<CvReading, 'work' | 'education' | 'languages'>
  /** How sure the recognition of a scan's text was, in per cent. */
  confidence?: number
}

const LIGATURES = /[\uFB00-\uFB06]/g
// Letters and digits as East Asian keyboards write them: another spelling of the same.
const FULL_WIDTH = /[\uFF01-\uFF5E]/g
const INVISIBLE = /[\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF\uFFFC\uFFFD]/g
// Control characters and half surrogates: neither text nor anything that a database column takes.
const NOT_TEXT = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu
const PRIVATE_BULLETS = /[\uF0A7\uF0B7\uF0D8\uF0FC\uF076\uF06E]/g
const PRIVATE_USE = /[\uE000-\uF8FF]/g
// TeX without T1 fonts draws ä as a free-standing diaeresis and an a.
const LOOSE_DIAERESIS = /\u00A8\s?([aouAOU])/g
const LOOSE_RING = /\u02DA\s?([aA])/g

/** Puts characters that only look different into one form. Tabs stay. */
export function plainCharacters(raw: string): string {
  return raw
    .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .replace(FULL_WIDTH, (letter) => letter.normalize('NFKC'))
    .replace(PRIVATE_BULLETS, '•')
    .replace(PRIVATE_USE, '')
    .replace(INVISIBLE, '')
    .replace(NOT_TEXT, '')
    .replace(LOOSE_DIAERESIS, '$1\u0308')
    .replace(LOOSE_RING, '$1\u030A')
    .normalize('NFC')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\r\n?/g, '\n')
}

/** "E X P E R I E N C E" as some templates draw headings becomes "EXPERIENCE"; two spaces part words. */
export function closeLetterSpacing(text: string): string {
  if (!/^(?:\p{L} ){3,}\p{L}(?: {2,}(?:\p{L} )*\p{L})*$/u.test(text)) return text
  return text
    .split(/ {2,}/)
    .map((word) => word.replaceAll(' ', ''))
    .join(' ')
}

const BULLET = /^\s*(?:[•◦▪▫●○■□‣⁃∙·❖♦►▶➢➤✓✔*]|[-–—](?=\s)|o(?=\s{2,}))\s*/u

/** The text of a list item without its mark, or null when the line carries none. */
export function withoutBullet(line: string): string | null {
  const mark = BULLET.exec(line)
  if (!mark) return null
  return line.slice(mark[0].length)
}

/** True for "2. Reporting tool": an item that carries its number, which stays part of its text. */
export const isNumberedItem = (line: string) => /^\d{1,2}[.)]\s+\p{Lu}/u.test(line)

const LONGEST_SIDE_CELL = 40 // letters; a longer cell is a column of text, not a date beside a job

/** The blocks of a table row: a short first cell (a date, a label) goes beside the first block of the next. */
export function blocksOfCells(cells: TextBlock[][]): TextBlock[] {
  const [first, second, ...rest] = cells.filter((cell) => cell.length > 0)
  const label = first?.length === 1 ? first[0] : undefined
  const beside = second?.[0]
  if (!label || !beside || label.text.length > LONGEST_SIDE_CELL || label.kind === 'heading')
    return cells.flat()
  return [{ ...beside, text: `${label.text}\t${beside.text}` }, ...(second ?? []).slice(1), ...rest.flat()]
}

/** True for a picture of the size and shape of a portrait, in centimetres. */
export const isPortraitSize = (width: number, height: number) =>
  width >= 1.5 && height >= 1.5 && width / height > 0.5 && width / height < 1.6
