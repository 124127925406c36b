/** What a column of an imported table can hold, in the order in which the mapping page offers them. */
export const companyFields = [
  'business_id',
  'name',
  'form',
  'registered_on',
  'industry',
  'industry_code',
  'municipality',
  'street',
  'postcode',
  'website',
  'phone',
  'email',
  'employees',
  'language',
  'keywords',
  'web_text',
  'contact_name',
  'contact_first_name',
  'contact_last_name',
  'contact_role',
  'contact_phone',
  'contact_email',
] as const

export type CompanyField = (typeof companyFields)[number]

/** Which column, counted from 0, holds each field; a field that the file lacks is absent. */
export type ColumnMapping = Partial<Record<CompanyField, number>>

/** Without these columns no row could be told apart from another. */
export const requiredFields = ['business_id', 'name'] as const satisfies readonly CompanyField[]

/**
 * The columns of a company that an update from a file may fill or replace, as the database calls them. A business ID is
 * only ever filled.
 */
export const updatableColumns = [
  'business_id',
  'name',
  'form',
  'registered_on',
  'industry',
  'industry_code',
  'municipality',
  'street',
  'postcode',
  'website',
  'phone',
  'email',
  'size_band',
  'language',
  'web_text',
] as const
export type UpdatableColumn = (typeof updatableColumns)[number]

/** The column in which a field may win over a known value, or null: keywords go to the list, people stand beside. */
export function updatedColumn(field: CompanyField): UpdatableColumn | null {
  if (field === 'employees') return 'size_band'
  if (field === 'business_id') return null
  return updatableColumns.find((column) => column === field) ?? null
}

/** The field whose wording names a column. */
export function fieldOfColumn(column: UpdatableColumn): CompanyField {
  return column === 'size_band' ? 'employees' : column
}

/** The field that a column of the file holds, or undefined. */
export function fieldAt(mapping: ColumnMapping, column: number): CompanyField | undefined {
  return companyFields.find((field) => mapping[field] === column)
}
