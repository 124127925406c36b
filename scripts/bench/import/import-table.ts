import { businessIdOf } from './business-id'

/** Values of a company's columns as a file spells them and as the table keeps them. */
type Line = { written: string[]; kept: (string | null)[] }

const towns = ['Espoo', 'Äänekoski', 'Jyväskylä', 'Turku', 'Pori', 'Helsinki', 'Tampere', 'Oulu']
const trades = ['Ohjelmisto', 'Sähkötyö', 'Kuljetus', 'Konepaja', 'Palvelu', 'Rakennus', 'Design', 'Hoiva']
const names = [
  'Kaarna',
  'Havu',
  'Mänty',
  'Koski',
  'Saari',
  'Lehto',
  'Ranta',
  'Tähti',
  'Routa',
  'Valo',
  'Otava',
]

const headings =
  'Y-tunnus;Yrityksen nimi;Yhtiömuoto;Rekisteröintipäivä;Toimialakoodi;Toimiala;Kaupunki;Katuosoite;Postinumero;URL;Puhelin;Sähköposti;Henkilöstö'
export const columns =
  'business_id, name, form, registered_on, industry_code, industry, municipality, street, postcode, website, phone, email, size_band'

/** A register export of so many companies, and the same rows as COPY wants them. */
export function importTable(rows: number): { file: Buffer; copy: string[] } {
  const lines = Array.from({ length: rows }, (_, nth) => lineOf(nth))
  const file = [headings, ...lines.map(({ written }) => written.join(';'))].join('\r\n')
  return {
    file: Buffer.from(file),
    copy: lines.map(({ kept }) => `${kept.map((value) => value ?? '\\N').join('\t')}\n`),
  }
}

function lineOf(nth: number): Line {
  const id = businessIdOf(nth)
  const trade = trades[nth % trades.length] ?? ''
  const name = `${names[nth % names.length]}n ${trade} ${nth}`
  const town = towns[(nth * 7) % towns.length] ?? ''
  const day = String(1 + (nth % 28)).padStart(2, '0')
  const postcode = String(10_000 + (nth % 80_000))
  const number = String(1_000_000 + nth)
  const host = `yritys-${nth}.example`
  return {
    written: [
      `FI${id.replace('-', '')}`,
      `${name} OY`,
      'OY',
      `${day}.3.2019`,
      '62010',
      trade,
      town.toUpperCase(),
      `Katu ${nth}`,
      postcode,
      `www.${host}/fi`,
      `040 ${number}`,
      `info@${host}`,
      String(nth % 60),
    ],
    kept: [
      id,
      `${name} Oy`,
      'oy',
      `2019-03-${day}`,
      '62010',
      trade,
      town,
      `Katu ${nth}`,
      postcode,
      `https://www.${host}`,
      `+35840${number}`,
      `info@${host}`,
      nth % 60 < 5 ? '1-4' : nth % 60 < 10 ? '5-9' : nth % 60 < 50 ? '10-49' : '50-249',
    ],
  }
}
