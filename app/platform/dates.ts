import { TZDate, tz } from '@date-fns/tz'
import { addDays, addMonths, format } from 'date-fns'

/** The time zone of the house: calendar days and wall-clock times are Finnish whatever the server's clock says. */
export const TIME_ZONE = 'Europe/Helsinki'

/** Today's calendar day in Finland, 'YYYY-MM-DD'. */
export function today(now = new Date()): string {
  return format(now, 'yyyy-MM-dd', { in: tz(TIME_ZONE) })
}

/** 'YYYY-MM-DD' plus a number of days. */
export function plusDays(day: string, days: number): string {
  return format(addDays(`${day}T12:00:00`, days), 'yyyy-MM-dd')
}

/** 'YYYY-MM-DD' plus calendar months; 31 January plus one month is the last of February. */
export function plusMonths(day: string, months: number): string {
  return format(addMonths(`${day}T12:00:00`, months), 'yyyy-MM-dd')
}

/** The instant of a wall-clock time in Finland, 'YYYY-MM-DDTHH:MM' as a browser's field gives it. */
export function instantOf(localTime: string): Date {
  const [date = '', time = '00:00'] = localTime.split('T')
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(new TZDate(year, month - 1, dayOfMonth, hours, minutes, TIME_ZONE).getTime())
}

/** An instant as a browser's date-and-time field wants it: wall-clock time in Finland. */
export function localTimeOf(instant: Date): string {
  return format(instant, "yyyy-MM-dd'T'HH:mm", { in: tz(TIME_ZONE) })
}
