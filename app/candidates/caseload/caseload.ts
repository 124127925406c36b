import { z } from 'zod'
import { optionalDay, optionalText, text, version } from '~/platform/fields'

export const PACES = ['too_long', 'too_dense', 'due', 'on_pace'] as const
/** How the contacts with a person keep to what was agreed: alerts both ways, due within days, or as agreed. */
export type Pace = (typeof PACES)[number]

/** A contact comes due this many days before it is late. */
export const DUE_WITHIN = { days: 3 }

const days = (least: number) => z.coerce.number().int().min(least).max(365)

export const CadenceForm = z
  .object({ minDays: days(0), maxDays: days(1), validFrom: z.iso.date(), validUntil: optionalDay() })
  .superRefine(({ minDays, maxDays, validFrom, validUntil }, context) => {
    if (maxDays <= minDays)
      context.addIssue({ code: 'custom', path: ['maxDays'], message: 'caseload:cadence.max_above_min' })
    if (validUntil && validUntil < validFrom)
      context.addIssue({ code: 'custom', path: ['validUntil'], message: 'caseload:ends_before_start' })
  })
export type CadenceAgreement = z.output<typeof CadenceForm>

export const HandOverForm = z.object({ coachId: z.uuid(), reason: text(300), version: version() })

export const HandOverAllForm = z.object({ fromId: z.uuid(), coachId: z.uuid(), reason: text(300) })

export const AbsenceForm = z
  .object({ substituteId: z.uuid(), startsOn: z.iso.date(), endsOn: z.iso.date() })
  .superRefine(({ startsOn, endsOn }, context) => {
    if (endsOn < startsOn)
      context.addIssue({ code: 'custom', path: ['endsOn'], message: 'caseload:ends_before_start' })
  })
export type Absence = z.output<typeof AbsenceForm>

export const nextStepFields = { nextStep: optionalText(200), nextStepOn: optionalDay() }

/** A step may be without a day, a day not without a step. */
export function checkNextStep(
  step: { nextStep?: string; nextStepOn?: string },
  context: z.RefinementCtx,
): void {
  if (step.nextStepOn && !step.nextStep)
    context.addIssue({ code: 'custom', path: ['nextStep'], message: 'errors:required' })
}
export const NextStepForm = z.object(nextStepFields).superRefine(checkNextStep)
