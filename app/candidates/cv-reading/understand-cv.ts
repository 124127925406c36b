import { francAll } from 'franc'

import type { CvFormat, CvReading, CvSection, CvSentence } from './cv-reading'
import { type PlacedBlock, placeInSections } from './sections'
import { cutIntoSentences } from './sentences'
import type { DocumentText } from './text-blocks'

const LANGUAGES = { fin: 'fi', swe: 'sv', eng: 'en' } as const

/** Finds the meaning in a document's text. Pure: the same text gives the same reading in every format. */
export function understandCv(document: DocumentText, format: CvFormat): CvReading {
  const blocks = placeInSections(document.blocks)
  const text = blocks.map((block) => block.text).join('\n')
  const sentences = sentencesOf(blocks)
  return {
    format,
    language: detectLanguage(text),
    pages: document.pages,
    looksLikeCv: true,
    text,
    travelText: text,
    sentences,
    sections: sectionsOf(blocks),
    work: [],
    education: [],
    languages: [],
    certificates: [],
    personalFacts: [],
    notUnderstood: [],
  }
}

function sentencesOf(blocks: PlacedBlock[]): CvSentence[] {
  let offset = 0
  return blocks.flatMap((block) => {
    const at = offset
    offset += block.text.length + 1
    return cutIntoSentences(block.text).map(({ start, end }) => ({
      text: block.text.slice(start, end),
      section: block.section,
      start: at + start,
      end: at + end,
      personal: false,
    }))
  })
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
  const ranked = francAll(text.slice(0, 6000), { minLength: 40 })
  const best = ranked.find(([code]) => code in LANGUAGES)
  // Close relatives (Danish, Estonian) often score near; a clearly better language is another one.
  if (!best || best[1] < 0.85) return null
  return LANGUAGES[best[0] as keyof typeof LANGUAGES]
}
