import { expect, test } from 'vitest'
import { forecast } from '~/campaigns/forecast'

const halfway = { open: 30, finished: 20, positive: 10, calls: 40, dailyCalls: [10, 10, 20] }

test('calls left follow from what a finished company took, days from the pace of good and slow days', () => {
  expect(forecast(halfway)).toMatchObject({
    kind: 'range',
    callsLeft: 60,
    days: { least: 4, most: 6 },
  })
})

test('those who will yet say yes are a range about the share so far', () => {
  const made = forecast(halfway)
  // The 95 % Wilson interval of 10 out of 20 is 29.9 % to 70.1 %.
  expect(made).toMatchObject({ positive: { least: 8, most: 22 } })
})

test('where nobody or everybody said yes the range stays within the companies left', () => {
  expect(forecast({ ...halfway, positive: 0 })).toMatchObject({ positive: { least: 0 } })
  expect(forecast({ ...halfway, positive: 20 })).toMatchObject({ positive: { most: 30 } })
})

test('few finished companies or a single day make no forecast, and an empty queue needs none', () => {
  expect(forecast({ ...halfway, finished: 9 })).toEqual({ kind: 'too_few' })
  expect(forecast({ ...halfway, dailyCalls: [40] })).toEqual({ kind: 'too_few' })
  expect(forecast({ ...halfway, open: 0 })).toEqual({ kind: 'done' })
})
