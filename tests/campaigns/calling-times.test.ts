import { expect, test } from 'vitest'
import { quietAt } from '~/campaigns/calling-times.server'
import { instantOf } from '~/platform/dates'
import { finnishHoliday } from '~/platform/holidays.server'

const office = {
  callsFrom: '08:00',
  callsUntil: '17:00',
  callWeekdays: [1, 2, 3, 4, 5],
  callsOnHolidays: false,
}
const at = (local: string) => quietAt(office, instantOf(local))

test('a campaign calls in its hours of Finnish time, in summer and in winter', async () => {
  expect(await at('2026-11-23T08:00')).toBeNull()
  expect(await at('2026-06-22T16:59')).toBeNull()
  expect(await at('2026-11-23T17:00')).toMatchObject({ why: 'hours', until: instantOf('2026-11-24T08:00') })
  expect(await at('2026-11-23T07:59')).toMatchObject({ why: 'hours', until: instantOf('2026-11-23T08:00') })
})

test('the quiet of a weekend reaches from Friday afternoon to Monday morning', async () => {
  expect(await at('2026-11-21T12:00')).toEqual({
    why: 'weekday',
    holiday: null,
    since: instantOf('2026-11-20T17:00'),
    until: instantOf('2026-11-23T08:00'),
  })
})

test.each([
  ['2026-06-19', 'midsummer eve'],
  ['2026-12-24', 'Christmas eve'],
  ['2026-12-25', 'Christmas day'],
  ['2026-05-14', 'Ascension day'],
  ['2026-01-06', 'Epiphany'],
  ['2026-10-31', 'All Saints'],
  ['2028-06-23', 'midsummer eve of another year'],
])('nobody is called on %s, %s', async (day) => {
  expect(await finnishHoliday(day)).not.toBeNull()
})

test('the days of mothers and fathers and new year’s eve are no holidays', async () => {
  for (const day of ['2026-05-10', '2026-11-08', '2026-12-31']) expect(await finnishHoliday(day)).toBeNull()
})

test('a holiday is named in three languages and ends with the next day of calls', async () => {
  const quiet = await at('2026-12-24T10:00')
  expect(quiet).toMatchObject({ why: 'holiday', until: instantOf('2026-12-28T08:00') })
  expect(quiet?.holiday).toEqual({ fi: 'jouluaatto', sv: 'julafton', en: 'Christmas Eve' })
})

test('a campaign may call at all hours', async () => {
  const always = {
    callsFrom: '00:00',
    callsUntil: '24:00',
    callWeekdays: [1, 2, 3, 4, 5, 6, 7],
    callsOnHolidays: true,
  }
  expect(await quietAt(always, instantOf('2026-12-25T23:59'))).toBeNull()
})
