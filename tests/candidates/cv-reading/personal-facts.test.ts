import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'

import type { CvReading, PersonalFactKind } from '~/candidates/cv-reading/cv-reading'
import { readCvBytes } from '~/candidates/cv-reading/read-cv-bytes.server'
import { maskIdentity } from '~/candidates/identity-mask'
import { isFinnishIdentityCode, isSwedishIdentityNumber } from '~/platform/identity-code'
import { linesFromTop, type Placed, pdfOf } from './sample-files'

async function readText(...lines: string[]): Promise<CvReading> {
  const result = await readCvBytes(strToU8(lines.join('\n')))
  if (!('reading' in result)) throw new Error(result.problem)
  return result.reading
}
const kindsIn = ({ personalFacts }: CvReading) => new Set(personalFacts.map((fact) => fact.kind))
const travelling = ({ sentences }: CvReading) =>
  sentences.filter((sentence) => !sentence.personal).map((sentence) => sentence.text)

describe('a Finnish personal identity code', () => {
  // Individual numbers from 900 are never given to anybody.
  test.each(['131052-308T', '010190-900P', '010190X900P', '010190y900P', '010105A900S', '010105F900S'])(
    '%s is one',
    (code) => expect(isFinnishIdentityCode(code)).toBe(true),
  )
  test.each(['131052-308U', '310290-900P', '010190G900P', '010190-90', '1234567-8', ''])(
    '%s is none',
    (code) => expect(isFinnishIdentityCode(code)).toBe(false),
  )
  test('a Swedish one is known by its last digit', () => {
    expect(isSwedishIdentityNumber('19640823-3234')).toBe(true)
    expect(isSwedishIdentityNumber('640823-3235')).toBe(false)
  })
})

describe('what tells who a person is, is kept out', () => {
  const CASES: [PersonalFactKind, string][] = [
    ['email', 'teppo@example.com'],
    ['phone', '+358 40 123 4567'],
    ['phone', 'GSM 040-1234567'],
    ['address', 'Malminkatu 12 B 4'],
    ['address', '00100 Helsinki'],
    ['address', 'Bostadsort: Vasa'],
    ['profile_link', 'linkedin.com/in/teppo'],
    ['profile_link', '§ tkeksitty'],
    ['profile_link', 'ð tkeksitty'],
    ['identity_code', '010190A9004 / 010105F900S'],
    ['birth_date', 'Syntynyt 1.2.1980 Oulussa'],
    ['birth_date', 'Född 1980'],
    ['birth_date', '12.3.1985'],
    ['birth_date', 's. 5/1979 Lahdessa'],
    ['age', 'Olen 52-vuotias ammattilainen'],
    ['age', 'Age: 34'],
    ['gender', 'Sukupuoli: nainen'],
    ['gender', 'Male'],
    ['marital_status', 'Siviilisääty naimaton'],
    ['marital_status', 'Married'],
    ['family', 'Perhe: vaimo ja kaksi lasta'],
    ['nationality', 'Kansalaisuus: Suomi'],
    ['nationality', 'Work permit: B'],
    ['driving_licence', 'Ajokortti B'],
    ['driving_licence', 'Körkort: AB'],
    ['military_service', 'Asepalvelus suoritettu 2001'],
    ['health', 'Terveydentila: hyvä'],
    ['conviction', 'No criminal record'],
  ]
  test.each(CASES)('%s: %s', async (kind, line) => {
    const reading = await readText('Teppo Keksitty', line, 'Taidot', 'Hitsaus')
    expect(kindsIn(reading)).toContain(kind)
    expect(travelling(reading)).toEqual(['Taidot', 'Hitsaus'])
    expect(reading.travelText).not.toContain(line)
  })

  test('an identity code with a mistyped check character is kept out too', async () => {
    const reading = await readText('Hetu 131052-308X', 'Taidot', 'Hitsaus')
    expect(kindsIn(reading)).toContain('identity_code')
    expect(reading.travelText).not.toContain('131052')
  })

  test('a name is found again in a sentence, with its ending', async () => {
    const reading = await readText(
      'Teppo Keksitty',
      'Profiili',
      'Teppo on tunnollinen.',
      'Kysy Keksityltä lisää.',
      'Osaan hitsata.',
    )
    expect(travelling(reading)).toEqual(['Profiili', 'Osaan hitsata.'])
  })

  test('a name that an e-mail address repeats is a name, even when it names a trade', async () => {
    const reading = await readText(
      'Tina Baker',
      'tina.baker@example.com',
      'Profile',
      'Baker wins prizes.',
      'Skills',
      'Welding',
    )
    expect(travelling(reading)).toEqual(['Profile', 'Skills', 'Welding'])
  })

  test('a title above a CV without a name does not take its words for a name', async () => {
    const reading = await readText(
      'Construction Planning',
      'Experience',
      'Construction of bridges and planning of construction sites',
      'Planning of roads',
    )
    expect(travelling(reading)).toContain('Construction of bridges and planning of construction sites')
    expect(travelling(reading)).toContain('Planning of roads')
  })

  test.each([
    ['birth_date', 'Syntynyt\t1984, Harkova'],
    ['address', 'Kotikunta\tPieksämäki'],
    ['nationality', 'Kansalaisuus\tUkraina'],
    ['gender', 'Sukupuoli\tN'],
    ['marital_status', 'Civilstånd\tskild sedan 2020'],
  ] as const)('what stands in the cell beside its label: %s', async (kind, line) => {
    const reading = await readText('Teppo Keksitty', line, 'Työkokemus', '2015–2020\tKokki, Malli Oy')
    expect(kindsIn(reading)).toContain(kind)
    expect(reading.travelText).not.toContain(line.split('\t')[1])
    expect(reading.travelText).toContain('Kokki, Malli Oy')
  })

  test('time that was no work is no job in the work history', async () => {
    const reading = await readText(
      'Teppo Keksitty',
      'Työhistoria',
      '01/18 - 12/22 Toimistosihteeri, Malli Oy. Laskutus, matkalaskut.',
      'Hoitovapaalla 2015-2017',
      '2013-2015 Työttömänä',
    )
    expect(reading.work).toEqual([
      { title: 'Toimistosihteeri', employer: 'Malli Oy', from: '2018-01', to: '2022-12', ongoing: false },
    ])
  })

  test('people who recommend the candidate are kept out whole', async () => {
    const reading = await readText(
      'Taidot',
      'Hitsaus',
      'Suosittelijat',
      'Liisa Malli, tuotantopäällikkö, Esimerkki Oy',
    )
    expect(travelling(reading).join()).not.toContain('Liisa')
  })

  test('a driving licence is cut out of the list it stands in', async () => {
    const reading = await readText('Kortit', 'Trukkikortti, B-ajokortti, hygieniapassi')
    expect(travelling(reading)).toEqual(['Kortit', 'Trukkikortti', 'hygieniapassi'])
    expect(reading.certificates.map((certificate) => certificate.name)).toEqual([
      'Trukkikortti',
      'hygieniapassi',
    ])
  })

  test('cards under a heading for courses and cards are listed one by one, without how long they hold', async () => {
    const reading = await readText(
      'Kurser och kort',
      'Hygienpass 2016, Första hjälpen FHJ1 (i kraft till 2026)',
    )
    expect(reading.certificates).toEqual([
      { name: 'Hygienpass', year: '2016' },
      { name: 'Första hjälpen FHJ1', year: null },
    ])
  })
})

describe('the person’s name is found however the CV begins, and travels nowhere', () => {
  const BODY = ['Työkokemus', '2019–2023 Kokki, Ravintola Keksitty Oy', 'Virtanen vastasi keittiöstä.']
  const big = (...lines: string[]): Placed[] =>
    lines.map((text, index) => ({ x: 60, y: 780 - index * 30, text, size: 24 }))
  const small = (...lines: string[]) => linesFromTop(lines)

  test.each<[string, Placed[]]>([
    ['on two lines', big('Aino Maria', 'Virtanen')],
    ['on two lines at its hyphen', big('Aino Virtanen-', 'Koskinen')],
    ['a word under a word', big('AINO', 'VIRTANEN')],
    ['a word above two', big('Aino', 'Maria Virtanen')],
    ['in small letters', big('aino virtanen')],
    ['the surname first', small('Virtanen, Aino Maria', 'Kokki')],
    ['with the address on its line', small('Aino Virtanen · Kuusikuja 3, 02150 Espoo · aino@example.com')],
    ['before its address', small('Kokki', 'Aino Virtanen aino.virtanen@example.fi')],
    ['with the title of the paper behind it', small('Aino Virtanen – ansioluettelo')],
    ['in two fields', small('Etunimet: Aino Maria', 'Sukunimi: Virtanen')],
    ['in two fields without colons', small('Etunimi Aino', 'Sukunimi Virtanen')],
  ])('%s', async (_, head) => {
    const result = await readCvBytes(pdfOf([[...head, ...linesFromTop(BODY, { top: 640 })]]))
    if (!('reading' in result)) throw new Error(result.problem)
    const { travelText, personalFacts } = result.reading
    expect(travelText).not.toMatch(/aino|maria|virtanen|koskinen/i)
    expect(travelText).toContain('Kokki, Ravintola Keksitty Oy')
    expect(personalFacts.map(({ kind }) => kind)).toContain('name')
  })
})

describe('what somebody says of themselves in an ordinary sentence', () => {
  const ANYWHERE = [
    'Olen nainen ja teen siivousta.',
    'Olen iloinen ja reipas nainen.',
    'Olen 45 v. ja tein Exceliä.',
    'Kahden lapsen yksinhuoltajaäiti, osaan Power BI:n.',
    'Synnyin 1978',
    'EU-kansalainen',
    'Suomen kansalainen ja trukkikuski',
    'Lapseton ja perheetön',
    'Perheellinen, vaimo ja kaksi tytärtä',
    'Kihloissa',
    'Olen kristitty',
    'Äitiysloma 2010–2012',
    'Olin hoitovapaalla',
    'Kotiäitinä',
    'Iloinen 45 v. ihminen',
    'Kahden teini-ikäisen äiti',
    'Kärsin selkävaivoista',
    'On parental leave in 2019',
    'Minulla on diabetes',
    'Minulla on vaikea selkävaiva.',
    'Kokki, sairastan astmaa',
    'Astman vuoksi en tee pölyistä työtä',
    'Selkävaivojen takia vaihdoin alaa',
    'Minulla on masennusta ja selkäkipuja',
    'Minulla on mielenterveysongelmia',
    'Due to my back problems I changed to office work',
    'I was diagnosed with depression',
    'På grund av min astma bytte jag bransch',
    'Jag har ryggproblem',
    'Siivoojana, työttömänä vuodesta 2019',
    'Finnish citizen with a forklift card',
    'I am a 45 year old man',
    'I am 45 and I use Excel.',
    'I am a woman and I clean offices.',
    'I was born in 1978',
    'Single mother of two, I know Power BI',
    'I am a Muslim',
    'I have diabetes and I use Excel.',
    'Cook, unemployed since 2019',
    'I am engaged to be married',
    'Jag är kvinna och städar.',
    'Jag är en 45-årig man.',
    'Jag är 45 år och kan Excel.',
    'Jag föddes 1978',
    'EU-medborgare',
    'Ensamstående mamma till två barn, kan Power BI',
    'Jag är förlovad',
    'Jag är kristen',
    'Jag har diabetes och kan Excel.',
    'Kock, arbetslös sedan 2019',
  ]
  test.each(ANYWHERE)('does not travel: %s', async (sentence) => {
    for (const heading of ['Profiili', 'Työkokemus', 'Taidot']) {
      const reading = await readText('Teppo Keksitty', heading, sentence)
      expect(travelling(reading)).toEqual([heading])
    }
    expect(maskIdentity(sentence, { name: 'Teppo Keksitty', organisations: [] })).toEqual({
      text: null,
      leftOut: 1,
    })
  })
  test.each([
    'Nainen, 45 v.',
    'Vaimo ja kaksi tytärtä',
    'Kristitty, rehellinen',
    'Childless',
    'Kokki, diabeetikko',
    'Barnlös',
    'Två döttrar',
  ])('does not travel where the person is told of: %s', async (sentence) => {
    expect(travelling(await readText('Teppo Keksitty', 'Profiili', sentence))).toEqual(['Profiili'])
  })
})

describe('what only resembles a personal fact is kept', () => {
  test.each([
    'Myyjä, naisten osasto ja miesten vaatteet',
    'Lasten kanssa työskentely',
    'Päivähoito, lapset',
    'Olen 20 vuotta siivonnut toimistoja',
    'Olen toiminut huoltomiehenä ja esimiehenä',
    'Olen kokenut huoltomies',
    'Minulla on kokemusta diabeteksen hoidosta',
    'Minulla on kokemus astmaa sairastavien hoidosta',
    'Ohjasin työttömiä ja työttömänä olevia nuoria',
    'Kansalaisten neuvonta ja kansalaisopisto',
    'Yksinhuoltajaäitien tukeminen',
    'Citizen services and senior citizen care',
    'Äitiysloman sijaisena palkanlaskennassa',
    'Äitiyslomasijaisuus toimistossa',
    'Maternity leave cover in accounting',
    '45 v. kokemus hitsauksesta',
    'I am engaged in sales work',
    'I have diabetes nursing experience',
    'Diabeteshoitaja ja astmahoitaja, diabeetikkojen ohjaus',
    'Tuin asiakasta potilaan masennuksen vuoksi',
    'Terve menoa: järjestin nuorisotyön leirejä',
    'Depression and diabetes care',
    'Jag är van vid att man arbetar i team',
    'Jag är en person som man kan lita på',
    'Arbete med arbetslösa och med barn',
    'Työskentely lasten kanssa ja perheiden tukeminen',
    'Mielenterveystyö ja diagnoosien kirjaaminen',
    'Kehitin sovelluksen Node.js:llä ja Vue.js:llä',
    'Palvelin yli 12500 asiakasta vuosina 2019-2021',
    'Raised sales from 10 000 to 25 000 units',
    'Kymmenen vuoden kokemus hitsauksesta',
    'Vastasin 10 hengen tiimistä ja 1234567-8 tyyppisten tunnusten tarkistuksesta',
    'Married data from two systems into one report',
  ])('%s', async (sentence) => {
    const reading = await readText('Teppo Keksitty', 'Työkokemus', sentence)
    expect(travelling(reading)).toContain(sentence)
  })
})
