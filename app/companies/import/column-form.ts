import { z } from 'zod'
import { type ColumnMapping, companyFields, type UpdatableColumn, updatedColumn } from './company-field'

/**
 * What each column of the file holds, in the file's order, and whether it wins over what a known company has; a column
 * left out is not imported.
 */
export const ColumnForm = z.object({
  columns: z.array(z.enum(companyFields).optional()).max(500),
  overwrite: z.array(z.literal('on').optional()).max(500).default([]),
})
export type ColumnForm = z.output<typeof ColumnForm>

/** The form as a mapping, and the columns that were given a field another column has already. */
export function readColumnForm({ columns, overwrite }: ColumnForm) {
  const overwritten: UpdatableColumn[] = []
  const mapping: ColumnMapping = {}
  const twice: number[] = []
  columns.forEach((field, column) => {
    if (!field) return
    if (mapping[field] !== undefined) twice.push(column)
    else mapping[field] = column
    const updated = updatedColumn(field)
    if (updated && overwrite[column]) overwritten.push(updated)
  })
  return { mapping, overwritten, twice }
}
