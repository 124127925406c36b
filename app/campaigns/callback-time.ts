import { localTimeOf, plusDays } from '~/platform/dates'
import type { callbackTimes } from './outcome-tree'

/** Offices answer between these hours; a time chosen by a key is moved into them. */
const officeHours = { from: '09:00', until: '16:00' }

/** The wall-clock time 'YYYY-MM-DDTHH:MM' that a key for calling back means, on a working day in office hours. */
export function callbackTime(choice: (typeof callbackTimes)[number], now: Date): string {
  const hours = { two_hours: 2, tomorrow: 24, next_week: 7 * 24 }[choice]
  const wanted = localTimeOf(new Date(now.getTime() + hours * 3_600_000))
  const day = wanted.slice(0, 10)
  const time = wanted.slice(11)
  if (time > officeHours.until) return `${workingDay(plusDays(day, 1))}T${officeHours.from}`
  if (workingDay(day) !== day || time < officeHours.from) return `${workingDay(day)}T${officeHours.from}`
  return wanted
}

/** The day itself, or the Monday after a weekend. */
function workingDay(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  return weekday === 6 ? plusDays(day, 2) : weekday === 0 ? plusDays(day, 1) : day
}
