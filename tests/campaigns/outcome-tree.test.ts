import { expect, test } from 'vitest'
import { callOutcomes } from '~/campaigns/call-outcome'
import { callbackTime } from '~/campaigns/callback-time'
import { effectsOf } from '~/campaigns/outcome-effect'
import { detailOf, type OutcomePath, stepBy } from '~/campaigns/outcome-tree'

/** The shortest keys to every outcome with its detail chosen. */
function keysToOutcomes(): Map<string, string> {
  const found = new Map<string, string>()
  let front: { keys: string; path: OutcomePath }[] = [{ keys: '', path: {} }]
  while (front.length > 0) {
    const next: typeof front = []
    for (const { keys, path } of front) {
      for (const key of '123456789') {
        const to = stepBy(key, path)
        if (!to || path.detail) continue
        const done = to.outcome && (to.detail !== undefined || !detailOf[to.outcome])
        if (done) found.set(to.outcome ?? '', found.get(to.outcome ?? '') ?? keys + key)
        if (!done) next.push({ keys: keys + key, path: to })
      }
    }
    front = next
  }
  return found
}

test('every outcome with its detail is four keys away at the most', () => {
  const keys = keysToOutcomes()
  expect([...keys.keys()].sort()).toEqual([...callOutcomes].sort())
  for (const [outcome, way] of keys) expect(way.length, outcome).toBeLessThanOrEqual(4)
  expect(keys.get('no_answer')).toBe('11')
})

test('one key goes one step back', () => {
  expect(stepBy('0', { group: 'no', outcome: 'not_interested', detail: 'no_time' })).toEqual({
    group: 'no',
    outcome: 'not_interested',
  })
  expect(stepBy('Backspace', { group: 'no', outcome: 'not_interested' })).toEqual({ group: 'no' })
  expect(stepBy('0', {})).toBeUndefined()
})

test('a key that stands for nothing does nothing', () => {
  expect(stepBy('9', {})).toBeUndefined()
  expect(stepBy('a', {})).toBeUndefined()
})

test('every outcome says what it sets going', () => {
  for (const outcome of callOutcomes)
    expect(
      effectsOf(outcome, { attempts: 0, maxAttempts: 4, retryHours: 20, restDays: 30 }),
      outcome,
    ).not.toEqual([])
  expect(effectsOf('busy', { attempts: 3, maxAttempts: 4, retryHours: 20, restDays: 30 })).toEqual([
    { effect: 'last_try', count: 4 },
  ])
})

test.each([
  ['two_hours', '2026-11-25T10:00:00+02:00', '2026-11-25T12:00'],
  ['two_hours', '2026-11-25T15:30:00+02:00', '2026-11-26T09:00'],
  ['two_hours', '2026-11-27T15:30:00+02:00', '2026-11-30T09:00'],
  ['tomorrow', '2026-11-27T10:15:00+02:00', '2026-11-30T09:00'],
  ['next_week', '2026-11-25T10:15:00+02:00', '2026-12-02T10:15'],
] as const)('%s from %s is %s', (choice, now, expected) => {
  expect(callbackTime(choice, new Date(now))).toBe(expected)
})
