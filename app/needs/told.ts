import { z } from 'zod'
import { longText } from '~/platform/fields'
import type { ListShape } from '~/platform/list-params'

/** Where a company told what skills it needs. */
export const TOLD_IN = ['call', 'survey', 'meeting'] as const
export type ToldIn = (typeof TOLD_IN)[number]

export const toldListShape = {
  sorts: ['told'],
  defaultDirection: 'desc',
  filters: { from: TOLD_IN, state: ['aside'] },
} as const satisfies ListShape<string>

/** What can be set aside here; an answer to a survey is left on the page where it is checked. */
export const ToldAt = z.object({ source: z.enum(['call', 'meeting']), id: z.uuid() })
export type ToldAt = z.output<typeof ToldAt>

export const AsideForm = z.object({ reason: longText(300) })
