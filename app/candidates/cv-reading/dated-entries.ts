import type { CvMonth } from './cv-reading'
import { periodIn } from './periods'
import { isPlace } from './places'
import type { PlacedBlock } from './sections'

/** A job or a course of study: its period, and the short lines that name it, cut into parts. */
export type DatedEntry = {
  parts: string[]
  from: CvMonth | null
  to: CvMonth | null
  ongoing: boolean
  source: string
}

const LONGEST_HEAD = 130 // letters of a line that names a job, its date left out
const LONGEST_SIDE_LINE = 80 // letters of a line above or below the dated line
const MOST_LINES_ABOVE = 2
const AFTER_DATE =
  /^[)\].,]*(?:\s*\(?(?:expected|estimated|ongoing|arvioitu|arviolta|kesken|pågående|beräknad)[^)]*\)?)?$/i
const LEGAL_FORM = /^(?:inc|ltd|llc|oy|oyj|ab|gmbh|ry|co|corp|plc|rf)\.?$/i
const DURATION =
  /^\(?(?:\d{1,2}\s?(?:years?|yrs?|months?|mos?|v|vuotta|vuosi|kk|kuukautta|år|mån(?:ader)?)\.?,?\s?){1,2}\)?$/i

/**
 * Finds the dated entries of a section. The dated line is the anchor; lines above it belong to the entry when
 * the first entry of the section is built that way, lines below it while the parts so far do not name enough.
 */
export function datedEntries(
  blocks: PlacedBlock[],
  namesEnough = (parts: string[]) => parts.length >= 2,
): DatedEntry[] {
  const lines = blocks.filter((block) => !block.isHeading)
  const plain = lines.filter((block) => block.kind !== 'bullet')
  // Some CVs list their jobs as items; then items are anchors too.
  const useItems = !plain.some(isAnchor)
  const anchors = lines.flatMap((block, index) =>
    isAnchor(block) && (useItems || block.kind !== 'bullet') ? [index] : [],
  )
  const first = anchors[0]
  if (first === undefined) return []
  const linesAbove = sideLines(lines, first - 1, -1, new Set(anchors)).length

  const used = new Set(anchors)
  return anchors.flatMap((at) => {
    const anchor = lines[at]
    const period = anchor ? periodIn(anchor.text) : null
    if (!anchor || !period) return []
    const own = partsOf(`${anchor.text.slice(0, period.start)}\t${anchor.text.slice(period.end)}`)
    const above = sideLines(lines, at - 1, -1, used).slice(0, linesAbove)
    for (const { index } of above) used.add(index)
    const parts = [...above.reverse().flatMap(({ text }) => partsOf(text)), ...own]
    for (const { index, text } of sideLines(lines, at + 1, 1, used)) {
      if (namesEnough(parts)) break
      used.add(index)
      parts.push(...partsOf(text))
    }
    const { from, to, ongoing } = period
    return [{ parts, from, to, ongoing, source: anchor.text }]
  })
}

function isAnchor(block: PlacedBlock): boolean {
  const period = periodIn(block.text)
  if (!period) return false
  const rest = block.text.slice(0, period.start) + block.text.slice(period.end)
  if (rest.length > LONGEST_HEAD) return false
  const before = block.text.slice(0, period.start).trim()
  const after = block.text.slice(period.end).trim()
  const atEdge = /^[([]*$/.test(before) || AFTER_DATE.test(after)
  const inOwnCell = block.text.split('\t').some((cell) => {
    const inCell = periodIn(cell)
    return inCell !== null && cell.trim().length - (inCell.end - inCell.start) <= 4
  })
  // A sentence that happens to end in a year is no anchor: "… published in 2019."
  const isSentence = period.isPoint && /\.$/.test(block.text) && rest.length > 40
  return (atEdge || inOwnCell || (!period.isPoint && rest.length < 90)) && !isSentence
}

/** Short plain lines directly above (-1) or below (1) a line, nearest first, up to an item or running text. */
function sideLines(lines: PlacedBlock[], from: number, step: 1 | -1, used: Set<number>) {
  const found: { index: number; text: string }[] = []
  for (let index = from; found.length < MOST_LINES_ABOVE; index += step) {
    const line = lines[index]
    if (!line || used.has(index) || line.kind === 'bullet' || line.text.length > LONGEST_SIDE_LINE) break
    const words = line.text.split(/\s+/).length
    if (/[.!?:]$/.test(line.text) && (words > 5 || line.text.endsWith(':'))) break
    found.push({ index, text: line.text })
  }
  return found
}

/** Cuts "Cook, Ravintola Oy – Helsinki" into what names the job and the employer; places are left out. */
export function partsOf(text: string): string[] {
  const groups = text
    .split(
      /\t|\s[|•·–—@-]\s|\s[-–—]+$|(?<=\p{L}{2})[–—]\s|(?<=[\p{L}.])-\s(?=\p{Lu})|\s(?:at|på)\s(?=\p{Lu})|;\s|(?<=\s(?:Oyj?|Ab|Ky|Tmi|ry|rf|Ltd|Inc))\.\s/u,
    )
    .map(tidy)
    .filter((group) => group !== '' && !isPlace(group) && !DURATION.test(group))
  return groups.flatMap(commaParts)
}

function commaParts(group: string): string[] {
  const parts: string[] = []
  for (const piece of group.split(/,\s+(?![^(]*\))/).map(tidy)) {
    const last = parts.at(-1)
    if (last !== undefined && LEGAL_FORM.test(piece)) parts[parts.length - 1] = `${last}, ${piece}`
    else if (piece !== '') parts.push(piece)
  }
  let places = 0
  while (parts.length > 1 && isPlace(parts.at(-1) ?? '')) {
    parts.pop()
    places++
  }
  // "…, Facebook, Menlo Park, USA": the town before a known country.
  if (places > 0 && parts.length > 2) parts.pop()
  return parts
}

const tidy = (text: string) =>
  text
    .replace(/\(\s*\)|\[\s*\]/g, '')
    .replace(/^[\s,;:()[\]–—|•-]+(?<![(])|[\s,;:–—|•[-]+$|(?<=\p{L}{3})\.$/gu, '')
    .trim()
