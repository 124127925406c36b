/** A run of text as the PDF draws it. Points; y grows upwards and is the baseline. */
export type TextPiece = { text: string; x: number; y: number; width: number; size: number; font: string }

/** The text of one page and the page's edges, in points. */
export type PagePieces = {
  number: number
  left: number
  bottom: number
  right: number
  top: number
  pieces: TextPiece[]
}

/** Pieces that share a baseline, from left to right. */
export type Row = { y: number; size: number; pieces: TextPiece[] }

/** Pieces sorted into rows from the top of the page down; what hardly leaves the baseline stays in its row. */
export function rowsOf(pieces: TextPiece[]): Row[] {
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

export const inked = (row: Row) => row.pieces.filter((piece) => piece.text.trim() !== '')
export const rowText = (row: Row) => textOfPieces(row.pieces, Number.POSITIVE_INFINITY)

/** The row with only those pieces, in a list that is empty when none of them shows. */
export const part = (row: Row, belongs: (piece: TextPiece) => boolean): Row[] => {
  const pieces = row.pieces.filter(belongs)
  return pieces.some((piece) => piece.text.trim() !== '') ? [{ ...row, pieces }] : []
}

/**
 * Joins the pieces of a row: no gap, a space, or a tab where the gap is wide. A row that fills its column
 * with even gaps is justified text and gets no tabs.
 */
export function textOfPieces(pieces: TextPiece[], columnRight: number): string {
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
