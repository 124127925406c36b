import { expect, test } from 'vitest'
import type { CompanyField } from '~/companies/import/company-field'
import { checkCompanyRow } from '~/companies/import/company-row'
import { isMunicipality } from '~/companies/region'

function check(values: Partial<Record<CompanyField, string>>, line = 2) {
  const full = { business_id: '0538134-0', name: 'Virta Oy', ...values }
  const mapping = Object.fromEntries(Object.keys(full).map((field, column) => [field, column]))
  return checkCompanyRow({ line, cells: Object.values(full), problem: null }, mapping)
}

test('a row becomes a company in the house’s spelling', () => {
  const { company, problems } = check({
    business_id: 'FI05381340',
    name: '  SÄHKÖTYÖ   VIRTA OY ',
    form: 'OY',
    registered_on: '5.3.2019',
    industry: '43210 Sähköasennus',
    municipality: 'ÄÄNEKOSKI',
    street: 'Katu 1\nA 2',
    postcode: '100',
    website: 'WWW.Virta.fi/yhteys?x=1',
    phone: '040 123 4567 / 09 1234567',
    email: 'Info@Virta.FI',
    employees: '10–19 henkilöä',
    language: 'Ruotsi',
    keywords: 'DevOps, RPA; devops',
    contact_first_name: 'Aino',
    contact_last_name: 'Aalto',
    contact_phone: '+46 8 123 456 78',
  })
  expect(problems).toEqual([])
  expect(company).toEqual({
    line: 2,
    businessId: '0538134-0',
    name: 'SÄHKÖTYÖ VIRTA Oy',
    form: 'oy',
    registeredOn: '2019-03-05',
    industry: 'Sähköasennus',
    industryCode: '43210',
    industryCode2025: null,
    municipality: 'Äänekoski',
    street: 'Katu 1 A 2',
    postcode: '00100',
    website: 'https://www.virta.fi',
    phone: '+358401234567',
    email: 'info@virta.fi',
    sizeBand: '10-49',
    growth: null,
    growthSource: null,
    funded: null,
    language: 'sv',
    webText: null,
    keywords: ['devops', 'rpa'],
    contact: { name: 'Aino Aalto', role: null, phone: '+46812345678', email: null },
  })
})

test.each([
  ['+12,5 %', 'growing', '+12,5 %'],
  ['5', 'growing', '+5 %'],
  ['\u22123.26%', 'steady', '-3,3 %'],
  ['0', 'steady', '0 %'],
  ['-18', 'shrinking', '-18 %'],
  ['Växer', 'growing', null],
])('a growth of %s is %s', (growth, word, percent) => {
  const { company, problems } = check({ growth })
  expect(problems).toEqual([])
  expect(company).toMatchObject({ growth: word, growthSource: percent })
})

test.each(['0,125', 'paljon', '12 – 15'])(
  'a growth of %s is left out, for nobody knows what it means',
  (growth) => {
    const { company, problems } = check({ growth })
    expect(problems).toEqual(['growth_invalid'])
    expect(company).toMatchObject({ growth: null, growthSource: null })
  },
)

test('the source that a file names outweighs its percentage, and “no” is no funding', () => {
  expect(check({ growth: '8', growth_source: 'Tilinpäätös 2025', funded: 'Ei' }).company).toMatchObject({
    growthSource: 'Tilinpäätös 2025',
    funded: null,
  })
  expect(check({ funded: 'Seed 2025, 1,2 M€' }).company?.funded).toBe('Seed 2025, 1,2 M€')
})

test.each<[Partial<Record<CompanyField, string>>, string]>([
  [{ business_id: '0538134-1' }, 'business_id_check_digit'],
  [{ name: ' \u00a0 ' }, 'name_missing'],
  [{ name: 'x'.repeat(201) }, 'name_too_long'],
  [{ street: 'Katu \ufffd' }, 'unreadable_characters'],
])('%j is refused as %s', (values, problem) => {
  expect(check(values)).toMatchObject({ company: null, problems: [problem] })
})

test.each<[Partial<Record<CompanyField, string>>, string]>([
  [{ phone: 'ei ole' }, 'phone_invalid'],
  [{ email: 'info(at)virta.fi' }, 'email_invalid'],
  [{ website: 'ei kotisivuja' }, 'website_invalid'],
  [{ registered_on: '31.2.2020' }, 'date_invalid'],
  [{ postcode: 'Pori' }, 'postcode_invalid'],
  [{ employees: 'monta' }, 'employees_invalid'],
  [{ form: 'Xyz' }, 'form_unknown'],
  [{ contact_email: 'aino@virta.fi' }, 'contact_without_name'],
])('%j costs only that value, as %s', (values, problem) => {
  const { company, problems } = check(values)
  expect(problems).toEqual([problem])
  expect(company).toMatchObject({ name: 'Virta Oy', phone: null, email: null, website: null, contact: null })
})

test.each([
  ['Virta Oy', 'oy'],
  ['Oy Bergman Ab', 'oy'],
  ['Tmi Virtanen', 'tmi'],
  ['Ilo ry', 'ry'],
  ['Ilo ja Valo', null],
])('without a column for it, %s has the legal form %s', (name, form) => {
  expect(check({ name }).company?.form).toBe(form)
})

test('a leading zero that a spreadsheet keeps by a formula is read', () => {
  expect(check({ business_id: '="0538134-0"' }).company?.businessId).toBe('0538134-0')
})

test('an address at a shared host keeps its path', () => {
  expect(check({ website: 'https://www.facebook.com/virtaoy/' }).company?.website).toBe(
    'https://www.facebook.com/virtaoy',
  )
})

test.each(['ESPOO', 'Esbo', 's:t michel', 'Pedersören kunta'])('%s is a municipality', (place) => {
  expect(isMunicipality(place)).toBe(true)
})

test('a place that is no municipality is kept, and is no problem', () => {
  const { company, problems } = check({ municipality: 'KLAUKKALA' })
  expect(problems).toEqual([])
  expect(company?.municipality).toBe('Klaukkala')
})
