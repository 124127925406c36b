import { sql } from 'kysely'
import type { Db, Trx } from '~/platform/db.server'
import type { Stage } from './stage'

type At = { companyId: string; roundId: string }

/** A company's part in a round as an undo compares it; instants and days as text. */
export type EngagementState = {
  stage: Stage
  interested_at: string | null
  joined_at: string | null
  motives: string[]
  promised: string | null
  next_action: string | null
  next_action_on: string | null
  reason: string | null
  version: number
}

/** What of a company's part in a round an undo speaks of. */
export type EngagementPart = 'stage' | 'promised' | 'next_step' | 'reason'

const state = sql<EngagementState>`jsonb_build_object(
  'stage', stage, 'interested_at', interested_at, 'joined_at', joined_at, 'motives', to_jsonb(motives),
  'promised', promised, 'next_action', next_action, 'next_action_on', next_action_on, 'reason', reason,
  'version', version
)`

const notBegun: Omit<EngagementState, 'version'> = {
  stage: 'identified',
  interested_at: null,
  joined_at: null,
  motives: [],
  promised: null,
  next_action: null,
  next_action_on: null,
  reason: null,
}

function engagementOf(db: Db, at: At) {
  return db
    .selectFrom('engagement')
    .select(state.as('state'))
    .where('company_id', '=', at.companyId)
    .where('round_id', '=', at.roundId)
}

/** The company's part in the round as it stands, or null when it has none. */
export async function readEngagementState(trx: Trx, at: At): Promise<EngagementState | null> {
  const found = await engagementOf(trx, at).executeTakeFirst()
  return found?.state ?? null
}

/**
 * Takes back what one step changed of a company's part in a round: `before` the step (null when it began the part) and
 * `after` it. What somebody has changed since stays, and is returned.
 */
export async function restoreEngagement(
  trx: Trx,
  at: At,
  { before, after }: { before: EngagementState | null; after: EngagementState },
): Promise<EngagementPart[]> {
  const now = (await engagementOf(trx, at).forUpdate().executeTakeFirst())?.state
  if (!now) return []
  if (!before && now.version === after.version) {
    await trx
      .deleteFrom('engagement')
      .where('company_id', '=', at.companyId)
      .where('round_id', '=', at.roundId)
      .execute()
    return []
  }
  const back = before ?? notBegun
  const left = new Set<EngagementPart>()
  const restored = <Field extends keyof typeof notBegun>(field: Field, part: EngagementPart) => {
    if (now[field] === after[field]) return back[field]
    if (after[field] !== back[field] && now[field] !== back[field]) left.add(part)
    return now[field]
  }
  const stage = restored('stage', 'stage')
  // A milestone belongs to the stage it came with: where the company has moved on, both stay.
  const milestone = (field: 'interested_at' | 'joined_at') =>
    sql<Date | null>`${now.stage === after.stage ? restored(field, 'stage') : now[field]}::timestamptz`
  const told = after.motives.filter((motive) => !back.motives.includes(motive))
  await trx
    .updateTable('engagement')
    .set((eb) => ({
      stage,
      interested_at: milestone('interested_at'),
      joined_at: milestone('joined_at'),
      motives: now.motives.filter((motive) => !told.includes(motive)),
      promised: restored('promised', 'promised'),
      next_action: restored('next_action', 'next_step'),
      next_action_on: restored('next_action_on', 'next_step'),
      reason: restored('reason', 'reason'),
      version: eb('engagement.version', '+', 1),
    }))
    .where('company_id', '=', at.companyId)
    .where('round_id', '=', at.roundId)
    .execute()
  return [...left]
}
