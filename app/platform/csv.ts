/**
 * One line of a table for spreadsheets, with its line end. A cell that a spreadsheet would run as a formula is
 * made plain text by an apostrophe; telephone numbers and negative numbers are no formulas.
 */
export function csvLine(cells: (string | number | null)[], delimiter = ';'): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`
}

function csvCell(cell: string | number | null, delimiter: string): string {
  const text = cell === null ? '' : String(cell)
  const formula = /^[=@\t\r]/.test(text) || (/^[+-]/.test(text) && !/^[+-]?[\d\s().,-]+$/.test(text))
  const plain = formula ? `'${text}` : text
  return plain.includes(delimiter) || /["\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
