import { expect, test } from 'vitest'
import { freeStarts, type HostWeek, someOf } from '~/meetings/free-times'
import { instantOf, localTimeOf } from '~/platform/dates'

const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '12:00' }))
const host: HostWeek = { minutesLong: 45, bufferMinutes: 15, noticeHours: 24, hours: weekdays }
const span = (from: string, until: string) => ({ from: instantOf(from), until: instantOf(until) })

function free(given: Partial<Parameters<typeof freeStarts>[1]> = {}, week = host): string[] {
  return freeStarts(week, {
    // A Monday.
    now: instantOf('2026-03-02T07:00'),
    days: ['2026-03-02', '2026-03-03', '2026-03-04'],
    holidays: new Set(),
    open: [],
    busy: [],
    ...given,
  }).map(localTimeOf)
}

test('the hours of the week are free, from the notice on', () => {
  expect(free()).toEqual([
    '2026-03-03T09:00',
    '2026-03-03T10:00',
    '2026-03-03T11:00',
    '2026-03-04T09:00',
    '2026-03-04T10:00',
    '2026-03-04T11:00',
  ])
})

test('a meeting blocks its time and the pause around it', () => {
  expect(free({ days: ['2026-03-03'], busy: [span('2026-03-03T10:00', '2026-03-03T10:50')] })).toEqual([
    '2026-03-03T09:00',
  ])
  expect(free({ days: ['2026-03-03'], busy: [span('2026-03-03T10:00', '2026-03-03T10:45')] })).toEqual([
    '2026-03-03T09:00',
    '2026-03-03T11:00',
  ])
})

test('a holiday has no usual hours, but what was opened on it', () => {
  expect(
    free({
      days: ['2026-03-03'],
      holidays: new Set(['2026-03-03']),
      open: [span('2026-03-03T18:00', '2026-03-03T19:00')],
    }),
  ).toEqual(['2026-03-03T18:00'])
})

test('wall-clock hours stay so when the clocks are changed', () => {
  const week = { ...host, hours: [{ weekday: 1, opens: '09:00', closes: '10:00' }] }
  const starts = freeStarts(week, {
    now: instantOf('2026-03-20T09:00'),
    days: ['2026-03-23', '2026-03-30'],
    holidays: new Set(),
    open: [],
    busy: [],
  })
  expect(starts.map((start) => start.toISOString())).toEqual([
    '2026-03-23T07:00:00.000Z',
    '2026-03-30T06:00:00.000Z',
  ])
})

test('a choice of a few spreads over the days', () => {
  const all = freeStarts(
    { ...host, hours: [1, 2].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' })) },
    {
      now: instantOf('2026-03-01T00:00'),
      days: ['2026-03-02', '2026-03-03'],
      holidays: new Set(),
      open: [],
      busy: [],
    },
  )
  expect(someOf(all, 5).map(localTimeOf)).toEqual([
    '2026-03-02T08:00',
    '2026-03-02T09:00',
    '2026-03-02T12:00',
    '2026-03-02T13:00',
    '2026-03-03T08:00',
  ])
})
