import { z } from 'zod'
import { filterField } from './company-filter'

/** One act changes no more companies than this; a wider filter is narrowed or done in parts. */
export const BULK_LIMIT = 5000

/** Which companies an act is for: chosen rows, or all that the filter leaves. */
export const ChosenCompanies = z.object({
  scope: z.enum(['chosen', 'all']).default('chosen'),
  companyIds: z
    .preprocess(
      (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(z.uuid()),
    )
    .refine((ids) => ids.length <= 200, { error: 'errors:invalid' }),
  filter: filterField(),
})
export type ChosenCompanies = z.output<typeof ChosenCompanies>

const somebody = ({ scope, companyIds, filter }: ChosenCompanies) =>
  scope === 'all' ? !filter.filters.gone : companyIds.length > 0
const atLeastOne = { error: 'prospects:bulk.nothing_chosen', path: ['companyIds'] }

/** The owner of companies that are to have none; chosen, never left by accident. */
export const nobody = 'nobody'

export const BulkListForm = ChosenCompanies.extend({ sourceListId: z.uuid() }).refine(somebody, atLeastOne)
export const BulkOwnerForm = ChosenCompanies.extend({
  ownerId: z.union([z.uuid(), z.literal(nobody)]),
}).refine(somebody, atLeastOne)

export const tagChanges = ['add', 'remove'] as const
export const BulkTagForm = ChosenCompanies.extend({
  tagId: z.uuid(),
  change: z.enum(tagChanges).default('add'),
}).refine(somebody, atLeastOne)

/** The choice as the list of companies carries it in an address. */
export function readChosen(url: string): ChosenCompanies {
  const params = new URL(url).searchParams
  const chosen = ChosenCompanies.safeParse({
    scope: params.get('scope') ?? undefined,
    companyIds: params.getAll('companyIds'),
    filter: params.get('filter') ?? undefined,
  })
  return chosen.success
    ? chosen.data
    : { scope: 'chosen', companyIds: [], filter: { search: '', filters: {} } }
}
