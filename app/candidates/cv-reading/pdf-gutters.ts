import { inked, part, type Row, rowText } from './pdf-rows'
import { periodIn } from './periods'
import { isPlace } from './places'
import { headingKind } from './section-headings'

const NARROWEST_GUTTER = 8 // points
const FEWEST_COLUMN_ROWS = 3

type Gutter = {
  x: number
  firstRow: number
  lastRow: number
  kind: 'columns' | 'labels left' | 'labels right'
}

/**
 * The best empty vertical strip: crossed by no text over the longest run of rows, with text on both sides.
 * Null when the rows are one column, or a grid of short cells that is read row by row.
 */
export function findGutter(rows: Row[]): Gutter | null {
  const inkedRows = rows.map(inked)
  const edges = inkedRows.flat().map((piece) => piece.x)
  const left = Math.min(...edges)
  const right = Math.max(...inkedRows.flat().map((piece) => piece.x + piece.width))
  const candidates = [...new Set(edges.map((x) => Math.round(x)))].filter(
    (x) => x - left > 15 && right - x > 25,
  )
  let best: (Gutter & { score: number }) | null = null
  for (const start of candidates) {
    // A column begins at an edge of text; the gutter is the strip just before it.
    const strip = { from: start - NARROWEST_GUTTER, to: start - 1 }
    const clear = inkedRows.map((pieces) =>
      pieces.every((piece) => piece.x + piece.width <= strip.from + 1 || piece.x >= strip.to),
    )
    for (const run of runsOf(clear)) {
      const gutter = judgeRun(rows, run, start - 1)
      if (gutter && (!best || gutter.score > best.score)) best = gutter
    }
  }
  return best
}

function runsOf(flags: boolean[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  flags.forEach((flag, index) => {
    const last = runs.at(-1)
    if (!flag) return
    if (last && last.to === index - 1) last.to = index
    else runs.push({ from: index, to: index })
  })
  return runs
}

function judgeRun(
  rows: Row[],
  run: { from: number; to: number },
  x: number,
): (Gutter & { score: number }) | null {
  const band = rows.slice(run.from, run.to + 1)
  const left = band.flatMap((row) => part(row, (piece) => piece.x < x))
  const right = band.flatMap((row) => part(row, (piece) => piece.x >= x))
  const leftTexts = left.map(rowText)
  const rightTexts = right.map(rowText)
  const gutter = { x, firstRow: run.from, lastRow: run.to, score: left.length + right.length }
  if (left.length > 0 && right.length > 1 && leftTexts.every(isBareDate))
    return { ...gutter, kind: 'labels left' }
  const isDateOrPlace = (text: string) => isBareDate(text) || isPlace(text) || isDuration(text)
  if (left.length > 1 && right.length > 1 && rightTexts.some(isBareDate) && rightTexts.every(isDateOrPlace))
    return { ...gutter, kind: 'labels right' }
  if (left.length < FEWEST_COLUMN_ROWS || right.length < FEWEST_COLUMN_ROWS) return null
  if (areLabels(leftTexts)) return { ...gutter, kind: 'labels left' }
  if (areLabels(rightTexts)) return { ...gutter, kind: 'labels right' }

  const startsTogether = commonStart(right) / right.length
  if (startsTogether < 0.5) return null
  const headed = (texts: string[]) => texts.some((text) => headingKind(text) !== null)
  const median = (texts: string[]) =>
    texts.map((text) => text.length).sort((a, b) => a - b)[texts.length >> 1] ?? 0
  const isGrid = !headed(rightTexts) && median(leftTexts) < 35 && median(rightTexts) < 35
  if (isGrid || !(headed(leftTexts) || headed(rightTexts))) return null
  // Columns come before the side dates inside them.
  return { ...gutter, kind: 'columns', score: 1.5 * gutter.score }
}

/** Dates, with places among them: they belong to the lines beside them. Headings may stand among them. */
function areLabels(texts: string[]): boolean {
  const dated = texts.filter((text) => isBareDate(text) || isDuration(text)).length
  const headings = texts.filter((text) => headingKind(text) !== null).length
  const short = texts.filter((text) => text.length <= 34).length
  return short === texts.length && dated >= 1 && (dated + headings) / texts.length >= 0.4
}

/** True for a text that is a date, a period or half a wrapped period and nothing else. */
export function isBareDate(text: string): boolean {
  const trimmed = text.trim()
  if (/^(?:present|current|now|nykyinen|nyt|nykyhetki|nuvarande|nu|pågående)$/i.test(trimmed)) return true
  const period = periodIn(trimmed.replace(/[-–—]$/, ''))
  return period !== null && trimmed.length - (period.end - period.start) <= 4
}

/** "2 years 10 months", which some templates print under a period. */
export const isDuration = (text: string) =>
  /^\(?(?:\d{1,2}\s?(?:years?|yrs?|months?|mos?|v|vuotta|vuosi|kk|kuukautta|år|mån|månader)\.?\s?){1,2}\)?$/i.test(
    text.trim(),
  )

function commonStart(rows: Row[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const start = Math.round((inked(row)[0]?.x ?? 0) / 3)
    counts.set(start, (counts.get(start) ?? 0) + 1)
  }
  const near = [...counts.keys()].map((start) => (counts.get(start) ?? 0) + (counts.get(start + 1) ?? 0))
  return Math.max(0, ...near)
}
