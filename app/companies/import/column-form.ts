import { z } from 'zod'
import { type ColumnMapping, companyFields } from './company-field'

/** What each column of the file holds, in the file's order; a column left out is not imported. */
export const ColumnForm = z.object({ columns: z.array(z.enum(companyFields).optional()).max(500) })
export type ColumnForm = z.output<typeof ColumnForm>

/** The form as a mapping, and the columns that were given a field another column has already. */
export function readColumnForm({ columns }: ColumnForm): { mapping: ColumnMapping; twice: number[] } {
  const mapping: ColumnMapping = {}
  const twice: number[] = []
  columns.forEach((field, column) => {
    if (!field) return
    if (mapping[field] !== undefined) twice.push(column)
    else mapping[field] = column
  })
  return { mapping, twice }
}
