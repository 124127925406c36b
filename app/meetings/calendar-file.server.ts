import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import type { MailFile } from '~/mail/messages'
import type { Language } from '~/texts/text-keys'

export type CalendarMethod = 'REQUEST' | 'CANCEL'

type Person = { name: string; email: string }

/**
 * The file a calendar program takes an invitation from (RFC 5545 and 5546). The identifier of a meeting never
 * changes, its sequence grows with each change; times are written in UTC.
 */
export function calendarFile(meeting: {
  id: string
  sequence: number
  method: CalendarMethod
  language: Language
  title: string
  startsAt: Date
  minutesLong: number
  where: string
  link: string | null
  organizer: Person
  attendee: Person
}): MailFile {
  const cancelled = meeting.method === 'CANCEL'
  const isHost = meeting.attendee.email === meeting.organizer.email
  const calendar = ical({
    prodId: { company: 'Silta', product: 'Silta', language: meeting.language.toUpperCase() },
    method: ICalCalendarMethod[meeting.method],
  })
  calendar.createEvent({
    id: `${meeting.id}@silta`,
    sequence: meeting.sequence,
    start: meeting.startsAt,
    end: new Date(meeting.startsAt.getTime() + meeting.minutesLong * 60_000),
    stamp: new Date(),
    summary: meeting.title,
    location: meeting.where,
    url: meeting.link,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: meeting.organizer,
    attendees: [
      {
        ...meeting.attendee,
        role: ICalAttendeeRole.REQ,
        rsvp: !isHost && !cancelled,
        status: isHost ? ICalAttendeeStatus.ACCEPTED : ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  })
  return {
    name: 'silta.ics',
    type: `text/calendar; charset=utf-8; method=${meeting.method}`,
    text: calendar.toString(),
  }
}
