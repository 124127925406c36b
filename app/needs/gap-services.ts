import type { Match, MatchNeed, MatchPerson } from './match'

/** Services that may close a gap, in the order they are told. The authority decides on each. */
export const GAP_SERVICES = ['language_support', 'short_course', 'apprenticeship', 'pay_subsidy'] as const
export type GapService = { service: (typeof GAP_SERVICES)[number]; about: string[] }

/** Missing must-haves that a short course may still cover. */
const SHORT_COURSE_AT_MOST = 2
/** Forms of work with an employment contract, which an apprenticeship needs. */
const EMPLOYMENT: readonly string[] = ['hire', 'pay_subsidised']

/**
 * Which service could close what is missing, by the rules told on the page of rules; `about` are the words or the
 * language codes it would be for.
 * - language support: a language is told below the asked level
 * - short course: one or two must-haves are missing or below the level, and another one is covered
 * - apprenticeship: more are missing, something is covered or near, and the company offers employment
 * - pay subsidy: a must-have is missing, the company offers subsidised work, and the person looks for it
 */
export function servicesFor(
  match: Match,
  need: Pick<MatchNeed, 'forms'>,
  person: Pick<MatchPerson, 'forms'>,
): GapService[] {
  const musts = match.lines.some(({ must }) => must) ? match.lines.filter(({ must }) => must) : match.lines
  const missing = musts.filter(({ covered, link }) => !covered && link !== 'not_compared')
  const words = missing.map((line) => line.words)
  const belowAsked = match.languages.filter(({ covered, has }) => !covered && has !== null)
  const isStarted = match.lines.some(({ held }) => held !== null)
  const offersEmployment = need.forms.some((form) => EMPLOYMENT.includes(form))
  const bothWantSubsidy = need.forms.includes('pay_subsidised') && person.forms.includes('pay_subsidised')

  const services: GapService[] = []
  const suggest = (service: GapService['service'], about: string[]) => services.push({ service, about })
  if (belowAsked.length > 0)
    suggest(
      'language_support',
      belowAsked.map(({ language }) => language),
    )
  if (missing.length > 0 && missing.length <= SHORT_COURSE_AT_MOST && missing.length < musts.length)
    suggest('short_course', words)
  if (missing.length > SHORT_COURSE_AT_MOST && isStarted && offersEmployment) suggest('apprenticeship', words)
  if (missing.length > 0 && bothWantSubsidy) suggest('pay_subsidy', words)
  return services
}
