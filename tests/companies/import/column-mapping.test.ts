import { expect, test } from 'vitest'
import { guessColumns, mappingOf, missingFields } from '~/companies/import/column-mapping'

const guess = (header: string, ...rows: string[]) =>
  guessColumns(
    header.split(';'),
    rows.map((row) => ({ cells: row.split(';') })),
  )
const mapping = (header: string, ...rows: string[]) => mappingOf(guess(header, ...rows))

test('headings of the business register in Finnish', () => {
  expect(mapping('Y-tunnus;Nimi;Rekisteröintipäivä;Yhtiömuoto;Toimiala;Kaupunki;Katuosoite')).toEqual({
    business_id: 0,
    name: 1,
    registered_on: 2,
    form: 3,
    industry: 4,
    municipality: 5,
    street: 6,
  })
})

test('headings in Swedish', () => {
  expect(mapping('FO-nummer;Företagsnamn;Hemort;Bransch;Hemsida;Kontaktperson;Telefon;E-post')).toEqual({
    business_id: 0,
    name: 1,
    municipality: 2,
    industry: 3,
    website: 4,
    contact_name: 5,
    contact_phone: 6,
    contact_email: 7,
  })
})

test('headings of a CRM export of people: phone and e-mail belong to the person', () => {
  expect(mapping('First Name;Last Name;Email;Phone Number;Company name;Job Title;Business ID')).toEqual({
    contact_first_name: 0,
    contact_last_name: 1,
    contact_email: 2,
    contact_phone: 3,
    name: 4,
    contact_role: 5,
    business_id: 6,
  })
})

test('headings of a CRM export of accounts: phone and e-mail belong to the company', () => {
  expect(
    mapping(
      'Account Name;Billing Street;Billing City;Billing Zip/Postal Code;Phone;Website;Employees;VAT ID',
    ),
  ).toEqual({
    name: 0,
    street: 1,
    municipality: 2,
    postcode: 3,
    phone: 4,
    website: 5,
    employees: 6,
    business_id: 7,
  })
})

test('a second column of names is the contact, of phones the contact’s', () => {
  expect(mapping('Yritys;Nimi;Puhelin;Matkapuhelin;Y-tunnus')).toEqual({
    name: 0,
    contact_name: 1,
    contact_phone: 3,
    phone: 2,
    business_id: 4,
  })
})

test('a longer heading is known by the word in it', () => {
  expect(guess('Y-tunnus (PRH);Yrityksen nimi 2026')).toEqual([
    { column: 0, field: 'business_id', reason: 'similar_heading' },
    { column: 1, field: 'name', reason: 'similar_heading' },
  ])
})

test('values tell what a column without a useful heading holds', () => {
  expect(
    guess(
      'A;B;C;D;E',
      'FI05381340;Virta Oy;www.virta.fi;info@virta.fi;33100',
      '0112038-9;Valo Ab;valo.fi;info@valo.fi;00100',
    ),
  ).toEqual([
    { column: 0, field: 'business_id', reason: 'values' },
    { column: 1, field: 'name', reason: 'values' },
    { column: 2, field: 'website', reason: 'values' },
    { column: 3, field: 'email', reason: 'values' },
    { column: 4, field: 'postcode', reason: 'values' },
  ])
})

test('another system’s own number is not taken for the business ID', () => {
  expect(
    mapping('Company ID;Company;Koodi', '77;Virta Oy;0538134-0', '78;Valo Oy;0112038-9').business_id,
  ).toBe(2)
})

test('what the import cannot do without is named', () => {
  expect(missingFields(mapping('Kaupunki;URL'))).toEqual(['name'])
  expect(missingFields({ name: 1 })).toEqual([])
})
