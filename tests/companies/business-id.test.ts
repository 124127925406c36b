import { expect, test } from 'vitest'
import { readBusinessId } from '~/companies/business-id'

test.each([
  '0538134-0',
  'FI05381340',
  'fi 0538134-0',
  '05381340',
  '538134-0',
  '5381340',
  ' 0538134–0 ',
  'Y-tunnus: 0538134-0',
])('%s is the business ID 0538134-0', (written) => {
  expect(readBusinessId(written)).toEqual({ ok: true, businessId: '0538134-0' })
})

test.each([
  ['', 'business_id_missing'],
  ['  ', 'business_id_missing'],
  ['0538134-1', 'business_id_check_digit'],
  ['FI05381349', 'business_id_check_digit'],
  ['0000000-0', 'business_id_format'],
  ['SE556056625801', 'business_id_format'],
  ['12345678-9', 'business_id_format'],
  ['Nokia Oyj', 'business_id_format'],
])('%j is refused as %s', (written, problem) => {
  expect(readBusinessId(written)).toEqual({ ok: false, problem })
})
