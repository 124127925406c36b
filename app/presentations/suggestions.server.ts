import { type SqlBool, sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { ConsentState } from '~/candidates/consent'
import { consentsToward } from '~/candidates/consent-states.server'
import { reservedFor } from '~/candidates/non-disclosure.server'
import { hasObstacle } from '~/needs/match-practical'
import { openNeeds } from '~/needs/matching.server'
import { comparePortfolio, type PortfolioNeed } from '~/needs/portfolio.server'
import { today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import { type Fit, MOST_A_NEED, suggestPresentations } from './suggestions'

/** Answers that do not keep a person from being suggested: yes, and what has not been asked or has run out. */
const ASKABLE: readonly ConsentState['state'][] = ['given', 'not_asked', 'expired']

/**
 * A set of presentations over all open needs and all ready people, by the rule of `suggestPresentations`, with who is
 * ready and gets none. Only confirmed skills count, as they alone are told to employers, and wishes alone are no ground;
 * nobody is suggested who has said no to the company, was shown for the need, was decided about, or has a practical obstacle.
 */
export async function suggestedPresentations(db: Db, viewer: Viewer) {
  const { rulesVersion, people, needs, matches } = await comparePortfolio(db, viewer)
  const [stateOf, spoken] = await Promise.all([
    consentsToward(
      db,
      people.map(({ id }) => id),
      needs.map(({ companyId }) => companyId),
    ),
    spokenFor(
      db,
      needs.map(({ id }) => id),
    ),
  ])
  const stateFor = (personId: string, { companyId, roundId }: PortfolioNeed) =>
    stateOf(personId, { companyId, roundId, tier: 'T1' })
  const fits = matches.flatMap(({ need, person, match }): Fit[] =>
    match.tier === 'wishes' ||
    hasObstacle(match.practical) ||
    spoken.pairs.has(`${need.id} ${person.id}`) ||
    !ASKABLE.includes(stateFor(person.id, need).state)
      ? []
      : [{ needId: need.id, personId: person.id, tier: match.tier, strength: match.strength }],
  )
  const suggested = suggestPresentations({
    needs: needs.map(({ id }) => ({ id, room: MOST_A_NEED - (spoken.taken.get(id) ?? 0) })),
    people,
    fits,
    seed: today(),
  })
  const byPerson = new Map(people.map((person) => [person.id, person]))
  const withChance = new Set(suggested.map(({ personId }) => personId))
  const withFit = new Set(fits.map(({ personId }) => personId))
  return {
    rulesVersion,
    needs: needs
      .map((need) => ({
        id: need.id,
        title: need.title,
        companyName: need.companyName,
        companyId: need.companyId,
        taken: spoken.taken.get(need.id) ?? 0,
        suggestions: suggested
          .filter(({ needId }) => needId === need.id)
          .map((one) => ({
            ...one,
            number: byPerson.get(one.personId)?.number ?? '',
            timesShown: byPerson.get(one.personId)?.timesShown ?? 0,
            consent: stateFor(one.personId, need),
          })),
      }))
      .filter(({ suggestions }) => suggestions.length > 0),
    ready: people.length,
    withChance: withChance.size,
    without: people
      .filter(({ id }) => !withChance.has(id))
      .map((person) => ({ ...person, fits: withFit.has(person.id) })),
  }
}

type Suggested = Awaited<ReturnType<typeof suggestedPresentations>>
export type SuggestedNeed = Suggested['needs'][number]

/** Pairs that are decided or shown, and how many people each need has before its employer or on the way there. */
async function spokenFor(db: Db, needIds: string[]) {
  if (needIds.length === 0) return { pairs: new Set<string>(), taken: new Map<string, number>() }
  const { rows } = await sql<{ needId: string; personId: string; takes: boolean }>`
    select need_id as "needId", candidate_id as "personId", bool_or(takes) as takes
    from (
      select need_id, candidate_id, status in ('sent', 'viewed', 'answered') as takes from presentation
      where need_id = any(${needIds}::uuid[])
      union all
      select need_id, candidate_id, decision = 'put_forward' from match_decision
      where need_id = any(${needIds}::uuid[]) and undone_at is null
      union all
      select need_id, candidate_id, coalesce(answer, '') <> 'declined' from presentation_plan
      where need_id = any(${needIds}::uuid[]) and presentation_id is null and cancelled_at is null
    ) as spoken
    group by need_id, candidate_id
  `.execute(db)
  const taken = new Map<string, number>()
  for (const { needId, takes } of rows) if (takes) taken.set(needId, (taken.get(needId) ?? 0) + 1)
  return { pairs: new Set(rows.map(({ needId, personId }) => `${needId} ${personId}`)), taken }
}

const MOST_DRAFTS = 200

/** People whom somebody has put forward and who have neither been shown nor asked since, the oldest first. */
export async function listDrafts(db: Db, viewer: Viewer) {
  const drafts = await openNeeds(db, viewer)
    .innerJoin('match_decision', 'match_decision.need_id', 'need.id')
    .innerJoin('candidate', 'candidate.id', 'match_decision.candidate_id')
    .leftJoin('user_account as decider', 'decider.id', 'match_decision.decided_by')
    .select([
      'match_decision.id',
      'match_decision.candidate_id as candidateId',
      'match_decision.reason',
      'match_decision.decided_at as decidedAt',
      'decider.name as deciderName',
      'candidate.number',
      reservedFor(viewer).as('reservedFor'),
      'need.id as needId',
      'need.title as needTitle',
      'need.round_id as roundId',
      'company.id as companyId',
      'company.name as companyName',
    ])
    .distinct()
    .where('match_decision.decision', '=', 'put_forward')
    .where('match_decision.undone_at', 'is', null)
    .where('candidate.ended_at', 'is', null)
    .where(
      sql<SqlBool>`not exists (
        select from presentation
        where presentation.need_id = need.id and presentation.candidate_id = match_decision.candidate_id
      ) and not exists (
        select from presentation_plan
        where presentation_plan.need_id = need.id
          and presentation_plan.candidate_id = match_decision.candidate_id
          and presentation_plan.cancelled_at is null
      )`,
    )
    .orderBy('match_decision.id')
    .limit(MOST_DRAFTS)
    .execute()
  const stateOf = await consentsToward(
    db,
    drafts.map(({ candidateId }) => candidateId),
    drafts.map(({ companyId }) => companyId),
  )
  return drafts.map(({ companyId, roundId, ...draft }) => ({
    ...draft,
    companyId,
    consent: stateOf(draft.candidateId, { companyId, roundId, tier: 'T1' }),
  }))
}

export type Draft = Awaited<ReturnType<typeof listDrafts>>[number]
