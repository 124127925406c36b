import { periodIn } from './periods'
import { isPlace } from './places'
import { headingKind } from './section-headings'

/** A run of text as the PDF draws it. Points; y grows upwards and is the baseline. */
export type TextPiece = { text: string; x: number; y: number; width: number; size: number; font: string }
export type PagePieces = {
  number: number
  left: number
  bottom: number
  right: number
  top: number
  pieces: TextPiece[]
}

/** Pieces that share a baseline, from left to right. */
type Row = { y: number; size: number; pieces: TextPiece[] }

/** A line of text in one column. `column` is equal for lines that can continue each other. */
export type TextLine = {
  text: string
  page: number
  column: string
  x: number
  right: number
  y: number
  size: number
  font: string
  /** First line of a column that stands beside an earlier one: no heading of that one holds here. */
  opensColumn?: boolean
}

const NARROWEST_GUTTER = 8 // points
const FEWEST_COLUMN_ROWS = 3
const DEEPEST_SPLIT = 4

/** All lines of a document: columns one after the other, side dates beside what they date. */
export function linesInReadingOrder(pages: PagePieces[]): TextLine[] {
  const streams = withoutRunningLines(pages).map((page) => {
    const rows = rowsOf(page.pieces)
    return readRegion(rows, { page, name: 'page', depth: 0 })
  })
  return joinColumnsAcrossPages(streams)
}

/** A part of a page that is read from top to bottom before the next part. */
type Region = { name: string; left: number; right: number; lines: TextLine[] }
type Where = { page: PagePieces; name: string; depth: number }

function readRegion(rows: Row[], where: Where): Region[] {
  if (rows.length === 0) return []
  const gutter = where.depth < DEEPEST_SPLIT ? findGutter(rows) : null
  if (!gutter) return [lineRegion(rows, where)]

  const above = rows.slice(0, gutter.firstRow)
  const band = rows.slice(gutter.firstRow, gutter.lastRow + 1)
  const below = rows.slice(gutter.lastRow + 1)
  const left = band.flatMap((row) => part(row, (piece) => piece.x + piece.width / 2 < gutter.x))
  const right = band.flatMap((row) => part(row, (piece) => piece.x + piece.width / 2 >= gutter.x))
  const deeper = (name: string): Where => ({
    ...where,
    name: `${where.name}/${name}`,
    depth: where.depth + 1,
  })
  const inner =
    gutter.kind === 'columns'
      ? [...readRegion(left, deeper('left')), ...readRegion(right, deeper('right'))]
      : gutter.kind === 'labels left'
        ? besideLabels(left, readRegion(right, deeper('labelled')), 'before', where)
        : besideLabels(right, readRegion(left, deeper('labelled')), 'after', where)
  return [...readRegion(above, where), ...inner, ...readRegion(below, where)]
}

const part = (row: Row, belongs: (piece: TextPiece) => boolean): Row[] => {
  const pieces = row.pieces.filter(belongs)
  return pieces.some((piece) => piece.text.trim() !== '') ? [{ ...row, pieces }] : []
}

function rowsOf(pieces: TextPiece[]): Row[] {
  const rows: Row[] = []
  const visible = pieces
    .filter((piece) => piece.text !== '')
    .sort((one, other) => other.y - one.y || one.x - other.x)
  for (const piece of visible) {
    const row = rows.at(-1)
    const reach = row ? 0.35 * Math.min(Math.max(row.size, 4), Math.max(piece.size, 4)) : 0
    if (row && row.y - piece.y <= reach) {
      row.pieces.push(piece)
      row.size = Math.max(row.size, piece.size)
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  for (const row of rows) row.pieces.sort((one, other) => one.x - other.x)
  return rows.filter((row) => row.pieces.some((piece) => piece.text.trim() !== ''))
}

const inked = (row: Row) => row.pieces.filter((piece) => piece.text.trim() !== '')
const rowText = (row: Row) => textOfPieces(row.pieces, Number.POSITIVE_INFINITY)

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
function findGutter(rows: Row[]): Gutter | null {
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
const isDuration = (text: string) =>
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

function lineRegion(rows: Row[], { page, name }: Where): Region {
  const right = Math.max(...rows.flatMap((row) => inked(row).map((piece) => piece.x + piece.width)))
  const lines = rows.map((row) => lineOf(row, page.number, name, right))
  return { name, left: Math.min(...lines.map((line) => line.x)), right, lines }
}

function lineOf(row: Row, page: number, column: string, columnRight: number): TextLine {
  const pieces = inked(row)
  const widest = pieces.reduce((one, other) => (other.text.length > one.text.length ? other : one))
  return {
    text: textOfPieces(row.pieces, columnRight),
    page,
    column,
    x: pieces[0]?.x ?? 0,
    right: Math.max(...pieces.map((piece) => piece.x + piece.width)),
    y: row.y,
    size: widest.size,
    font: widest.font,
  }
}

/**
 * Joins the pieces of a row: no gap, a space, or a tab where the gap is wide. A row that fills its column
 * with even gaps is justified text and gets no tabs.
 */
function textOfPieces(pieces: TextPiece[], columnRight: number): string {
  const gaps: number[] = []
  let previous: TextPiece | null = null
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue
    if (previous) gaps.push(piece.x - (previous.x + previous.width))
    previous = piece
  }
  const wordGaps = gaps.filter((gap) => gap > 1).sort((one, other) => one - other)
  const medianGap = wordGaps[wordGaps.length >> 1] ?? 0
  const end = previous ? previous.x + previous.width : 0
  const isJustified = wordGaps.length >= 3 && Math.abs(columnRight - end) < 2

  let text = ''
  let blankBetween = false
  previous = null
  for (const piece of pieces) {
    if (piece.text.trim() === '') {
      blankBetween = true
      continue
    }
    if (previous) {
      const gap = piece.x - (previous.x + previous.width)
      const wide = 1.5 * Math.max(piece.size, previous.size)
      if (gap > wide && !(isJustified && gap < 2.2 * medianGap)) text = `${text.trimEnd()}\t`
      else if (gap > 0.14 * piece.size || blankBetween) text += ' '
    }
    text += piece.text
    previous = piece
    blankBetween = false
  }
  return text
    .replace(/ *\t */g, '\t')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/**
 * Puts side labels into the lines they stand beside. Labels that follow each other closely (a place above a
 * date, a period wrapped over two lines) go together to the first line; a heading stays a line of its own.
 */
function besideLabels(labels: Row[], regions: Region[], side: 'before' | 'after', where: Where): Region[] {
  const groups: { y: number; size: number; texts: string[]; last: number; row: Row }[] = []
  for (const row of labels) {
    const text = rowText(row)
    if (isDuration(text)) continue
    const group = groups.at(-1)
    const joined = group ? `${group.texts.join(' ')} ${text}` : text
    const wraps = group && side === 'before' && /[-–—]$/.test(group.texts.at(-1) ?? '') && isBareDate(joined)
    const stacked =
      group &&
      side === 'after' &&
      group.last - row.y < 1.5 * row.size &&
      group.texts.every((t) => !isBareDate(t))
    if (group && headingKind(text) === null && (wraps || stacked)) {
      group.texts.push(text)
      group.last = row.y
    } else groups.push({ y: row.y, size: row.size, texts: [text], last: row.y, row })
  }

  const lines = regions.flatMap((region) => region.lines)
  for (const group of groups) {
    const text = group.texts.join(side === 'before' ? ' ' : '\t')
    const beside = lines.find((line) => Math.abs(line.y - group.y) <= 0.5 * group.size)
    if (beside && headingKind(text) === null) {
      beside.text = side === 'before' ? `${text}\t${beside.text}` : `${beside.text}\t${text}`
      continue
    }
    const own = lineOf(group.row, where.page.number, `${where.name}/label`, Number.POSITIVE_INFINITY)
    const below = lines.findIndex((line) => line.y <= group.y + 0.5 * group.size)
    lines.splice(below < 0 ? lines.length : below, 0, { ...own, text })
  }
  const left = Math.min(...lines.map((line) => line.x))
  const right = Math.max(...lines.map((line) => line.right))
  return [{ name: `${where.name}/labelled`, left, right, lines }]
}

/** Page numbers and lines that stand at the same height on several pages are not part of the CV. */
function withoutRunningLines(pages: PagePieces[]): PagePieces[] {
  const seen = new Map<string, Set<number>>()
  const keyOf = (row: Row) => `${Math.round(row.y / 3)}|${rowText(row).replace(/\d+/g, '#')}`
  const inMargin = (row: Row, page: PagePieces) => {
    const margin = 0.08 * (page.top - page.bottom)
    return row.y < page.bottom + margin || row.y > page.top - margin
  }
  const rowsByPage = pages.map((page) => rowsOf(page.pieces).filter((row) => inMargin(row, page)))
  rowsByPage.forEach((rows, page) => {
    for (const row of rows) seen.set(keyOf(row), (seen.get(keyOf(row)) ?? new Set()).add(page))
  })
  return pages.map((page, index) => {
    const dropped = new Set(
      (rowsByPage[index] ?? [])
        .filter((row) => (seen.get(keyOf(row))?.size ?? 0) > 1 || isPageNumber(rowText(row)))
        .concat(
          rowsOf(page.pieces)
            .slice(-1)
            .filter((row) => isPageNumber(rowText(row))),
        )
        .flatMap((row) => row.pieces),
    )
    return { ...page, pieces: page.pieces.filter((piece) => !dropped.has(piece)) }
  })
}

const isPageNumber = (text: string) =>
  /^(?:(?:page|sivu|sida|s\.)\s*)?[-–]?\s*\d{1,3}(?:\s*(?:\/|of|av|\()\s*\d{1,3}\)?)?\s*[-–]?$/i.test(text) ||
  /^(?:last updated|päivitetty|uppdaterad)\b.{0,30}$/i.test(text)

/**
 * A column that goes on over the page is read to its end before the next column begins: otherwise
 * the second page of the work history would stand under the last heading of the sidebar.
 */
function joinColumnsAcrossPages(pages: Region[][]): TextLine[] {
  const streams: Region[] = []
  for (const regions of pages) {
    const before = streams.length
    for (const region of regions) {
      const earlier = streams.slice(0, before)
      const sidebarAtEnd = earlier.some(
        (stream) => stream.name.endsWith('/right') || stream.name.endsWith('/left'),
      )
      const same = earlier.findLast(
        (stream) =>
          stream.name.includes('/') &&
          Math.abs(stream.left - region.left) < 6 &&
          region.right <= stream.right + 20,
      )
      if (sidebarAtEnd && same) same.lines.push(...region.lines)
      else {
        const [first, ...rest] = region.lines
        const isRight = (stream: Region) => stream.name.includes('/right')
        const opensColumn = isRight(region) && !streams.slice(before).some(isRight)
        streams.push({ ...region, lines: first ? [{ ...first, opensColumn }, ...rest] : [] })
      }
    }
  }
  return streams.flatMap((stream) => stream.lines)
}
