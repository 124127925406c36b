import { findGutter, isBareDate, isDuration } from './pdf-gutters'
import { inked, type PagePieces, part, type Row, rowsOf, rowText, textOfPieces } from './pdf-rows'
import { withoutRunningLines } from './pdf-running-lines'
import { headingKind } from './section-headings'

/**
 * A line of text. `column` is equal for lines that can continue each other; `region` also tells the lines that
 * have dates beside them, and so less room, from the others.
 */
export type TextLine = {
  text: string
  page: number
  column: string
  region: string
  x: number
  right: number
  y: number
  size: number
  font: string
  /** First line of a column that stands beside an earlier one: no heading of that one holds here. */
  opensColumn?: boolean
}

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

function lineRegion(rows: Row[], { page, name }: Where): Region {
  const right = Math.max(...rows.flatMap((row) => inked(row).map((piece) => piece.x + piece.width)))
  const lines = rows.map((row) => lineOf(row, page.number, name, right))
  return { name, left: Math.min(...lines.map((line) => line.x)), right, lines }
}

function lineOf(row: Row, page: number, region: string, right: number): TextLine {
  const pieces = inked(row)
  const widest = pieces.reduce((one, other) => (other.text.length > one.text.length ? other : one))
  return {
    text: textOfPieces(row.pieces, right),
    page,
    column: region.replaceAll('/labelled', ''),
    region,
    x: pieces[0]?.x ?? 0,
    right: Math.max(...pieces.map((piece) => piece.x + piece.width)),
    y: row.y,
    size: widest.size,
    font: widest.font,
  }
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
    const sofar = group?.texts.join(' ') ?? ''
    const wraps =
      group &&
      side === 'before' &&
      group.last - row.y < 1.6 * row.size &&
      (/[-–—]$/.test(sofar) || !isBareDate(sofar)) &&
      isBareDate(`${sofar} ${text}`)
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
