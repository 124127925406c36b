import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { CvReading } from '~/candidates/cv-reading/cv-reading'
import { readCvBytes } from '~/candidates/cv-reading/read-cv-bytes.server'
import { hideIdentityCodes } from '~/platform/identity-code'
import { docxOf, linesFromTop, pdfOf } from './sample-files'

// Individual numbers 900 to 999 are given to nobody.
const CODE = '120385-923T'

async function read(bytes: Uint8Array): Promise<CvReading> {
  const result = await readCvBytes(bytes)
  if (!('reading' in result)) throw new Error(result.problem)
  return result.reading
}

describe('a personal identity code', () => {
  test.each([
    CODE,
    '120385 - 923T',
    '120385–923t',
    '120385−923T',
    '1 2 0 3 8 5 - 9 2 3 T',
    '12.03.85-923T',
    '120385A923T',
    '120385Y923X',
    '１２０３８５-９２３Ｔ',
    '120385\u200b-923T',
    'Hetu:120385-923T',
    'hetu120385-923T',
    'Henkilötunnus 120385/923T',
    'Henkilötunnukseni on 120385923T',
    'Personnummer 850312-9239',
    'Personbeteckning: 120385-923T',
    'Identity code 120385-9231',
    'SSN 120385-923T',
  ])('spelt “%s” stands nowhere in what the reader gives', async (spelling) => {
    const lines = ['Aino Keksitty', spelling, 'Työkokemus', `Kokki, Ravintola Oy ${spelling} 2019 – 2022`]
    for (const bytes of [strToU8(lines.join('\n')), docxOf(lines)]) {
      const reading = await read(bytes)
      const written = JSON.stringify(reading).normalize('NFKC')
      expect(written.replace(/[^\dA-Za-z]/g, '')).not.toMatch(/120385.?923|8503129239/i)
      expect(reading.personalFacts.map(({ kind }) => kind)).toContain('identity_code')
      expect(reading.travelText).not.toContain('••••')
    }
  })

  test('keeps the place of everything behind it', () => {
    const text = `Hetu ${CODE}, puh. 040 123 4567`
    expect(hideIdentityCodes(text)).toBe('Hetu ••••••-••••, puh. 040 123 4567')
    expect(hideIdentityCodes(text)).toHaveLength(text.length)
  })

  test('is hidden in a PDF and in data that names no field for it', async () => {
    const pdf = await read(pdfOf([linesFromTop(['Skills', 'Welding of stainless steel', `ID ${CODE}`])]))
    expect(pdf.text).not.toContain('923T')
    const resume = {
      basics: { name: 'Aino' },
      work: [{ position: `Cook ${CODE}`, name: 'Bar Oy' }],
      education: [],
    }
    expect(JSON.stringify(await read(strToU8(JSON.stringify(resume))))).not.toContain('923T')
  })

  test.each([
    'Puh. 040 123 4567',
    'Y-tunnus 1234567-1',
    '3/2015 – 2/2019',
    '12.3.2019 – 15.6.2022',
    'ISO 9001:2015, EN 1090-2',
    'Project 202015 – 202016, 120 people',
    'SFS 6002 ja 410385 tuotetta',
  ])('is not seen in “%s”', (text) => expect(hideIdentityCodes(text)).toBe(text))
})

describe('age, gender, family, origin and photo stay behind in three languages', () => {
  test.each([
    ['birth_date', 'Syntynyt 12.3.1985'],
    ['birth_date', 'Född den 12 mars 1985'],
    ['birth_date', 'Date of birth: 12 March 1985'],
    ['birth_date', 's. 1985'],
    ['age', 'Ikä: 39 vuotta'],
    ['age', 'Ålder 39 år'],
    ['age', 'Age: 39'],
    ['age', 'Olen 39-vuotias'],
    ['gender', 'Sukupuoli: nainen'],
    ['gender', 'Kön: kvinna'],
    ['gender', 'Gender: female'],
    ['marital_status', 'Siviilisääty: naimisissa'],
    ['marital_status', 'Civilstånd: gift'],
    ['marital_status', 'Marital status: married'],
    ['family', 'Perhe: kaksi lasta'],
    ['family', 'Familj: två barn'],
    ['family', 'Children: 2'],
    ['nationality', 'Kansalaisuus: Suomi'],
    ['nationality', 'Medborgarskap: finskt'],
    ['nationality', 'Nationality: Finnish'],
    ['nationality', 'SUKUPUOLI : MIES, KANSALAISUUS : SUOMI'],
    ['email', 'Sähköposti: aino.keksitty (at) example.com'],
    ['email', 'aino [ät] example piste com'],
    ['phone', 'Puh: +358 (0)40 123 45 67'],
    ['phone', 'p. 0401234567'],
  ])('%s: %s', async (kind, line) => {
    const reading = await read(
      strToU8(['Aino Keksitty', line, 'Työkokemus', 'Kokki, Ravintola Oy 2019 – 2022'].join('\n')),
    )
    expect(reading.personalFacts.map((fact) => fact.kind)).toContain(kind)
    expect(reading.travelText).not.toContain(line)
  })
})
