/** The fields that stand in a column of the company itself; a file that we write has these. */
export const heldFields = [
  'business_id',
  'name',
  'form',
  'registered_on',
  'industry',
  'industry_code',
  'industry_code_2025',
  'municipality',
  'street',
  'postcode',
  'website',
  'phone',
  'email',
  'employees',
  'growth',
  'growth_source',
  'funded',
  'language',
  'web_text',
] as const
type HeldField = (typeof heldFields)[number]

/** What a column of an imported table can hold, in the order in which the mapping page offers them. */
export const companyFields = [
  ...heldFields,
  'keywords',
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

/** Without these columns no row is a company. */
export const requiredFields = ['name'] as const satisfies readonly CompanyField[]

export type UpdatableColumn = Exclude<HeldField, 'employees'> | 'size_band'

/** The column of a company that holds a field, as the database calls it. */
export const columnOfField = (field: HeldField): UpdatableColumn =>
  field === 'employees' ? 'size_band' : field

/** The columns of a company that an update from a file may fill or replace. A business ID is only ever filled. */
export const updatableColumns: readonly UpdatableColumn[] = heldFields.map(columnOfField)

/**
 * The column in which a field may win over a known value, or null: keywords go to the list, people stand beside, and the
 * source of a growth goes with the growth.
 */
export function updatedColumn(field: CompanyField): UpdatableColumn | null {
  const held = heldFields.find((one) => one === field)
  return held && held !== 'business_id' && held !== 'growth_source' ? columnOfField(held) : null
}

/** The field whose wording names a column. */
export function fieldOfColumn(column: UpdatableColumn): HeldField {
  return column === 'size_band' ? 'employees' : column
}

/** The field that a column of the file holds, or undefined. */
export function fieldAt(mapping: ColumnMapping, column: number): CompanyField | undefined {
  return companyFields.find((field) => mapping[field] === column)
}
