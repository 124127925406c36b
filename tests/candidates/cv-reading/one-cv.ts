import type { CvReading } from '~/candidates/cv-reading/cv-reading'
/** One invented CV in several forms. The person, the numbers and the employers do not exist. */
import type { Placed } from './sample-files'
import { linesFromTop } from './sample-files'

export const NAME = 'Maija Testilä'

export const HEADER = [
  NAME,
  'Kukkakuja 7 B 3, 40100 Jyväskylä',
  'Puh. 040 123 4567',
  'maija.testila@example.com',
  'Syntymäaika: 12.3.1985',
]
export const PROFILE = [
  'Profiili',
  'Oma-aloitteinen varastotyöntekijä, jolla on kokemusta logistiikasta ja tiimin ohjaamisesta.',
]
export const WORK = [
  'Työkokemus',
  'Varastotyöntekijä, Logistiikka Esimerkki Oy\t3/2019 – nykyinen',
  '• Keräily ja pakkaus käsipäätteellä',
  '• Vastapainotrukilla ajo ja lastaus',
  'Myyjä, Kauppa Malli Oy\t5/2015 – 2/2019',
  '• Kassatyöskentely ja hyllytys',
]
export const EDUCATION = ['Koulutus', 'Logistiikan perustutkinto, Mallilan ammattiopisto\t2008 – 2011']
export const SKILLS = ['Taidot', 'Excel', 'SAP', 'Hitsaus']
export const LANGUAGES = ['Kielitaito', 'Suomi: äidinkieli', 'Englanti: B2', 'Ruotsi: tyydyttävä']
export const CARDS = ['Kortit', 'Trukkikortti 2019', 'Hygieniapassi']

export const ALL_LINES = [...HEADER, ...PROFILE, ...WORK, ...EDUCATION, ...SKILLS, ...LANGUAGES, ...CARDS]

/** Lines down the page, dates set to the right edge of the column. */
function printed(lines: string[], { x = 50, top = 780, right = 540 } = {}): Placed[] {
  return lines.flatMap((line, index) => {
    const y = top - index * 15
    const [text = '', date] = line.split('\t')
    const pieces: Placed[] = [{ x: text.startsWith('•') ? x + 10 : x, y, text, size: 10 }]
    if (date) pieces.push({ x: right - date.length * 5, y, text: date, size: 10 })
    return pieces
  })
}

export const singleColumn = (): Placed[] => printed(ALL_LINES)

/** Work on the left, a sidebar on the right, side by side on the same baselines. */
export const sidebarRight = (): Placed[] => [
  ...linesFromTop([NAME], { x: 50, top: 800, size: 20 }),
  ...printed([...PROFILE.slice(0, 1), ...wrap(PROFILE[1] ?? ''), ...WORK, ...EDUCATION], {
    top: 750,
    right: 390,
  }),
  ...printed(['Yhteystiedot', ...HEADER.slice(1), ...SKILLS, ...LANGUAGES, ...CARDS], { x: 410, top: 750 }),
]

/** The sidebar on the left, narrower than the work beside it. */
export const sidebarLeft = (): Placed[] => [
  ...linesFromTop([NAME], { x: 250, top: 800, size: 20 }),
  ...printed(['Yhteystiedot', ...HEADER.slice(1), ...SKILLS, ...LANGUAGES, ...CARDS], { x: 40, top: 750 }),
  ...printed([...PROFILE.slice(0, 1), ...wrap(PROFILE[1] ?? ''), ...WORK, ...EDUCATION], {
    x: 250,
    top: 743,
  }),
]

/** Periods in a column of their own to the left of what they date. */
export const datesLeft = (): Placed[] =>
  ALL_LINES.flatMap((line, index): Placed[] => {
    const y = 780 - index * 15
    const [text = '', date] = line.split('\t')
    const piece = { x: text.startsWith('•') ? 160 : 150, y, text, size: 10 }
    return date ? [{ x: 50, y, text: date, size: 10 }, piece] : [piece]
  })

const wrap = (text: string): string[] => text.match(/.{1,52}(?:\s|$)/g)?.map((line) => line.trim()) ?? []

/** What a reading understood of the CV, to be compared with `WHAT_IT_SAYS`. */
export const meaningOf = ({ work, education, languages, certificates }: CvReading) => ({
  work,
  education,
  languages: languages.map(({ language, level }) => `${language} ${level}`),
  certificates,
})

/** What the CV says, whichever way it is laid out. */
export const WHAT_IT_SAYS = {
  work: [
    {
      title: 'Varastotyöntekijä',
      employer: 'Logistiikka Esimerkki Oy',
      from: '2019-03',
      to: null,
      ongoing: true,
    },
    { title: 'Myyjä', employer: 'Kauppa Malli Oy', from: '2015-05', to: '2019-02', ongoing: false },
  ],
  education: [
    { title: 'Logistiikan perustutkinto', school: 'Mallilan ammattiopisto', from: '2008', to: '2011' },
  ],
  languages: ['fi native', 'en B2', 'sv B1'],
  certificates: [
    { name: 'Trukkikortti', year: '2019' },
    { name: 'Hygieniapassi', year: null },
  ],
}
