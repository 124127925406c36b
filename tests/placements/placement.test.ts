import { describe, expect, test } from 'vitest'
import { moveDayProblem, NEXT, STATUSES, trialTime, warningsOf } from '~/placements/placement'

const trial = (startsOn: string, endsOn: string) => ({ startsOn, endsOn })

describe('the time of work trials', () => {
  test.each([
    ['one day', [trial('2026-03-01', '2026-03-01')], 0, 1],
    ['a calendar month', [trial('2026-02-01', '2026-02-28')], 1, 0],
    ['six months of any length', [trial('2026-03-01', '2026-08-31')], 6, 0],
    ['six months and a day', [trial('2026-03-01', '2026-09-01')], 6, 1],
    ['from the last of January over the end of February', [trial('2026-01-31', '2026-02-28')], 1, 1],
    ['from the last of January in a leap year', [trial('2028-01-31', '2028-02-28')], 1, 0],
    ['over the leap day', [trial('2028-02-01', '2028-02-29')], 1, 0],
    ['over the turn of the year', [trial('2026-12-15', '2027-01-14')], 1, 0],
    ['over the turn of the clock', [trial('2026-03-28', '2026-03-30')], 0, 3],
    ['two hosts', [trial('2026-01-01', '2026-03-31'), trial('2026-05-15', '2026-08-14')], 6, 0],
    ['days that make a month', [trial('2026-01-01', '2026-01-20'), trial('2026-05-01', '2026-05-15')], 1, 5],
    ['none', [], 0, 0],
  ])('%s', (_words, trials, months, days) => {
    expect(trialTime(trials)).toEqual({ months, days })
  })
})

const inOrder = {
  form: 'work_trial',
  startsOn: '2026-03-01',
  purpose: 'clarify_career',
  insuranceRef: 'V-1',
  signedByCandidateOn: '2026-02-20',
  signedByHostOn: '2026-02-20',
  signedByAuthorityOn: '2026-02-21',
  subsidyDecidedOn: null,
  transferPermitRef: null,
  trialTime: { months: 3, days: 0 },
}

describe('what is warned about', () => {
  test.each([
    ['a work trial in order', {}, []],
    ['six months to the day', { trialTime: { months: 6, days: 0 } }, []],
    ['a day over six months', { trialTime: { months: 6, days: 1 } }, ['trial_over_six_months']],
    ['seven months', { trialTime: { months: 7, days: 0 } }, ['trial_over_six_months']],
    ['no purpose', { purpose: null }, ['trial_without_purpose']],
    ['a signature missing', { signedByHostOn: null }, ['trial_unsigned']],
    ['no insurance', { insuranceRef: null }, ['trial_without_insurance']],
    ['a subsidy without decision', { form: 'pay_subsidised' }, ['subsidy_without_decision']],
    [
      'a subsidy decided after the start',
      { form: 'pay_subsidised', subsidyDecidedOn: '2026-03-02' },
      ['subsidy_after_start'],
    ],
    [
      'a subsidy decided on the day of the start',
      { form: 'pay_subsidised', subsidyDecidedOn: '2026-03-01' },
      [],
    ],
    ['a trainee without permit', { form: 'trainee' }, ['transfer_without_permit']],
    ['a commission', { form: 'commission' }, ['commission_check']],
    ['a hire', { form: 'hire' }, []],
    [
      'a trial of 2021, long and unsigned',
      { startsOn: '2021-03-01', trialTime: { months: 11, days: 0 }, signedByHostOn: null },
      [],
    ],
    ['a subsidy of 2021', { form: 'pay_subsidised', startsOn: '2021-03-01' }, []],
  ])('%s', (_words, given, warnings) => {
    expect(warningsOf({ ...inOrder, ...given })).toEqual(warnings)
  })
})

describe('the way through the states', () => {
  test('what has ended or was cancelled leads nowhere', () => {
    const last = STATUSES.filter((status) => NEXT[status].length === 0)
    expect(last).toEqual(['ended_as_planned', 'interrupted', 'terminated', 'cancelled'])
  })

  test('nothing is cancelled once it has begun, nor ended before', () => {
    for (const status of ['running', 'paused'] as const) expect(NEXT[status]).not.toContain('cancelled')
    for (const status of ['planned', 'agreed', 'ready'] as const)
      expect(NEXT[status].filter((next) => ['ended_as_planned', 'terminated'].includes(next))).toEqual([])
  })

  test('nothing leads back to a plan', () => {
    expect(STATUSES.flatMap((status) => NEXT[status])).not.toContain('planned')
  })
})

describe('the day of a move', () => {
  const TODAY = '2026-03-15'
  const problem = (
    to: 'running' | 'ended_as_planned' | 'agreed',
    on: string,
    startedOn: string | null = null,
  ) => moveDayProblem({ startedOn }, { to, on }, TODAY)

  test('what has not happened yet is not marked', () => {
    expect(problem('running', '2026-03-16')).toBe('placements:day_in_future')
    expect(problem('running', TODAY)).toBeNull()
    expect(problem('agreed', '2026-03-16')).toBeNull()
  })

  test('nothing ends before it began', () => {
    expect(problem('ended_as_planned', '2026-02-28', '2026-03-01')).toBe('errors:ends_before_start')
    expect(problem('ended_as_planned', '2026-03-01', '2026-03-01')).toBeNull()
  })
})
