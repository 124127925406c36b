import { describe, expect, test } from 'vitest'
import { type ConsentRecord, consentState, isInForce } from '~/candidates/consent'

const COMPANY = 'company'
const ROUND = 'round'
const TODAY = '2026-03-15'

let made = 0
const answer = (given: Partial<ConsentRecord> = {}): ConsentRecord => ({
  id: `consent-${++made}`,
  tier: 'T1',
  companyId: COMPANY,
  roundId: null,
  answer: 'given',
  expiresOn: '2026-09-15',
  withdrawnAt: null,
  supersededAt: null,
  ...given,
})
const ofRound = (given: Partial<ConsentRecord> = {}) => answer({ companyId: null, roundId: ROUND, ...given })
const refused = (given: Partial<ConsentRecord> = {}) =>
  answer({ answer: 'refused', expiresOn: null, ...given })
const withdrawnAt = new Date('2026-03-01T10:00:00Z')

const ask = (consents: ConsentRecord[], asked: Partial<Parameters<typeof consentState>[1]> = {}) =>
  consentState(consents, {
    tier: 'T1',
    companyId: COMPANY,
    roundId: ROUND,
    on: TODAY,
    blocked: false,
    ...asked,
  }).state

describe('one answer about a company', () => {
  test.each([
    ['nothing asked', [], 'not_asked'],
    ['a yes', [answer()], 'given'],
    ['a no', [refused()], 'refused'],
    ['a yes taken back', [answer({ withdrawnAt })], 'withdrawn'],
    ['a yes whose time is over', [answer({ expiresOn: '2026-03-14' })], 'expired'],
    ['a yes on its last day', [answer({ expiresOn: TODAY })], 'given'],
    ['a yes replaced by nothing newer', [answer({ supersededAt: withdrawnAt })], 'not_asked'],
    ['a yes to another company', [answer({ companyId: 'another' })], 'not_asked'],
    ['a no to another company', [refused({ companyId: 'another' })], 'not_asked'],
  ] as const)('%s', (_words, consents, state) => {
    expect(ask([...consents])).toBe(state)
  })
})

describe('answers about the round and about the company', () => {
  test.each([
    ['a yes to the round covers its companies', [ofRound()], 'given'],
    ['a yes to another round covers nothing', [answer({ companyId: null, roundId: 'another' })], 'not_asked'],
    ['a no to the company outweighs a yes to the round', [ofRound(), refused()], 'refused'],
    ['also when the yes to the round is newer', [refused(), ofRound()], 'refused'],
    [
      'a yes to the company outweighs a no to the round',
      [refused({ ...ofRound(), answer: 'refused' }), answer()],
      'given',
    ],
    [
      'a yes to the company that was taken back is not replaced by the round',
      [answer({ withdrawnAt }), ofRound()],
      'withdrawn',
    ],
    [
      'an expired yes to the company leaves the round',
      [answer({ expiresOn: '2026-01-01' }), ofRound()],
      'given',
    ],
    ['a no to the round is a no', [refused({ companyId: null, roundId: ROUND })], 'refused'],
  ] as const)('%s', (_words, consents, state) => {
    expect(ask([...consents])).toBe(state)
  })

  test('without a round nothing about rounds counts', () => {
    expect(ask([ofRound()], { roundId: null })).toBe('not_asked')
  })
})

describe('the identified CV and the nameless profile', () => {
  test.each([
    ['a yes to the CV covers the profile', 'T1', [answer({ tier: 'T2' })], 'given'],
    ['a yes to the profile does not cover the CV', 'T2', [answer()], 'not_asked'],
    [
      'a no to the profile stands beside a yes to the CV',
      'T1',
      [answer({ tier: 'T2' }), refused()],
      'refused',
    ],
    ['a no to the CV leaves the profile', 'T1', [refused({ tier: 'T2' }), answer()], 'given'],
    [
      'a CV consent taken back leaves the profile',
      'T1',
      [answer({ tier: 'T2', withdrawnAt }), answer()],
      'given',
    ],
    ['a CV consent taken back is taken back', 'T2', [answer({ tier: 'T2', withdrawnAt })], 'withdrawn'],
    ['a yes of a whole round does not show the CV', 'T2', [ofRound()], 'not_asked'],
  ] as const)('%s', (_words, tier, consents, state) => {
    expect(ask([...consents], { tier })).toBe(state)
  })
})

test('a block outweighs every yes', () => {
  expect(ask([answer(), answer({ tier: 'T2' }), ofRound()], { blocked: true })).toBe('blocked')
})

test('the state names the consent it rests on and its last day', () => {
  const consent = answer({ id: 'the one', expiresOn: '2026-04-01' })
  expect(
    consentState([consent], { tier: 'T1', companyId: COMPANY, roundId: null, on: TODAY, blocked: false }),
  ).toEqual({ state: 'given', consentId: 'the one', expiresOn: '2026-04-01' })
})

test('a refusal is never in force', () => {
  expect(isInForce(refused({ expiresOn: '2027-01-01' }), TODAY)).toBe(false)
})
