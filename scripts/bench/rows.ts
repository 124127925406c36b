import type { Size } from './bench-database'
import { activityRows } from './rows/activity'
import { callRows } from './rows/calls'
import { candidateRows } from './rows/candidates'
import { companyRows } from './rows/companies'
import { contactRows } from './rows/contacts'
import { houseRows } from './rows/house'

/** Rows made by the database itself, the same ones at every run: what is chosen follows from the row's number. */
export type RowSource = { name: string; sql: (size: Size) => string }

/** In the order of their making. */
export const rowSources: RowSource[] = [
  houseRows,
  companyRows,
  callRows,
  contactRows,
  activityRows,
  candidateRows,
]
