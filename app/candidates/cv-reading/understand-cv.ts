import { francAll } from 'franc'
import { hideIdentityCodes } from '~/platform/identity-code'
import { readCertificates } from './certificates'
import type {
  CvFormat,
  CvReading,
  CvSection,
  CvSentence,
  NotUnderstood,
  PersonalFact,
  PersonalFactKind,
} from './cv-reading'
import { readEducation } from './education'
import { readLanguages } from './languages'
import { findPersonName, nameMatcher } from './person-name'
import { DRIVING_LICENCE, findPersonalFacts, isPersonalBySection } from './personal-facts'
import { headingKind } from './section-headings'
import { type PlacedBlock, placeInSections } from './sections'
import { cutIntoSentences } from './sentences'
import type { DocumentText } from './text-blocks'
import { readWorkHistory } from './work-history'

const LANGUAGES = { fin: 'fi', swe: 'sv', eng: 'en' } as const
const SHORTEST_FOR_LANGUAGE = 40 // letters

/** Finds the meaning in a document's text. Pure: the same text gives the same reading in every format. */
export function understandCv(document: DocumentText, format: CvFormat): CvReading {
  const blocks = placeInSections(
    document.blocks.map((block) => ({ ...block, text: hideIdentityCodes(block.text) })),
  )
  const text = blocks.map((block) => block.text).join('\n')
  const { sentences, facts, ofPrivateLife } = readSentences(blocks)
  if (document.hasPhoto) facts.push({ kind: 'photo', start: null, end: null })
  const known = document.known && withoutCodes(document.known)
  const { work, unclear: unclearWork } = known
    ? { ...known, unclear: [] }
    : readWorkHistory(blocks.filter((block) => !ofPrivateLife.has(block)))
  const { education, unclear: unclearEducation } = known ? { ...known, unclear: [] } : readEducation(blocks)
  const { languages, unclear: unclearLanguages } = known ? { ...known, unclear: [] } : readLanguages(blocks)
  const notUnderstood: NotUnderstood[] = [
    ...blocks
      .filter((block) => block.isHeading && headingKind(block.text) === null)
      .map((block) => ({ text: block.text, section: block.section, why: 'heading' as const })),
    ...unclearWork.map((line) => ({ text: line, section: 'work' as const, why: 'work' as const })),
    ...unclearEducation.map((line) => ({
      text: line,
      section: 'education' as const,
      why: 'education' as const,
    })),
    ...unclearLanguages.map(({ text: line, section }) => ({ text: line, section, why: 'language' as const })),
  ]
  const kinds = new Set(blocks.map((block) => block.section))
  return {
    format,
    language: detectLanguage(text),
    pages: document.pages,
    confidence: document.confidence ?? null,
    looksLikeCv: work.length > 0 || education.length > 0 || kinds.has('skills') || kinds.has('work'),
    text,
    travelText: blankPersonal(text, sentences),
    sentences,
    sections: sectionsOf(blocks),
    work,
    education,
    languages,
    certificates: readCertificates(blocks),
    personalFacts: facts,
    notUnderstood,
  }
}

type Known = NonNullable<DocumentText['known']>

/** Hides codes in what a structured format says for certain, too. */
const withoutCodes = (known: Known): Known => ({
  work: known.work.map((entry) => ({
    ...entry,
    ...hiddenIn({ title: entry.title, employer: entry.employer }),
  })),
  education: known.education.map((entry) => ({
    ...entry,
    ...hiddenIn({ title: entry.title, school: entry.school }),
  })),
  languages: known.languages.map((entry) => ({ ...entry, said: hideIdentityCodes(entry.said) })),
})

function hiddenIn<T extends Record<string, string | null>>(names: T): T {
  const pairs = Object.entries(names).map(([key, name]) => [key, name && hideIdentityCodes(name)])
  return Object.fromEntries(pairs)
}

/** Time that a work history tells of and that is no work: a leave with one's children, unemployment, illness. */
const PRIVATE_LIFE: ReadonlySet<PersonalFactKind> = new Set([
  'family',
  'unemployment',
  'health',
  'military_service',
  'conviction',
])

type ReadSentences = {
  sentences: CvSentence[]
  facts: PersonalFact[]
  ofPrivateLife: ReadonlySet<PlacedBlock>
}

function readSentences(blocks: PlacedBlock[]): ReadSentences {
  const name = findPersonName(blocks)
  const namePattern = name === null ? null : nameMatcher(name, blocks.map((block) => block.text).join('\n'))
  const facts: PersonalFact[] = []
  const ofPrivateLife = new Set<PlacedBlock>()
  let offset = 0
  const sentences = blocks.flatMap((block) => {
    const at = offset
    offset += block.text.length + 1
    return cutIntoSentences(block.text)
      .flatMap((piece) => detachDrivingLicence(block.text, piece))
      .map(({ start, end }): CvSentence => {
        const sentence = {
          text: block.text.slice(start, end),
          section: block.section,
          start: at + start,
          end: at + end,
          personal: false,
        }
        const found = block.isHeading
          ? []
          : findPersonalFacts(sentence, { name, namePattern, line: block.text })
        if (found.some(({ kind }) => PRIVATE_LIFE.has(kind))) ofPrivateLife.add(block)
        for (const { kind, start: from, end: to } of found)
          facts.push({ kind, start: sentence.start + (from ?? 0), end: sentence.start + (to ?? 0) })
        return {
          ...sentence,
          personal: found.length > 0 || (!block.isHeading && isPersonalBySection(sentence)),
        }
      })
  })
  return { sentences, facts, ofPrivateLife }
}

/** "Trukkikortti, B-ajokortti, EA1": only the licence is kept out, the list around it is not. */
function detachDrivingLicence(text: string, piece: { start: number; end: number }) {
  const sentence = text.slice(piece.start, piece.end)
  if (!DRIVING_LICENCE.test(sentence)) return [piece]
  const pieces: { start: number; end: number }[] = []
  let from = piece.start
  for (const mark of sentence.matchAll(/\s*[,;|]\s*|\s(?:ja|sekä|och|samt|and)\s|$/g)) {
    const end = piece.start + mark.index
    if (end > from) pieces.push({ start: from, end })
    from = end + mark[0].length
  }
  return pieces
}

/** Every offset stays the same, so what is found in the result can be shown in the whole text. */
function blankPersonal(text: string, sentences: CvSentence[]): string {
  let blanked = ''
  let at = 0
  for (const { start, end } of sentences.filter((sentence) => sentence.personal)) {
    blanked += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return blanked + text.slice(at)
}

function sectionsOf(blocks: PlacedBlock[]): CvSection[] {
  const sections: CvSection[] = []
  let offset = 0
  for (const block of blocks) {
    const end = offset + block.text.length
    const open = sections.at(-1)
    if (open && !block.isHeading) open.end = end
    else
      sections.push({ kind: block.section, heading: block.isHeading ? block.text : '', start: offset, end })
    offset = end + 1
  }
  return sections
}

/** The CV's language, or null when it is too short to tell or in none of the three. */
function detectLanguage(text: string): CvReading['language'] {
  const ranked = francAll(text.slice(0, 6000), { minLength: SHORTEST_FOR_LANGUAGE })
  const best = ranked.find(([code]) => code in LANGUAGES)
  // Close relatives (Danish, Estonian) score near; a clearly better language is another one.
  if (!best || best[1] < 0.85) return null
  return LANGUAGES[best[0] as keyof typeof LANGUAGES]
}
