import { seekWords, textsSharing } from '~/skills/shared-words'
import type { MatchNeed, MatchPerson } from './match'
import { readCvOf } from './match-line'

/**
 * What of a person bears on the comparison with this need: the skills it accepts, the sentences that share its words,
 * the languages it asks. A record holds no more of anybody (GDPR 5.1 c), and the same list comes of it.
 */
export function factsBearingOn(need: MatchNeed): (person: MatchPerson) => MatchPerson {
  const sought = need.skills.map(({ words }) => seekWords(words))
  const accepted = new Set(need.skills.flatMap(({ accepts }) => Object.keys(accepts)))
  const asked = new Set(need.skills.flatMap(({ skillId }) => skillId ?? []))
  const languages = new Set(need.languages.map(({ language }) => language))
  return (person) => ({
    ...person,
    skills: person.skills.filter(({ skillId }) => accepted.has(skillId)),
    declined: person.declined.filter((skillId) => asked.has(skillId)),
    languages: person.languages.filter(({ language }) => languages.has(language)),
    passages: bearingPassages(person.passages),
  })

  function bearingPassages(passages: MatchPerson['passages']): MatchPerson['passages'] {
    const { index } = readCvOf(passages)
    const numbers = new Set(
      sought.flatMap((words) => {
        const { all, some } = textsSharing(words, index)
        return [...all, ...some]
      }),
    )
    const bearing = passages.filter((_, number) => numbers.has(number))
    // An empty sentence tells that there was a CV to look in.
    return bearing.length > 0 ? bearing : passages.slice(0, 1).map((passage) => ({ ...passage, text: '' }))
  }
}
