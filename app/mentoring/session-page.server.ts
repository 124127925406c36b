import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { listMentors, listParticipants } from './programme-people.server'
import { findSession } from './sessions.server'

/** A session with the people whose attendance is asked; the same for coordinators and, by first names, for mentors. */
export async function findSessionPage(db: Db, viewer: Viewer, sessionId: string) {
  const session = await findSession(db, viewer, sessionId)
  if (!session) return undefined
  const [participants, mentors] = await Promise.all([
    listParticipants(db, viewer, session.programmeId),
    listMentors(db, session.programmeId),
  ])
  const { attendance, ...rest } = session
  return {
    session: rest,
    candidates: participants
      .filter((person) => person.leftOn === null || attendance.has(person.id))
      .map((person) => ({
        id: person.id,
        label: [person.number, person.name].filter(Boolean).join(' '),
        attendance: attendance.get(person.id),
      })),
    mentors: mentors
      .filter((mentor) => mentor.leftAt === null || attendance.has(mentor.id))
      .map((mentor) => ({ id: mentor.id, label: mentor.name, attendance: attendance.get(mentor.id) })),
  }
}
