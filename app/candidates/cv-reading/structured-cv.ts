import type { CvMonth, EducationEntry, LanguageSkill, WorkEntry } from './cv-reading'
import { readLanguages } from './languages'
import { type DocumentText, plainCharacters, type TextBlock, withoutBullet } from './text-blocks'
import { decodeEntities } from './xml'

type Description = { descriptions: string[] }

/** A CV that comes as data: what Europass and JSON Resume say, before it is put into sentences. */
export type StructuredCv = {
  name: string
  headline: string
  /** Contact and personal details, each as a line with its label. */
  personal: string[]
  summary: string
  work: (WorkEntry & Description)[]
  education: (EducationEntry & Description)[]
  /** As a CV would print them: "English: C1, B2". */
  languages: string[]
  certificates: string[]
  skills: string[]
  /** Further sections; the heading says which. */
  others: { heading: string; lines: string[] }[]
  hasPhoto: boolean
}

/** The words that a structured CV is printed with; the reader knows them all. */
const PRINTED = {
  fi: {
    personal: 'Henkilötiedot',
    summary: 'Tiivistelmä',
    work: 'Työkokemus',
    education: 'Koulutus',
    languages: 'Kielitaito',
    skills: 'Osaaminen',
    certificates: 'Kortit ja luvat',
    present: 'nykyinen',
  },
  sv: {
    personal: 'Personuppgifter',
    summary: 'Sammanfattning',
    work: 'Arbetserfarenhet',
    education: 'Utbildning',
    languages: 'Språkkunskaper',
    skills: 'Kunskaper',
    certificates: 'Intyg',
    present: 'pågår',
  },
  en: {
    personal: 'Personal information',
    summary: 'Summary',
    work: 'Work experience',
    education: 'Education',
    languages: 'Languages',
    skills: 'Skills',
    certificates: 'Certificates',
    present: 'present',
  },
}

/**
 * Writes a structured CV out in sections, as it would be printed, so that sentences and personal facts are
 * found by the same rules as everywhere; what the data says for certain is kept as `known`.
 */
export function documentOfStructuredCv(cv: StructuredCv, language: 'fi' | 'sv' | 'en' = 'en'): DocumentText {
  const words = PRINTED[language]
  const blocks: TextBlock[] = []
  const add = (kind: TextBlock['kind'], text: string) => {
    const tidy = plainCharacters(text).replace(/ {2,}/g, ' ').trim()
    if (tidy !== '') blocks.push({ kind, text: tidy, style: null, size: null })
  }
  const section = (heading: string, write: () => void) => {
    const before = blocks.length
    add('heading', heading)
    write()
    if (blocks.length === before + 1) blocks.pop()
  }
  const addAll = (kind: TextBlock['kind'], lines: string[]) => {
    for (const line of lines) add(kind, line)
  }
  const describe = (descriptions: string[]) => {
    for (const { isItem, text } of descriptions.flatMap(linesOfDescription))
      add(isItem ? 'bullet' : 'paragraph', text)
  }
  const entries = (list: ((WorkEntry | EducationEntry) & Description)[]) => {
    for (const entry of list) {
      const place = 'employer' in entry ? entry.employer : entry.school
      add('paragraph', [entry.title, place, printedPeriod(entry, words.present)].filter(Boolean).join('\t'))
      describe(entry.descriptions)
    }
  }

  add('paragraph', cv.name)
  add('paragraph', cv.headline)
  section(words.personal, () => addAll('paragraph', cv.personal))
  section(words.summary, () => describe([cv.summary]))
  section(words.work, () => entries(cv.work))
  section(words.education, () => entries(cv.education))
  section(words.languages, () => addAll('bullet', cv.languages))
  section(words.skills, () => describe(cv.skills))
  section(words.certificates, () => addAll('bullet', cv.certificates))
  for (const { heading, lines } of cv.others) section(heading, () => describe(lines))

  return {
    blocks,
    pages: null,
    hasPhoto: cv.hasPhoto,
    hasPictures: cv.hasPhoto,
    known: {
      work: cv.work.map(({ descriptions: _, ...entry }) => entry),
      education: cv.education.map(({ descriptions: _, ...entry }) => entry),
      languages: languagesOf(cv.languages),
    },
  }
}

function languagesOf(lines: string[]): LanguageSkill[] {
  const blocks = lines.map((text) => ({
    text,
    kind: 'bullet' as const,
    style: null,
    size: null,
    section: 'languages' as const,
    isHeading: false,
  }))
  return readLanguages(blocks).languages
}

/** Text as the Europass editor writes it, in HTML, or plain with marks: to lines, items marked. */
function linesOfDescription(description: string): { isItem: boolean; text: string }[] {
  const marked = description
    .replace(/<li[^>]*>/gi, '\n• ')
    .replace(/<(?:br|p|div|\/p|\/div|\/li|\/ul|\/ol|h\d|\/h\d)[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
  return decodeEntities(marked)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const item = withoutBullet(line)
      return { isItem: item !== null, text: item ?? line }
    })
}

function printedPeriod(entry: WorkEntry | EducationEntry, present: string): string {
  const ongoing = 'ongoing' in entry && entry.ongoing
  if (entry.from === null) return entry.to ?? ''
  return `${entry.from} – ${entry.to ?? (ongoing ? present : '')}`.trim()
}

/** A month from its parts as files give them: "--10", 10, "10"; null without a year. */
export function monthOfParts(year: unknown, month: unknown): CvMonth | null {
  const yearDigits = /\d{4}/.exec(String(year ?? ''))?.[0]
  if (!yearDigits) return null
  const monthDigits = Number(/\d{1,2}/.exec(String(month ?? ''))?.[0])
  return monthDigits >= 1 && monthDigits <= 12
    ? `${yearDigits}-${String(monthDigits).padStart(2, '0')}`
    : yearDigits
}

/** "2013-12-01" → `2013-12`; "2013" → `2013`. */
export const monthOfIsoDate = (date: string): CvMonth | null => {
  const [year, month] = date.split('-')
  return monthOfParts(year, month)
}
