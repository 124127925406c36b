import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { LANGUAGE_LEVELS } from '~/candidates/candidate'
import { passagesOf, skillsInPassages } from '~/candidates/cv-passages'
import type { CvProblem, CvReading } from '~/candidates/cv-reading/cv-reading'
import { readCvOrScan } from '~/candidates/cv-reading/read-cv.server'
import { readCvBytes } from '~/candidates/cv-reading/read-cv-bytes.server'
import type { Vocabulary } from '~/skills/vocabulary'
import type { MatchNeed, MatchPerson } from './match'
import { neededSkillsOf } from './needed-skills'

const SkillWords = z.union([
  z.string().trim().min(1),
  z.object({
    words: z.string().trim().min(1),
    must: z.boolean().default(true),
    level: z.int().min(1).max(3).nullish(),
  }),
])
const LanguageWords = z.object({ language: z.string().regex(/^[a-z]{2}$/), level: z.enum(LANGUAGE_LEVELS) })

/** A need in a file: skills as words, each a must-have unless it says otherwise, and languages by CEFR level. */
export const NeedFile = z.object({
  title: z.string().optional(),
  skills: z.array(SkillWords).min(1),
  languages: z.array(LanguageWords).default([]),
})

/** A need of a file as it is compared; words of one skill given twice count once. */
export function needOfFile(file: unknown, vocabulary: Vocabulary): MatchNeed {
  const { skills, languages } = NeedFile.parse(file)
  const asked = skills.map((skill) =>
    typeof skill === 'string'
      ? { words: skill, must: true, level: null }
      : { words: skill.words, must: skill.must, level: skill.level ?? null },
  )
  return {
    skills: neededSkillsOf(asked, vocabulary),
    languages,
    forms: [],
    municipality: null,
    remote: 'partly',
    startsOn: null,
  }
}

/** Nothing in a plain text can harm a process, and a process of its own takes a second to start. */
const PLAIN_TEXT = /\.(?:txt|md)$/i

/** A CV file, in any format that the product reads and scans by text recognition, as somebody who can be compared, or why it cannot be read. */
export async function personOfFile(
  file: { path: string; name: string },
  vocabulary: Vocabulary,
  onPage: (read: number, of: number) => void = () => {},
): Promise<{ person: MatchPerson } | { problem: CvProblem }> {
  const bytes = await readFile(file.path)
  const result = await (PLAIN_TEXT.test(file.name) ? readCvBytes(bytes) : readCvOrScan(bytes, onPage))
  return 'problem' in result ? result : { person: personOfReading(file.name, result.reading, vocabulary) }
}

/** What a reading tells of somebody, as though they had said yes to each skill found. */
export function personOfReading(id: string, reading: CvReading, vocabulary: Vocabulary): MatchPerson {
  const passages = passagesOf(reading)
  return {
    id,
    number: id,
    skills: skillsInPassages(passages, vocabulary).map((skill) => ({
      skillId: skill.skillId,
      level: skill.level ?? null,
      years: skill.years ?? null,
      words: skill.words,
      evidence: skill.sentence,
      place: skill.place,
      jobs: skill.jobs,
      source: 'cv',
      confirmed: true,
    })),
    declined: [],
    passages,
    languages: reading.languages.flatMap(({ language, level }) => (level ? [{ language, level }] : [])),
    forms: [],
    worksIn: [],
    remote: false,
    availableFrom: null,
    timesShown: 0,
  }
}
