import { getISODay } from 'date-fns'
import { instantOf, localTimeOf } from '~/platform/dates'

type Span = { from: Date; until: Date }

/** How somebody can be met: wall-clock hours of the week, 1 is Monday. */
export type HostWeek = {
  minutesLong: number
  bufferMinutes: number
  noticeHours: number
  hours: { weekday: number; opens: string; closes: string }[]
}

type Around = {
  now: Date
  /** The calendar days looked at; those that are public holidays have no usual hours. */
  days: string[]
  holidays: ReadonlySet<string>
  /** Given beside the usual hours, on holidays too. */
  open: Span[]
  busy: Span[]
}

const halfHour = 30
const minute = 60_000

/** The moments at which a meeting of the host's usual length may begin, earliest first. */
export function freeStarts(host: HostWeek, { now, days, holidays, open, busy }: Around): Date[] {
  const earliest = now.getTime() + host.noticeHours * 60 * minute
  const length = host.minutesLong * minute
  const buffer = host.bufferMinutes * minute
  // Begun on the half hour, so that people can remember it.
  const step = Math.ceil((host.minutesLong + host.bufferMinutes) / halfHour) * halfHour * minute
  const usual = days
    .filter((day) => !holidays.has(day))
    .flatMap((day) =>
      host.hours
        .filter(({ weekday }) => weekday === getISODay(`${day}T12:00:00`))
        .map(({ opens, closes }) => ({
          from: instantOf(`${day}T${opens}`),
          until: instantOf(`${day}T${closes}`),
        })),
    )
  const starts = new Set<number>()
  for (const { from, until } of [...usual, ...open])
    for (let at = from.getTime(); at + length <= until.getTime(); at += step) {
      const taken = busy.some(
        (other) => at - buffer < other.until.getTime() && other.from.getTime() < at + length + buffer,
      )
      if (at >= earliest && !taken) starts.add(at)
    }
  return [...starts].sort((one, other) => one - other).map((at) => new Date(at))
}

const halfOfDay = { limit: 2 }

/** A few of them to choose from on one screen: at most two before and two after noon of a day. */
export function someOf(starts: readonly Date[], limit: number): Date[] {
  const counted = new Map<string, number>()
  const some: Date[] = []
  for (const start of starts) {
    const [day, time = ''] = localTimeOf(start).split('T')
    const half = `${day} ${time < '12:00' ? 'before' : 'after'}`
    const count = counted.get(half) ?? 0
    if (count >= halfOfDay.limit) continue
    counted.set(half, count + 1)
    some.push(start)
    if (some.length === limit) break
  }
  return some
}
