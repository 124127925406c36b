/**
 * What a row of an imported file comes to: a new company, a known one that gained values or had all, a second row about
 * one company, one that a person passed over, or none.
 */
export const rowResults = ['new', 'updated', 'known', 'duplicate', 'skipped', 'refused'] as const
export type RowResult = (typeof rowResults)[number]

/** How many rows of a file come to what; `suppressed` and `contacts` are counted among the rows that are taken. */
export type ImportCounts = Record<RowResult, number> & {
  rows: number
  suppressed: number
  contacts: number
  /** Rows that are taken without one of their values. */
  problems: number
  /** Rows that are probably a known company, for a person to decide. */
  similar: number
  /** Rows that are a known company by its number, web domain, or name and place, and surely. */
  matched: number
  /** New companies without a business ID. */
  withoutId: number
  /** By column, how many known companies get another value. */
  fields: Record<string, number>
  /** After an undo: companies taken away, companies put back, rows let be. */
  undone?: { removed: number; restored: number; leftAlone: number }
}

/** What a person decides about a row that is probably a known company. */
export const rowDecisions = ['new', 'known', 'skip'] as const
export type RowDecision = (typeof rowDecisions)[number]
