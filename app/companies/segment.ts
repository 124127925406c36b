import { z } from 'zod'
import { text, version } from '~/platform/fields'
import { filterField, isNarrowed } from './company-filter'

/** A filter under a name; shared ones are shown to everybody who reads companies. */
export const SegmentForm = z.object({
  name: text(120),
  shared: z.stringbool().default(false),
  filter: filterField().refine(isNarrowed, { error: 'prospects:segment.nothing_narrowed' }),
})
export type SegmentForm = z.output<typeof SegmentForm>

export const SegmentChangeForm = SegmentForm.extend({ version: version() })
export type SegmentChangeForm = z.output<typeof SegmentChangeForm>

/** What the source list of a segment asks for beside the filter. */
export const SegmentListForm = z.object({ name: text(200), roundId: z.uuid().optional() })
export type SegmentListForm = z.output<typeof SegmentListForm>

/** A source list is not made of more companies than this at once. */
export const LIST_LIMIT = 10_000
