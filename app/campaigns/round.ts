import { z } from 'zod'
import { longText, optionalDay, optionalText, text, version } from '~/platform/fields'

const days = { startsOn: optionalDay(), endsOn: optionalDay() }

function endsAfterStart(form: { startsOn?: string; endsOn?: string }, context: z.RefinementCtx) {
  if (form.startsOn && form.endsOn && form.endsOn < form.startsOn)
    context.addIssue({ code: 'custom', path: ['endsOn'], message: 'errors:ends_before_start' })
}

/** One employer round of a project: from a list of companies to what came of it. */
export const RoundForm = z
  .object({ projectId: z.uuid(), name: text(150), goal: optionalText(2000), ...days })
  .superRefine(endsAfterStart)
export type RoundForm = z.output<typeof RoundForm>

export const RoundChangeForm = z
  .object({ name: text(150), goal: longText(2000).optional(), ...days, version: version() })
  .superRefine(endsAfterStart)
export type RoundChangeForm = z.output<typeof RoundChangeForm>

/** The project that pays: its code is the funder's. */
export const ProjectForm = z
  .object({ code: text(40), name: text(200), funder: optionalText(200), ...days })
  .superRefine(endsAfterStart)
export type ProjectForm = z.output<typeof ProjectForm>
