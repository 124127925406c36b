import type { UnknownWords } from '~/skills/unknown-words/unknown-word'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { type CvSkill, passagesOf, skillsInPassages } from './cv-passages'
import type { CvReading } from './cv-reading/cv-reading'
import { unknownWordsOf } from './unknown-cv-words'

/** The skills a CV tells of, each once, with offsets in the CV's text. */
export function skillsIn(reading: CvReading): CvSkill[] {
  return skillsInPassages(passagesOf(reading), loadVocabulary().vocabulary)
}

/** Words among the skills a CV lists that the vocabulary does not know. */
export function unknownWordsIn(reading: CvReading): UnknownWords[] {
  return unknownWordsOf(reading, loadVocabulary().vocabulary)
}
