import { type PagePieces, type Row, rowsOf, rowText } from './pdf-rows'

/** Page numbers and lines that stand at the same height on several pages are not part of the CV. */
export function withoutRunningLines(pages: PagePieces[]): PagePieces[] {
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
