import { readEuropassCandidate } from './europass-candidate'
import { isSkillsPassport, passportJsonOfXml, readSkillsPassport } from './europass-passport'
import type { StructuredCv } from './structured-cv'
import { descend, parseXml } from './xml'

/** Reads either Europass XML, or gives null when the XML is something else. Throws CvRefusal('damaged'). */
export function readEuropassXml(source: string): StructuredCv | null {
  const root = parseXml(source)
  const candidate = descend(root, 'Candidate')
  if (candidate) return readEuropassCandidate(candidate)
  const passport = descend(root, 'SkillsPassport')
  return passport ? readSkillsPassport(passportJsonOfXml(passport)) : null
}

/** Reads Europass JSON, or gives null when the JSON is something else. */
export const readEuropassJson = (document: unknown): StructuredCv | null =>
  isSkillsPassport(document) ? readSkillsPassport(document) : null
