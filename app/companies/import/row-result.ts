/** What a row of an imported file comes to: a new company, a known one that gained values or had all, a second row about one company, or none. */
export const rowResults = ['new', 'updated', 'known', 'duplicate', 'refused'] as const
export type RowResult = (typeof rowResults)[number]

/** How many rows of a file come to what; `suppressed` and `contacts` are counted among the rows that are taken. */
export type ImportCounts = Record<RowResult, number> & {
  rows: number
  suppressed: number
  contacts: number
  /** Rows that are taken without one of their values. */
  problems: number
  /** By column, how many known companies get another value. */
  fields: Record<string, number>
  /** After an undo: companies taken away, companies put back, rows let be. */
  undone?: { removed: number; restored: number; leftAlone: number }
}
