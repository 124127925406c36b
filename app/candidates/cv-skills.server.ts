import { loadVocabulary } from '~/skills/vocabulary.server'
import { type CvSkill, passagesOf, skillsInPassages } from './cv-passages'
import type { CvReading } from './cv-reading/cv-reading'

/** The skills a CV tells of, each once, with offsets in the CV's text. */
export function skillsIn(reading: CvReading): CvSkill[] {
  return skillsInPassages(passagesOf(reading), loadVocabulary().vocabulary)
}
