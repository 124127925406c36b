import { getISODay } from 'date-fns'
import { instantOf, localTimeOf, plusDays } from '~/platform/dates'
import { finnishHoliday, type HolidayName } from '~/platform/holidays.server'

/** When a campaign calls, in Finnish wall-clock time; 1 is Monday. */
export type CallingTimes = {
  callsFrom: string
  callsUntil: string
  callWeekdays: number[]
  callsOnHolidays: boolean
}

export type Quiet = {
  why: 'hours' | 'weekday' | 'holiday'
  holiday: HolidayName | null
  /** Calls ended then; a callback agreed for a later time was agreed for the quiet. */
  since: Date
  /** Calls go on then. */
  until: Date
}

/** Christmas and a campaign of one weekday together are no longer. */
const longestQuiet = { days: 60 }
const longestForecast = { days: 730 }

/** The quiet the campaign is in, or null when it may call now. */
export async function quietAt(times: CallingTimes, now = new Date()): Promise<Quiet | null> {
  const [today = '', time = ''] = localTimeOf(now).split('T')
  const closed = await closedOn(times, today)
  if (!closed && time >= times.callsFrom && time < times.callsUntil) return null
  return {
    why: closed?.why ?? 'hours',
    holiday: closed?.holiday ?? null,
    since: await lastClosing(times, today, time),
    until: await nextOpening(times, today, time),
  }
}

/** The day 'YYYY-MM-DD' on which `days` more days of calling are over, two years ahead at the most. */
export async function callingDayAfter(times: CallingTimes, day: string, days: number): Promise<string> {
  let [left, date] = [days, day]
  for (let ahead = 0; left > 0 && ahead < longestForecast.days; ahead += 1) {
    date = plusDays(date, 1)
    if (!(await closedOn(times, date))) left -= 1
  }
  return date
}

async function closedOn(
  times: CallingTimes,
  day: string,
): Promise<{ why: 'weekday' | 'holiday'; holiday: HolidayName | null } | null> {
  const holiday = times.callsOnHolidays ? null : await finnishHoliday(day)
  if (holiday) return { why: 'holiday', holiday }
  return times.callWeekdays.includes(getISODay(`${day}T12:00:00`)) ? null : { why: 'weekday', holiday: null }
}

async function lastClosing(times: CallingTimes, today: string, time: string): Promise<Date> {
  let day = time >= times.callsUntil ? today : plusDays(today, -1)
  for (let back = 0; back < longestQuiet.days && (await closedOn(times, day)); back += 1)
    day = plusDays(day, -1)
  return instantOf(`${day}T${times.callsUntil}`)
}

async function nextOpening(times: CallingTimes, today: string, time: string): Promise<Date> {
  let day = time < times.callsFrom ? today : plusDays(today, 1)
  for (let ahead = 0; ahead < longestQuiet.days && (await closedOn(times, day)); ahead += 1)
    day = plusDays(day, 1)
  return instantOf(`${day}T${times.callsFrom}`)
}
