import { describe, expect, test } from 'vitest'
import { readCvBytes } from '~/candidates/cv-reading/read-cv-bytes.server'
import { type MatchNeed, type MatchPerson, orderPeople } from '~/needs/match'
import { needOfFile, personOfReading } from '~/needs/match-files.server'
import { SHIPPED_RULES } from '~/needs/match-rules'
import { personWordsIn } from '~/skills/person-words'
import { seekWords } from '~/skills/shared-words'
import { loadVocabulary } from '~/skills/vocabulary.server'

/** A CV whose work and skills stay the same whatever is said of the person. */
const cvOf = (person: string[], dates: [string, string]) =>
  [
    'Ansioluettelo',
    ...person,
    '',
    'Työkokemus',
    `Ohjelmistokehittäjä, Kaarna Oy, ${dates[0]}`,
    '- Rakensin Reactilla asiakasportaalin.',
    '- Pidin yllä laitossiivouksen varausjärjestelmää.',
    `Laitoshuoltaja, Puhdas Oy, ${dates[1]}`,
    '- Siivosin toimistoja ja sairaalan osastoja.',
    '',
    'Taidot',
    'React, SQL, Power BI',
  ].join('\n')

const before: Record<string, [string[], string[]]> = {
  age: [['Syntynyt 3.4.1999'], ['Syntynyt 3.4.1961']],
  gender: [['Sukupuoli: mies'], ['Sukupuoli: nainen']],
  origin: [
    ['Kansalaisuus: Suomi', 'Syntymäpaikka: Oulu'],
    ['Kansalaisuus: Somalia', 'Syntymäpaikka: Mogadishu'],
  ],
  name: [['Matti Virtanen'], ['Omar Hassan']],
  health: [['Terveydentila: terve'], ['Minulla on selkävaiva ja diabetes.']],
  family: [
    ['Siviilisääty: naimaton', 'Ei lapsia'],
    ['Siviilisääty: naimisissa', 'Kolme lasta'],
  ],
  'length of unemployment': [['Työttömänä 1.10.2026 alkaen.'], ['Olen ollut työttömänä vuodesta 2019.']],
}
const dates: [string, string] = ['1/2018 - 5/2021', '6/2015 - 12/2017']

async function personOf(text: string): Promise<MatchPerson> {
  const result = await readCvBytes(Buffer.from(text))
  if ('problem' in result) throw new Error(result.problem)
  return personOfReading('K-1', result.reading, loadVocabulary().vocabulary)
}

const need = (skills: string[]): MatchNeed => needOfFile({ skills }, loadVocabulary().vocabulary)
const asked = need(['React', 'SQL', 'siivous', 'asiakasportaali', 'laitoshuoltaja', 'varausjärjestelmä'])
const listOf = async (text: string, wanted = asked) =>
  orderPeople(SHIPPED_RULES, wanted, [await personOf(text)], 'seed')

describe('two CVs that differ only in', () => {
  test.each(Object.entries(before))('%s give the same list, line by line', async (_, [one, other]) => {
    const list = await listOf(cvOf(one, dates))
    expect(list[0]?.must.covered).toBeGreaterThan(3)
    expect(await listOf(cvOf(other, dates))).toEqual(list)
  })

  test('the years of their jobs, so in recency and in time without work, give the same list', async () => {
    const long = await listOf(cvOf([], ['1/1998 - 5/2001', '6/1995 - 12/1997']))
    const withoutYears = (list: typeof long) => JSON.stringify(list).replace(/\d{1,2}\/\d{4}/g, '')
    expect(withoutYears(await listOf(cvOf([], ['1/2024 - 5/2026', '6/2022 - 12/2023'])))).toBe(
      withoutYears(long),
    )
  })
})

describe('a need that asks for a kind of person finds nobody by it', () => {
  // The words stand in a description of work, where nothing hides them from the comparison.
  const worked = (said: string) => cvOf([], dates).replace('- Siivosin', `- ${said}\n- Siivosin`)
  test.each([
    ['nuori mies', 'Palvelin asiakasta, joka oli nuori mies.'],
    ['nuori mies, äidinkieli suomi', 'Opetin: äidinkieli suomi.'],
    ['kantasuomalainen', 'Tiimissä oli kantasuomalainen vetäjä.'],
    ['syntyperältään suomalainen', 'Ryhmässä oli syntyperältään suomalainen vetäjä.'],
    ['EU-kansalainen', 'Neuvoin, kun asiakas on EU-kansalaisen perhettä.'],
    ['kristitty', 'Haastattelin: kristitty vetäjä.'],
    ['perheetön', 'Hoidin perheettömän asiakkaan asioita.'],
    ['yli 30-vuotias', 'Järjestin yli 30-vuotiaille kerhon.'],
    ['pitkäaikaissairas', 'Hoidin: pitkäaikaissairas asiakas.'],
    ['reipas nainen', 'Kuvasin: reipas nainen.'],
    ['infödd finländare', 'Teamet hade en infödd finländare.'],
    ['EU-medborgare', 'Gav råd när en EU-medborgare flyttar.'],
    ['kristen', 'Ledde en kristen kör.'],
    ['native Finn', 'Worked with a native Finn.'],
    ['EU citizen', 'Advised EU citizens.'],
    ['a Christian', 'Led a Christian choir.'],
    ['ei diabetesta', 'Kirjasin: potilaalla ei diabetesta.'],
    ['masentunut', 'Haastattelin: masentunut asiakas.'],
    ['selkävaiva', 'Ohjasin, kun selkävaiva esti työn.'],
    ['äidinkieli suomi', 'Opetin: äidinkieli suomi.'],
    ['childless', 'Interviewed a childless couple.'],
  ])('%s', async (words, said) => {
    const reading = await readCvBytes(Buffer.from(worked(said)))
    if ('problem' in reading) throw new Error(reading.problem)
    const wanted = need([words])
    const [telling] = await listOf(worked(said), wanted)
    const [other] = await listOf(cvOf([], dates), wanted)
    expect(telling?.lines.map(({ link }) => link)).toEqual(other?.lines.map(({ link }) => link))
    expect({ tier: telling?.tier, strength: telling?.strength }).toEqual({
      tier: other?.tier,
      strength: other?.strength,
    })
  })

  test.each([
    'lastenhoito',
    'nuorisotyö',
    'kristillinen kasvatus',
    'terveydenhuolto',
    'perhetyö',
    'suomen kieli',
  ])('but work with people is looked for: %s', (words) =>
    expect(seekWords(words).alternatives).not.toEqual([]),
  )
})

describe('words of a need that tell of a person are pointed out', () => {
  test.each([
    ['Etsimme nuorta ja reipasta myyjää.', ['age']],
    ['Siivooja, alle 30', ['age']],
    ['Max 35 v kuljettaja', ['age']],
    ['Over 50, please', ['age']],
    ['En ung kollega, 20-30 år', ['age']],
    ['Reipas nainen kassalle', ['gender']],
    ['Äidinkieli suomi', ['mother_tongue']],
    ['English native speaker', ['mother_tongue']],
    ['Suomen kansalainen', ['origin']],
    ['Suomalainen myyjä', ['origin']],
    ['Terve ja hyväkuntoinen', ['health']],
    ['Ei diabetesta eikä astmaa', ['health']],
    ['Diabeetikko ei käy', ['health']],
    ['Ei selkävaivoja', ['health']],
    ['Ei mielenterveysongelmia tai masennusta', ['health']],
    ['Hakijalla ei saa olla masennuksen jälkiä', ['health']],
    ['No asthma, no back problems', ['health']],
    ['Ingen med diabetes, astma eller ryggbesvär', ['health']],
    ['Ei pieniä lapsia', ['family']],
    ['Kristitty', ['religion']],
    ['Nuori mies, äidinkieli suomi', ['age', 'gender', 'mother_tongue']],
    ['Ei ulkomaalaisia', ['origin']],
    ['Ei ulkomaalaisia hakijoita, kiitos', ['origin']],
    ['Kantasuomalainen mielellään', ['origin']],
    ['Mieluiten kantasuomalaista väkeä', ['origin']],
    ['Ei romaneja', ['origin']],
    ['Ei huivia eikä romaneja', ['origin', 'religion']],
    ['Helst svensk', ['origin']],
    ['Inga utlänningar, inga romer', ['origin']],
    ['No foreigners, no Roma', ['origin']],
    ['Finns only, no Russians', ['origin']],
    ['Ei huivia', ['religion']],
    ['Huivi ei käy', ['religion']],
    ['Ingen slöja på jobbet', ['religion']],
    ['No headscarves', ['religion']],
    ['Äidinkielenään suomea puhuva', ['mother_tongue']],
    ['Native-level Finnish', ['mother_tongue']],
    ['Hyväkuntoinen', ['health']],
    ['Hyväkuntoista kuljettajaa etsitään', ['health']],
    ['God fysik, vältränad', ['health']],
    ['Physically fit driver', ['health']],
    ['Ammattiliittoon kuulumaton', ['union']],
    ['Gärna inte med i facket', ['union']],
    ['Non-union', ['union']],
    ['Homo ei sovi', ['orientation']],
    ['Ei homoja', ['orientation']],
    ['Inga bögar', ['orientation']],
    ['Not gay', ['orientation']],
  ])('%s', (text, grounds) => expect(personWordsIn(text).map(({ ground }) => ground)).toEqual(grounds))

  test.each([
    'Terve menoa ja hyvää mieltä',
    'Terve! Etsimme kokkia.',
    'Terve itsetunto ja terveen järjen käyttö',
    'Nuorisotyö ja nuorten ohjaaja',
    'Nuori yritys kasvaa',
    'Nuoren asiakkaan tukeminen',
    'Diabeteshoitaja',
    'Astmahoitaja tai diabeteksen hoito',
    'Masennuksen hoito ja kuntoutus',
    'Vammaisten henkilöiden avustaja',
    'Suomalaisen työlainsäädännön tuntemus',
    'Suomalaista ruokaa',
    'Täysi-ikäinen, ajokortti',
    'Yli 20 vuotta kokemusta, alle 30 minuuttia, yli 50 tilausta',
    'Äidinkielen opettaja',
    'Esimies ja naistenvaatteiden myynti',
    'React Native, native app',
    'Diabetes nurse, diabetes care',
    'Healthy food and a healthy work culture',
    'Care of patients with depression',
    'Vård av patienter med depression',
    'Modersmålslärare',
    'Gift shop sales',
    'Kansainvälinen työyhteisö, ulkomaankauppa',
    'Huivit ja hatut, huivien myynti',
    'Emme myy huiveja',
    'Svenska språket, helst svenska och finska',
    'Det finns tre skift',
    'Ulkomaalaisten neuvonta',
    'Opastat ulkomaalaisia kaupungilla',
    'Ei venäläisiä autoja',
    'Romanikulttuurin tuntemus',
    'Hyväkuntoinen kalusto ja hyväkuntoiset tilat',
    'Homogenisointi, homogeeninen tiimi',
    'Ammattiliiton asiantuntija',
    'Vastavalmistunut käy',
    'No Roma tomatoes',
  ])('but not: %s', (text) => expect(personWordsIn(text)).toEqual([]))

  test('all at once, each ground with every word that says it', () =>
    expect(
      personWordsIn('Nuori, reipas ja hyväkuntoinen nainen, alle 30. Ei romaneja, ei ulkomaalaisia.'),
    ).toEqual([
      { ground: 'age', words: ['alle 30', 'Nuori'] },
      { ground: 'gender', words: ['nainen'] },
      { ground: 'origin', words: ['romaneja', 'ulkomaalaisia'] },
      { ground: 'health', words: ['hyväkuntoinen'] },
    ]))

  test.each(['diabeteshoitaja', 'diabeteksen hoito', 'masennuksen hoito', 'astmaohjaus', 'terve talous'])(
    'and work with illness is looked for: %s',
    (words) => expect(seekWords(words).alternatives).not.toEqual([]),
  )
})
