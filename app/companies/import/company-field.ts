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
