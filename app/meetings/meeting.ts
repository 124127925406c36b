import { z } from 'zod'
import { localTime, longText, optionalText, text, version } from '~/platform/fields'

export const MEETING_KINDS = ['one_to_one', 'joint', 'visit', 'workshop', 'event'] as const
export const MEETING_MODES = ['in_person', 'online', 'hybrid'] as const
export const ATTENDANCES = ['present', 'absent_notified', 'absent'] as const
const details = {
  title: text(160),
  kind: z.enum(MEETING_KINDS),
  mode: z.enum(MEETING_MODES),
  startsAt: localTime(),
  minutesLong: z.coerce.number().int().min(5).max(1440),
  place: optionalText(200),
  link: z.url({ protocol: /^https$/ }).optional(),
  roundId: z.uuid().optional(),
}

/** A time of one's own outweighs a free one that was chosen. */
export const NewMeetingForm = z
  .object({
    ...details,
    startsAt: localTime().optional(),
    slot: localTime().optional(),
    company: optionalText(160),
    callId: z.uuid().optional(),
  })
  // Said together with what is wrong at the other fields.
  .refine(({ startsAt, slot }) => Boolean(startsAt ?? slot), {
    path: ['startsAt'],
    error: 'booking:error.time',
    when: () => true,
  })
  .transform(({ startsAt, slot, ...form }) => ({ ...form, startsAt: startsAt ?? slot ?? '' }))
export const MeetingForm = z.object({ ...details, version: version() })
export type MeetingDetails = z.output<typeof MeetingForm>

export const GuestForm = z.object({
  kind: z.enum(['company', 'candidate']),
  words: text(160),
})
export const ContactGuestForm = z.object({ contactId: z.uuid() })

const Attended = z.array(z.object({ id: z.uuid(), attendance: z.enum(ATTENDANCES) })).default([])
export const HeldForm = z.object({
  summary: optionalText(4000),
  companies: Attended,
  contacts: Attended,
  candidates: Attended,
  version: version(),
})
export const CancellationForm = z.object({ reason: longText(300), version: version() })
