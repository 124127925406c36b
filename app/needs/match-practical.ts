import type { MatchNeed, MatchPerson } from './match'

type Fit = 'fits' | 'does_not' | 'not_told'
/** What stands beside the skills and changes no order: form of work, place and start. */
export type Practical = { form: Fit; place: Fit; start: Fit }

export function practicalFit(
  need: Pick<MatchNeed, 'forms' | 'municipality' | 'remote' | 'startsOn'>,
  person: Pick<MatchPerson, 'forms' | 'worksIn' | 'remote' | 'availableFrom'>,
): Practical {
  return {
    form: formFit(need.forms, person.forms),
    place: placeFit(need, person),
    start: startFit(need.startsOn, person.availableFrom),
  }
}

function formFit(offered: readonly string[], wanted: readonly string[]): Fit {
  if (offered.length === 0 || wanted.length === 0) return 'not_told'
  return wanted.some((form) => offered.includes(form)) ? 'fits' : 'does_not'
}

function placeFit(
  need: Pick<MatchNeed, 'municipality' | 'remote'>,
  person: Pick<MatchPerson, 'worksIn' | 'remote'>,
): Fit {
  if (need.remote === 'fully') return person.remote ? 'fits' : 'does_not'
  if (!need.municipality || person.worksIn.length === 0) return 'not_told'
  const place = need.municipality.toLowerCase()
  return person.worksIn.some((one) => one.toLowerCase() === place) ? 'fits' : 'does_not'
}

function startFit(startsOn: string | null, availableFrom: string | null): Fit {
  if (!startsOn || !availableFrom) return 'not_told'
  return availableFrom <= startsOn ? 'fits' : 'does_not'
}

/** Whether something told on both sides does not go together; what is not told is no obstacle. */
export function hasObstacle(practical: Practical): boolean {
  return Object.values(practical).includes('does_not')
}
