import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { comparablePeople } from './comparable-people.server'
import { coversSomething, orderPeople } from './match'
import type { MatchRules, MatchWeights } from './match-rules'
import { asCompared, askingNeeds, openNeeds, rotationSeed } from './matching.server'
import { effectOn, type ListEffect } from './rules-effect'
import { strongestPeople } from './strongest-people.server'

/** Open needs looked at, and people of each: a preview answers in seconds. */
const NEEDS_LOOKED_AT = 20
export const PEOPLE_LOOKED_AT = 50

export type NeedEffect = ListEffect & { needId: string; title: string; companyName: string }

/**
 * What new weights would do to the lists of the newest open needs, as places and counts. It reads on behalf of the
 * rules, so it sees whom lists would show, and tells of nobody.
 */
export async function effectOfWeights(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  current: MatchRules,
  weights: MatchWeights,
): Promise<NeedEffect[]> {
  const next = { version: current.version + 1, weights }
  const newest = await openNeeds(db, viewer)
    .select('need.id')
    .distinct()
    .orderBy('need.id', 'desc')
    .limit(NEEDS_LOOKED_AT)
    .execute()
  const needs = await askingNeeds(
    db,
    newest.map(({ id }) => id),
  )
  const effects: NeedEffect[] = []
  for (const need of needs) {
    const compared = asCompared(need)
    const limit = { limit: PEOPLE_LOOKED_AT, seed: rotationSeed(need.id) }
    const ids = await Promise.all(
      [current, next].map((rules) => strongestPeople(db, onBehalfOfRules, rules, compared, limit)),
    )
    const people = await comparablePeople(db, [...new Set(ids.flat())], { confirmedOnly: false })
    const [before = [], after = []] = [current, next].map((rules) =>
      orderPeople(rules, compared, people, limit.seed).filter(coversSomething).slice(0, PEOPLE_LOOKED_AT),
    )
    effects.push({
      ...effectOn(before, after),
      needId: need.id,
      title: need.title,
      companyName: need.companyName,
    })
  }
  return effects.sort((a, b) => b.moved - a.moved || a.title.localeCompare(b.title, 'fi'))
}

/** Lists are made for those who match people; an administrator is only told how their places change. */
const onBehalfOfRules: Pick<Viewer, 'roles'> = { roles: ['coordinator'] }
