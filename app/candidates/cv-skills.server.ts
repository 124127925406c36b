import { findSkills } from '~/skills/find-skills'
import { loadVocabulary } from '~/skills/vocabulary.server'
import type { CvReading, CvSentence } from './cv-reading/cv-reading'

export type SkillInCv = ReturnType<typeof findSkills>[number]

// Letters beside the name of an employer or a school in the line that names the job or the studies.
const MOST_BESIDE_NAME = 60

/**
 * The skills a CV tells of, each at its first place, with offsets in the CV's text. Sentences with personal facts
 * are not looked at, and an employer's name is no skill: who worked at Notion need not know Notion.
 */
export function skillsIn(reading: CvReading): SkillInCv[] {
  const { vocabulary } = loadVocabulary()
  const names = [
    ...reading.work.map(({ employer }) => employer),
    ...reading.education.map(({ school }) => school),
  ].filter((name) => name !== null)
  const first = new Map<string, SkillInCv>()
  for (const sentence of reading.sentences) {
    if (sentence.personal) continue
    for (const found of findSkills(sentence.text, vocabulary)) {
      if (found.negated || first.has(found.skillId) || isOrganisation(found, sentence, names)) continue
      const { start, end } = sentence
      first.set(found.skillId, {
        ...found,
        start: found.start + start,
        end: Math.min(found.end + start, end),
      })
    }
  }
  return [...first.values()]
}

/** True where the words found stand within the name of an employer or a school that the line is about. */
function isOrganisation(found: SkillInCv, { text, section }: CvSentence, names: string[]): boolean {
  if (section !== 'work' && section !== 'education') return false
  return names.some((name) => {
    const at = text.indexOf(name)
    const isWithin = at >= 0 && found.start >= at && found.end <= at + name.length
    return isWithin && text.length - name.length <= MOST_BESIDE_NAME
  })
}
