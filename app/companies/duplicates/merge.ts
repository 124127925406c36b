import { z } from 'zod'
import { version } from '~/platform/fields'

/** What is chosen between, in the order of the page; each field of the form decides the columns beside it. */
export const mergeFields = {
  name: ['name'],
  businessId: ['business_id', 'no_business_id'],
  parentBusinessId: ['parent_business_id'],
  form: ['form'],
  category: ['category'],
  industry: ['industry'],
  industryCode: ['industry_code'],
  industryCode2025: ['industry_code_2025'],
  registeredOn: ['registered_on'],
  municipality: ['municipality'],
  street: ['street'],
  postcode: ['postcode'],
  phone: ['phone'],
  email: ['email'],
  website: ['website'],
  language: ['language'],
  sizeBand: ['size_band'],
  growth: ['growth', 'growth_source'],
  funded: ['funded'],
  description: ['description'],
  ownerName: ['owner_id'],
} as const satisfies Record<string, readonly string[]>

export type MergeField = keyof typeof mergeFields
export const mergeFieldNames = Object.keys(mergeFields) as MergeField[]

/** Whose value stays: the company's that stays, or the one's that goes. */
const whose = z.enum(['kept', 'removed']).optional()

const choices = Object.fromEntries(mergeFieldNames.map((name) => [name, whose])) as Record<
  MergeField,
  typeof whose
>

/** A field that is not sent keeps the value of the company that stays, or takes the other's where that has none. */
export const MergeForm = z.object({
  ...choices,
  keptVersion: version(),
  removedVersion: version(),
})
export type MergeForm = z.output<typeof MergeForm>

/** What undoing a merge left as it was. */
export type LeftAlone = { fields: string[]; rows: number }

/** The field of the page that a column belongs to; undefined for columns nobody chooses. */
export function fieldOfColumn(column: string): MergeField | undefined {
  return mergeFieldNames.find((name) => (mergeFields[name] as readonly string[]).includes(column))
}
