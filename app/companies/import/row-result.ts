/** What a row of an imported file comes to: a new company, a known one that gained values or had all, a second row about one company, or none. */
export const rowResults = ['new', 'updated', 'known', 'duplicate', 'refused'] as const
export type RowResult = (typeof rowResults)[number]
