import { type RawBuilder, sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { TIME_ZONE } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { isSubstitute } from './own-coach.server'

/** A contact with a person; the words only for whom they were written. */
export type ContactLine = {
  id: string
  kind: 'note' | 'session' | 'meeting'
  day: string
  channel: string
  minutes: number | null
  notReached: boolean
  restricted: boolean
  authorName: string | null
  body: string | null
}

/**
 * SQL: whether the viewer may read the words of a note: the own coach, whoever wrote it, and any coach of a person
 * without one; a substitute reads those that are not restricted.
 */
function isReadableNote(viewer: Pick<Viewer, 'userId'>): RawBuilder<boolean> {
  return sql<boolean>`(candidate.coach_id is null or candidate.coach_id = ${viewer.userId}
    or candidate_note.created_by = ${viewer.userId}
    or (not candidate_note.restricted and ${isSubstitute(viewer)}))`
}

/**
 * A page of the contacts with one person, newest first: notes, mentoring sessions and meetings the person was at. Any
 * coordinator sees that there was one, so that nobody calls the day after; the caller has asked who is there.
 */
export async function listContacts(
  db: Db,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ lines: ContactLine[]; more: boolean }> {
  const most = page * pageSize + 1
  const zone = sql.lit(TIME_ZONE)
  const { rows } = await sql<ContactLine>`
    select * from (
      (select candidate_note.id, 'note' as kind, candidate_note.happened_on as day, candidate_note.channel,
        candidate_note.minutes, candidate_note.not_reached as "notReached", candidate_note.restricted,
        author.name as "authorName",
        case when ${isReadableNote(viewer)} then candidate_note.body end as body
      from candidate_note join candidate on candidate.id = candidate_note.candidate_id
        left join user_account as author on author.id = candidate_note.created_by
      where candidate_note.candidate_id = ${candidateId}
      order by candidate_note.happened_on desc, candidate_note.id desc limit ${most})
      union all
      (select mentoring_session.id, 'session', (mentoring_session.starts_at at time zone ${zone})::date,
        mentoring_session.mode, coalesce(mentoring_session.held_minutes, mentoring_session.planned_minutes),
        false, false, null, mentoring_session.topic
      from session_attendance join mentoring_session on mentoring_session.id = session_attendance.session_id
      where session_attendance.candidate_id = ${candidateId} and mentoring_session.status = 'held'
        and session_attendance.attendance in ('present', 'late')
      order by mentoring_session.starts_at desc limit ${most})
      union all
      (select meeting.id, 'meeting', (meeting.starts_at at time zone ${zone})::date, meeting.mode,
        meeting.minutes_long, false, false, null, meeting.title
      from meeting_candidate join meeting on meeting.id = meeting_candidate.meeting_id
      where meeting_candidate.candidate_id = ${candidateId} and meeting.status = 'held'
        and meeting_candidate.attendance = 'present'
      order by meeting.starts_at desc limit ${most})
    ) as contact
    order by day desc, id desc
    limit ${pageSize + 1} offset ${(page - 1) * pageSize}
  `.execute(db)
  return { lines: rows.slice(0, pageSize), more: rows.length > pageSize }
}
