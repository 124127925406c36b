import { instantOf, plusDays, today } from '~/platform/dates'
import type { Vocabulary } from '~/skills/vocabulary'
import { collectRows, type RowCollection } from './row-collection'
import { type Random, seededRandom } from './seeded-random'

/** What an activity is about, beside its subject. */
type About = { companyId?: string; candidateId?: string; campaignId?: string; roundId?: string }
type Detail = Record<string, string | number | boolean | null | string[]>

export type Story = {
  now: Date
  random: Random
  rows: RowCollection
  vocabulary: Vocabulary
  /** The working day this many days from today, 'YYYY-MM-DD'; a weekend moves away from today. */
  day: (fromToday: number) => string
  /** The instant of a Finnish wall-clock time on that working day. */
  at: (fromToday: number, time: string) => Date
  /** A new id whose order in time is that of the instant. */
  id: (instant: Date) => string
  /** Writes a line of the timeline. */
  tell: (
    instant: Date,
    actorId: string,
    action: string,
    subject: [type: string, id: string],
    about?: About,
    detail?: Detail,
  ) => void
}

/** Opens the story the demonstration tells; it ends on the day of `now`. */
export function beginStory(now: Date, vocabulary: Vocabulary): Story {
  const random = seededRandom(20_26)
  const rows = collectRows()
  const todayIs = today(now)
  const day = (fromToday: number) => workingDay(plusDays(todayIs, fromToday), fromToday > 0 ? 1 : -1)
  const id = idMaker(random)
  return {
    now,
    random,
    rows,
    vocabulary,
    day,
    at: (fromToday, time) => instantOf(`${day(fromToday)}T${time}`),
    id,
    tell(instant, actorId, action, [type, subjectId], about = {}, detail = {}) {
      rows.add('activity', {
        id: id(instant),
        at: instant,
        actor_id: actorId,
        action,
        subject_type: type,
        subject_id: subjectId,
        company_id: about.companyId ?? null,
        candidate_id: about.candidateId ?? null,
        campaign_id: about.campaignId ?? null,
        round_id: about.roundId ?? null,
        detail,
      })
    },
  }
}

function workingDay(day: string, step: 1 | -1): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? workingDay(plusDays(day, step), step) : day
}

/** UUIDs of version 7 (RFC 9562): the order of ids is the order of instants, then of making. */
function idMaker(random: Random): (instant: Date) => string {
  let made = 0
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  return (instant) => {
    made = (made + 1) % 0x1000
    const time = hex(instant.getTime(), 12)
    const tail = hex(0x8000 + random.whole(0, 0x3fff), 4)
    const node = hex(random.whole(0, 0xffffff), 6) + hex(random.whole(0, 0xffffff), 6)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(made, 3)}-${tail}-${node}`
  }
}
