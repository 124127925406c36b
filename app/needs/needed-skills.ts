import { tellsOfPerson } from '~/skills/person-words'
import { resolveSkillWords } from '~/skills/skill-words'
import type { Vocabulary } from '~/skills/vocabulary'
import type { NeededSkill } from './match'
import { kinshipOf } from './skill-kinship'

type Asked = { words: string; skillId: string | null; must: boolean; level: number | null }

/** The needed skills with all that meets each in the vocabulary: plain data from here on. */
export function neededSkills(asked: readonly Asked[], vocabulary: Vocabulary): NeededSkill[] {
  const kinship = kinshipOf(vocabulary)
  return asked.map(({ words, skillId, must, level }) => ({
    words,
    skillId,
    must,
    level,
    accepts: skillId ? kinship.accepts(skillId) : {},
  }))
}

/** The same from an employer's words alone. */
export function neededSkillsOf(
  asked: readonly Omit<Asked, 'skillId'>[],
  vocabulary: Vocabulary,
): NeededSkill[] {
  return neededSkills(
    asked.map((one) => ({ ...one, skillId: skillAskedFor(one.words, vocabulary) })),
    vocabulary,
  )
}

/** The skill that an employer's words name, or null; words about a person name none, whatever stands beside them. */
export function skillAskedFor(words: string, vocabulary: Vocabulary): string | null {
  return tellsOfPerson(words) ? null : (resolveSkillWords(words, vocabulary) ?? null)
}
