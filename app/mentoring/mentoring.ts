import { z } from 'zod'
import { day, localTime, optionalDay, optionalText, text, version } from '~/platform/fields'

export const MODELS = [
  'company_group',
  'two_company_mentors',
  'peer_facilitated',
  'student_guidance',
  'one_to_one',
] as const
export const SESSION_KINDS = ['group', 'individual', 'on_call', 'orientation', 'visit'] as const
export const SESSION_MODES = ['in_person', 'online', 'hybrid'] as const
export const ATTENDANCES = ['present', 'late', 'absent_notified', 'absent'] as const
export type Attendance = (typeof ATTENDANCES)[number]

const programme = {
  name: text(120),
  model: z.enum(MODELS),
  goal: optionalText(1000),
  roundId: z.uuid().optional(),
  channelUrl: z.url({ protocol: /^https$/ }).optional(),
  startsOn: optionalDay(),
  endsOn: optionalDay(),
}
const endsAfterStart = (form: { startsOn?: string; endsOn?: string }, context: z.RefinementCtx) => {
  if (form.startsOn && form.endsOn && form.endsOn < form.startsOn)
    context.addIssue({ code: 'custom', path: ['endsOn'], message: 'errors:ends_before_start' })
}
export const NewProgrammeForm = z.object(programme).superRefine(endsAfterStart)
export const ProgrammeForm = z.object({ ...programme, version: version() }).superRefine(endsAfterStart)
export type ProgrammeDetails = z.output<typeof NewProgrammeForm>

export const StatusForm = z.object({ status: z.enum(['running', 'closed', 'draft']), version: version() })
export type StatusChange = z.output<typeof StatusForm>

export const MentorForm = z.object({ contactId: z.uuid(), confidentialitySignedOn: optionalDay() })
export const ParticipantForm = z.object({ candidate: text(160), joinedOn: day() })
export const LeavingForm = z.object({ leftOn: day(), reason: optionalText(300) })

export const SessionForm = z.object({
  kind: z.enum(SESSION_KINDS),
  mode: z.enum(SESSION_MODES),
  topic: optionalText(300),
  startsAt: localTime(),
  plannedMinutes: z.coerce.number().int().min(5).max(1440),
})
export type SessionDetails = z.output<typeof SessionForm>

const Attended = z.array(z.object({ id: z.uuid(), attendance: z.enum(ATTENDANCES) })).default([])
export const HeldForm = z.object({
  heldMinutes: z.coerce.number().int().min(1).max(1440),
  candidates: Attended,
  mentors: Attended,
  version: version(),
})
export const CancellationForm = z.object({ reason: text(300), version: version() })

export type Readiness = {
  goal: boolean
  facilitator: boolean
  mentors: boolean
  confidentiality: boolean
  firstInPerson: boolean
}

/**
 * What experience says a programme needs before it runs: a written goal, a facilitator, mentors bound to
 * confidentiality, and a first session face to face. Warnings, never obstacles.
 */
export function readinessOf(programme: {
  goal: string | null
  facilitatorId: string | null
  mentors: { confidentialitySignedOn: string | null }[]
  firstSessionMode: string | null
}): Readiness {
  return {
    goal: programme.goal !== null,
    facilitator: programme.facilitatorId !== null,
    mentors: programme.mentors.length > 0,
    confidentiality:
      programme.mentors.length > 0 &&
      programme.mentors.every(({ confidentialitySignedOn }) => confidentialitySignedOn !== null),
    firstInPerson: programme.firstSessionMode === 'in_person' || programme.firstSessionMode === 'hybrid',
  }
}
