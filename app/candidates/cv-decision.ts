import { z } from 'zod'
import { longText, optionalText, text } from '~/platform/fields'

/** What a person says of a skill found; `undecided` takes it back. */
const DECISIONS = ['confirmed', 'rejected', 'undecided'] as const
export type Decision = (typeof DECISIONS)[number]

export const DecisionForm = z.object({ decision: z.enum(DECISIONS), findingId: z.uuid().optional() })

/**
 * A skill read out of the CV by a person, with the sentence that shows it, copied from the text. `queue` puts a word that
 * the vocabulary lacks in its queue.
 */
export const AddedSkillForm = z.object({
  words: text(80),
  sentence: optionalText(1000),
  queue: z.literal('yes').optional(),
})
export const CorrectedSkillForm = z.object({ words: text(80) })

export const PastedCvForm = z.object({ text: longText(100_000) })
