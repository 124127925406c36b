import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { comparablePeople, timesShown } from './comparable-people.server'
import { comparisonWith, coversSomething, type Match, type MatchNeed, type MatchPerson } from './match'
import { currentRules } from './match-rules.server'
import { asCompared, askingNeeds, openNeeds } from './matching.server'
import { readyPeople } from './ready-people.server'

/** Ready people looked at, those shown least first, and open needs, the newest first. */
const MOST_PEOPLE = 2000
const MOST_NEEDS = 200

export type PortfolioNeed = Awaited<ReturnType<typeof askingNeeds>>[number]
/** A ready person beside an open need of which something is covered. */
type PortfolioMatch = { need: PortfolioNeed; compared: MatchNeed; person: MatchPerson; match: Match }

/**
 * All ready people beside all open needs, by confirmed skills alone, as employers are told. Six statements, however
 * many people and needs; only those who hold a skill that a need accepts are compared with it.
 */
export async function comparePortfolio(db: Db, viewer: Viewer) {
  const [rules, people, needs] = await Promise.all([
    currentRules(db),
    peopleByTurn(db, viewer),
    needsToFill(db, viewer),
  ])
  const persons = await comparablePeople(
    db,
    people.map(({ id }) => id),
    { confirmedOnly: true },
  )
  const holders = new Map<string, MatchPerson[]>()
  for (const person of persons) {
    for (const { skillId } of person.skills) {
      const others = holders.get(skillId)
      if (others) others.push(person)
      else holders.set(skillId, [person])
    }
  }
  const matches = needs.flatMap((need) => {
    const compared = asCompared(need)
    const compare = comparisonWith(rules, compared)
    const accepted = compared.skills.flatMap(({ accepts }) => Object.keys(accepts))
    const could = new Set(accepted.flatMap((skillId) => holders.get(skillId) ?? []))
    return [...could].flatMap((person): PortfolioMatch[] => {
      const match = compare(person)
      return coversSomething(match) ? [{ need, compared, person, match }] : []
    })
  })
  return { rulesVersion: rules.version, people, needs, matches }
}

function peopleByTurn(db: Db, viewer: Viewer) {
  return readyPeople(db, viewer)
    .select(['candidate.id', 'candidate.number', timesShown().as('timesShown')])
    .orderBy(timesShown())
    .orderBy('candidate.id')
    .limit(MOST_PEOPLE)
    .execute()
}

async function needsToFill(db: Db, viewer: Viewer) {
  const rows = await openNeeds(db, viewer)
    .select('need.id')
    .groupBy('need.id')
    .orderBy('need.id', 'desc')
    .limit(MOST_NEEDS)
    .execute()
  const needs = await askingNeeds(
    db,
    rows.map(({ id }) => id),
  )
  return needs.sort((a, b) => (a.id < b.id ? 1 : -1))
}
