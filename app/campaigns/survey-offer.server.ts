import { findSkills } from '~/skills/find-skills'
import { resolveSkillWords } from '~/skills/skill-words'
import type { Vocabulary } from '~/skills/vocabulary'
import { loadVocabulary } from '~/skills/vocabulary.server'
import type { Language } from '~/texts/text-keys'
import { namesSkills, SURVEY_QUESTIONS, type SurveyQuestion } from './survey'

/** A skill that an answer names, in its own words, with the vocabulary's name for it, if it has one. */
export type OfferedSkill = {
  words: string
  name: string | null
  /** Whether it was the answer to a question about skills; otherwise it was found in what was written freely. */
  asked: boolean
}

/** Skills of one answer to confirm into a need, each once, in the order of the questions. Same answer, same order. */
export function offeredSkills(
  answers: Partial<Record<SurveyQuestion, string[]>>,
  language: Language,
): OfferedSkill[] {
  const { vocabulary } = loadVocabulary()
  const offered = new Map<string, OfferedSkill>()
  for (const question of SURVEY_QUESTIONS) {
    // Strengths are what the company has.
    if (question === 'difficulty' || question === 'strengths') continue
    for (const { words, skillId } of skillsNamed(
      answers[question] ?? [],
      namesSkills(question),
      vocabulary,
    )) {
      const key = skillId ?? words.toLowerCase()
      const name = (skillId && vocabulary.skills.get(skillId)?.name[language]) ?? null
      if (!offered.has(key)) offered.set(key, { words, name, asked: namesSkills(question) })
    }
  }
  return [...offered.values()]
}

function skillsNamed(
  given: string[],
  asked: boolean,
  vocabulary: Vocabulary,
): { words: string; skillId: string | undefined }[] {
  if (asked) return given.map((words) => ({ words, skillId: resolveSkillWords(words, vocabulary) }))
  // A skill that the company says it lacks is the one it needs.
  return given.flatMap((text) => findSkills(text, vocabulary))
}
