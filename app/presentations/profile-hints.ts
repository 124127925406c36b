import { MASK } from '~/candidates/identity-mask'
import { skillsNamedIn } from '~/skills/find-skills'
import type { Vocabulary } from '~/skills/vocabulary'
import type { ShownProfile } from './shown-profile'

/** What a reader of a de-identified profile could still go by, besides rare skills. */
export type Hints = {
  /** Places where a name, an employer, a school or a year was hidden: the sentence around it still tells something. */
  hidden: number
  /** Words with a capital letter in the middle of a sentence that hold no skill: perhaps names. */
  capitalised: string[]
}

const MOST_WORDS = 6
const CAPITALISED = /(?<=[\p{Ll}\d,;:)] )\p{Lu}[\p{L}\d.&'’-]*\p{L}/gu

/** Looks through the texts as they will be shown. Pure: what it finds is for a person to think about. */
export function hintsIn(profile: ShownProfile, vocabulary: Vocabulary): Hints {
  const texts = [profile.headline, profile.about, ...profile.skills.map(({ evidence }) => evidence)].filter(
    (text) => text !== null,
  )
  const known = profile.skills
    .flatMap(({ fi, sv, en }) => [fi, sv, en])
    .join(' ')
    .toLowerCase()
  const words = texts
    .flatMap((text) => text.match(CAPITALISED) ?? [])
    .filter(
      (word) =>
        !isAbbreviation(word) &&
        !known.includes(stemOf(word)) &&
        skillsNamedIn(word, vocabulary).length === 0,
    )
  return {
    hidden: texts.reduce((sum, text) => sum + text.split(MASK).length - 1, 0),
    capitalised: [...new Set(words)].slice(0, MOST_WORDS),
  }
}

/** 'SQL' and 'CI/CD' are trades' words far more often than anybody's name. */
function isAbbreviation(word: string): boolean {
  return word === word.toUpperCase()
}

function stemOf(word: string): string {
  return word.toLowerCase().slice(0, Math.max(4, word.length - 3))
}
