import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { LANGUAGE_LEVELS } from '~/candidates/candidate'
import { passagesOf, skillsInPassages } from '~/candidates/cv-passages'
import type { CvProblem, CvReading } from '~/candidates/cv-reading/cv-reading'
import { languageCodeOf, levelIn } from '~/candidates/cv-reading/languages'
import { readCvOrScan } from '~/candidates/cv-reading/read-cv.server'
import { readCvBytes } from '~/candidates/cv-reading/read-cv-bytes.server'
import type { Vocabulary } from '~/skills/vocabulary'
import type { MatchNeed, MatchPerson } from './match'
import { neededSkillsOf } from './needed-skills'

const IMPORTANCE = { must: true, required: true, nice: false, wish: false, optional: false }
const LEVELS: Record<string, number> = {
  ...{ basics: 1, basic: 1, beginner: 1, good: 2, intermediate: 2, strong: 3, advanced: 3, expert: 3 },
  ...{ perusteet: 1, hyvä: 2, vahva: 3, grunder: 1, god: 2, stark: 3 },
}
const Level = z.preprocess(
  (given) => (typeof given === 'string' ? (LEVELS[given.toLowerCase()] ?? given) : given),
  z.coerce.number().int().min(1).max(3).nullish(),
)
const Skill = z.preprocess(
  namedAlike,
  z.object({
    words: z.string().trim().min(1),
    must: z.boolean().default(true),
    level: Level,
  }),
)
const Language = z.preprocess(
  languageNamedAlike,
  z.object({ language: z.string().regex(/^[a-z]{2,3}$/), level: z.enum(LANGUAGE_LEVELS) }),
)

/**
 * A need in a file: skills as words, each a must-have unless it says otherwise, and languages by CEFR level. Skills may
 * stand in one list, or as `must` and `nice` in two.
 */
export const NeedFile = z.preprocess(
  inOneList,
  z.object({
    title: z.string().optional(),
    skills: z.array(Skill).min(1),
    languages: z.array(Language).default([]),
  }),
)

/** People write a skill as a word or as an object, and its parts by several names. */
function namedAlike(skill: unknown): unknown {
  if (typeof skill === 'string') return { words: skill }
  if (!isObject(skill)) return skill
  const { words = skill.skill ?? skill.name, must, importance, ...rest } = skill
  return { ...rest, words, must: must ?? IMPORTANCE[String(importance) as keyof typeof IMPORTANCE] }
}

/** "suomi B1" and { "name": "Finnish", "level": "b1" } are one: a code and a level. */
function languageNamedAlike(given: unknown): unknown {
  if (typeof given === 'string') {
    const [name = '', ...level] = given.trim().split(/[\s:(]+/)
    return languageNamedAlike({ language: name, level: level.join(' ').replace(')', '') })
  }
  if (!isObject(given)) return given
  const { language = given.name ?? given.code, level } = given
  return {
    language: languageCodeOf(String(language)) ?? String(language).toLowerCase(),
    level: levelIn(String(level).toUpperCase()).level ?? level,
  }
}

function inOneList(need: unknown): unknown {
  if (!isObject(need) || need.skills !== undefined) return need
  const marked = (list: unknown, must: boolean) =>
    Array.isArray(list) ? list.map((skill) => ({ ...Object(namedAlike(skill)), must })) : []
  return { ...need, skills: [...marked(need.must, true), ...marked(need.nice, false)] }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A need of a file as it is compared; words of one skill given twice count once. */
export function needOfFile(file: unknown, vocabulary: Vocabulary): MatchNeed {
  const { skills, languages } = NeedFile.parse(file)
  const asked = skills.map(({ words, must, level }) => ({ words, must, level: level ?? null }))
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
