import type Holidays from 'date-holidays'

/** Days on which nobody is called or met without having said so: the public holidays and these two eves. */
const EVES = ['friday after 06-19', '12-24']
const LANGUAGES = ['fi', 'sv', 'en'] as const

export type HolidayName = Record<(typeof LANGUAGES)[number], string>

let calendar: Promise<Holidays> | undefined
const years = new Map<number, Map<string, HolidayName>>()

/** The name of the Finnish holiday on a calendar day 'YYYY-MM-DD', midsummer eve and Christmas eve included, or null. */
export async function finnishHoliday(day: string): Promise<HolidayName | null> {
  const year = Number(day.slice(0, 4))
  let days = years.get(year)
  if (!days) {
    // The calendar of every country takes long to load and is not needed at the start.
    calendar ??= import('date-holidays').then((library) => new library.default('FI'))
    days = holidaysOf(await calendar, year)
    years.set(year, days)
  }
  return days.get(day) ?? null
}

function holidaysOf(holidays: Holidays, year: number): Map<string, HolidayName> {
  const days = new Map<string, HolidayName>()
  for (const language of LANGUAGES)
    for (const { date, type, rule, name } of holidays.getHolidays(year, language)) {
      if (type !== 'public' && !EVES.includes(rule)) continue
      const day = date.slice(0, 10)
      days.set(day, { ...(days.get(day) ?? { fi: name, sv: name, en: name }), [language]: name })
    }
  return days
}
