import { expect, test } from 'vitest'
import { guessColumns } from '~/companies/import/column-mapping'
import { findPreset } from '~/companies/import/presets'

/** The fields of the columns, in the order of the headings; null where none is imported. */
function fieldsOf(headings: string[], cells: string[]) {
  const guesses = guessColumns(headings, [{ cells }])
  return headings.map((_, column) => guesses.find((guess) => guess.column === column)?.field ?? null)
}

test('a Vainu export is known, its number of ours and its turnover left out', () => {
  const headings = [
    'Vainu ID',
    'Company',
    'Business ID',
    'Staff number',
    'Domain',
    'Visiting address city',
    'Turnover',
  ]
  expect(findPreset(headings)?.id).toBe('vainu')
  expect(
    fieldsOf(headings, ['881', 'Virta Oy', 'FI05381340', '12', 'virta.example', 'Espoo', '1200000']),
  ).toEqual([null, 'name', 'business_id', 'employees', 'website', 'municipality', null])
})

test('a Vainu export with other headings is known, its visiting city, growth and funding taken', () => {
  const headings = ['Company name', 'Business ID', 'Visiting city', 'Number of employees']
  expect(findPreset(headings)?.id).toBe('vainu')
  expect(
    fieldsOf(
      [...headings, 'Turnover', 'Turnover growth %', 'Funding'],
      ['Virta Oy', 'FI05381340', 'Espoo', '12', '1200000', '14', 'Seed 2025'],
    ),
  ).toEqual(['name', 'business_id', 'municipality', 'employees', null, 'growth', 'funded'])
})

test('a HubSpot export is known, and its record ID is no business ID', () => {
  const headings = [
    'Record ID',
    'Company name',
    'Company owner',
    'Phone Number',
    'City',
    'Y-tunnus',
    'Description',
  ]
  expect(findPreset(headings)?.id).toBe('hubspot')
  expect(
    fieldsOf(headings, ['05381340', 'Virta Oy', 'Aino Aalto', '040 123', 'Pori', '0538134-0', 'Pilviä']),
  ).toEqual([null, 'name', null, 'phone', 'municipality', 'business_id', 'web_text'])
})

test('a Salesforce export is known', () => {
  const headings = ['Account ID', 'Account Name', 'Billing City', 'Billing Street', 'Business ID', 'Type']
  expect(findPreset(headings)?.id).toBe('salesforce')
  expect(fieldsOf(headings, ['0017x', 'Virta Oy', 'Pori', 'Katu 1', '0538134-0', 'Customer'])).toEqual([
    null,
    'name',
    'municipality',
    'street',
    'business_id',
    null,
  ])
})

test('the register is known by its Finnish and its English headings', () => {
  expect(findPreset(['Y-tunnus', 'Nimi', 'Yhtiömuoto', 'Toimiala', 'Kaupunki'])?.id).toBe('register')
  expect(findPreset(['businessId', 'name', 'URL'])?.id).toBe('register')
  expect(findPreset(['Firma', 'Tunnus'])).toBeUndefined()
})
