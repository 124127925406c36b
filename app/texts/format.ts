import { TIME_ZONE } from '~/platform/dates'
import type { Language } from './text-keys'

const LOCALE: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }

export type Format = ReturnType<typeof createFormat>

/** Dates and numbers as people of that language write them, in Finnish time. */
export function createFormat(language: Language) {
  const locale = LOCALE[language]
  const dayFormat = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const momentFormat = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: TIME_ZONE,
  })
  const timeFormat = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: TIME_ZONE,
  })
  const secondFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone: TIME_ZONE })
  const numberFormat = new Intl.NumberFormat(locale)
  const percentFormat = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const listFormat = new Intl.ListFormat(locale, { type: 'conjunction' })
  const languageNames = new Intl.DisplayNames(locale, { type: 'language' })
  return {
    /** A calendar day 'YYYY-MM-DD'. */
    day: (day: string) => dayFormat.format(new Date(`${day}T00:00:00Z`)),
    /** An instant with its time of day. */
    moment: (instant: Date | string) => momentFormat.format(new Date(instant)),
    time: (instant: Date | string) => timeFormat.format(new Date(instant)),
    timeWithSeconds: (instant: Date | string) => secondFormat.format(new Date(instant)),
    number: (value: number) => numberFormat.format(value),
    /** A share between 0 and 1. */
    percent: (share: number) => percentFormat.format(share),
    list: (items: string[]) => listFormat.format(items),
    /** The name of an ISO 639-1 language code. */
    language: (code: string) => languageNames.of(code) ?? code,
    /** Minutes as hours and minutes, '1 h 30 min'. */
    duration: (minutes: number) => {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      if (hours === 0) return `${rest} min`
      return rest === 0 ? `${numberFormat.format(hours)} h` : `${numberFormat.format(hours)} h ${rest} min`
    },
  }
}
