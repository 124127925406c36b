import { z } from 'zod'
import { text } from '~/platform/fields'

/** How well: 1 basics, 2 good, 3 strong. */
export const SKILL_LEVELS = ['1', '2', '3'] as const

/** A skill that somebody has, in the words it is known by. */
export const PersonSkillForm = z.object({
  words: text(80),
  level: z.enum(SKILL_LEVELS).transform(Number).optional(),
})
