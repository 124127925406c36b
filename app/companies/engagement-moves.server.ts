import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import { RuleError } from '~/platform/rule-error'
import { hasReached, type Motive, stageAfter } from './engagement'
import type { EngagementForm } from './engagement-form'
import type { Stage } from './stage'

/**
 * Writes a company's part in a round as the form says, beginning it when there is none. False when somebody
 * changed it after the form was opened. RuleError when it says `joined` without what that takes.
 */
export async function saveEngagement(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  at: { companyId: string; roundId: string },
  form: EngagementForm,
): Promise<boolean> {
  const values = {
    stage: form.stage,
    returning_partner: form.returningPartner,
    motives: form.motives,
    promised: form.promised ?? null,
    next_action: form.nextAction ?? null,
    next_action_on: form.nextActionOn ?? null,
    reason: form.reason ?? null,
  }
  if (form.stage === 'joined') await requireWhatJoiningTakes(trx, at.companyId, form)
  const saved = form.version
    ? await trx
        .updateTable('engagement')
        .set((eb) => ({ ...values, ...milestones(form.stage), version: eb('engagement.version', '+', 1) }))
        .where('company_id', '=', at.companyId)
        .where('round_id', '=', at.roundId)
        .where('version', '=', form.version)
        .returning('id')
        .executeTakeFirst()
    : await trx
        .insertInto('engagement')
        .values({
          ...values,
          interested_at: hasReached(form.stage, 'interested') ? new Date() : null,
          joined_at: hasReached(form.stage, 'joined') ? new Date() : null,
          company_id: at.companyId,
          round_id: at.roundId,
          owner_id: viewer.userId,
        })
        .onConflict((conflict) => conflict.constraint('engagement_round_company_key').doNothing())
        .returning('id')
        .executeTakeFirst()
  if (!saved) return false
  await recordStage(trx, viewer, at, { id: saved.id, stage: form.stage })
  return true
}

export type EngagementNews = {
  stage: Stage
  /** Whether the company has told what it needs, for `joined`. */
  needTold?: boolean
  returningPartner?: boolean
  motives?: Motive[]
  promised?: string
  nextAction?: string
  nextActionOn?: string
  reason?: string
}

/**
 * Moves a company on in a round by what it said, as `stageAfter` allows, beginning its part when there is none;
 * what is known already stays unless the news say otherwise. RuleError when it comes to `joined` without what that
 * takes.
 */
export async function advanceEngagement(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  at: { companyId: string; roundId: string },
  news: EngagementNews,
): Promise<void> {
  await beginEngagement(trx, at, { returningPartner: news.returningPartner ?? false })
  const known = await holdEngagement(trx, at)
  const before = known.stage as Stage
  const stage = stageAfter(before, news.stage)
  const next = {
    promised: news.promised ?? known.promised,
    nextAction: news.nextAction ?? known.nextAction,
    nextActionOn: news.nextActionOn ?? known.nextActionOn,
  }
  if (stage === 'joined' && before !== 'joined')
    await requireWhatJoiningTakes(trx, at.companyId, { ...next, needTold: news.needTold })
  await trx
    .updateTable('engagement')
    .set((eb) => ({
      stage,
      motives: [...new Set([...known.motives, ...(news.motives ?? [])])],
      promised: next.promised,
      next_action: next.nextAction,
      next_action_on: next.nextActionOn,
      ...(news.reason ? { reason: news.reason } : {}),
      ...milestones(stage),
      version: eb('engagement.version', '+', 1),
    }))
    .where('id', '=', known.id)
    .execute()
  if (stage !== before) await recordStage(trx, viewer, at, { id: known.id, stage })
}

/** Begins the company's part in the round in the hands of its owner, unless it has one. */
async function beginEngagement(
  trx: Trx,
  at: { companyId: string; roundId: string },
  { returningPartner }: { returningPartner: boolean },
): Promise<void> {
  await trx
    .insertInto('engagement')
    .columns(['company_id', 'round_id', 'returning_partner', 'owner_id'])
    .expression((eb) =>
      eb
        .selectFrom('company')
        .select((company) => [
          'company.id',
          company.val(at.roundId).as('round_id'),
          company.val(returningPartner).as('returning_partner'),
          'company.owner_id',
        ])
        .where('company.id', '=', at.companyId),
    )
    .onConflict((conflict) => conflict.constraint('engagement_round_company_key').doNothing())
    .execute()
}

/** What is known of the company's part in the round, locked until the transaction ends. */
function holdEngagement(trx: Trx, at: { companyId: string; roundId: string }) {
  return trx
    .selectFrom('engagement')
    .select(['id', 'stage', 'motives', 'promised', 'next_action as nextAction'])
    .select('next_action_on as nextActionOn')
    .where('company_id', '=', at.companyId)
    .where('round_id', '=', at.roundId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

function recordStage(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  at: { companyId: string; roundId: string },
  engagement: { id: string; stage: Stage },
): Promise<void> {
  return recordActivity(trx, {
    actorId: viewer.userId,
    action: `engagement_${engagement.stage}`,
    subject: ['engagement', engagement.id],
    companyId: at.companyId,
    roundId: at.roundId,
  })
}

/** The first time a company came this far stays, however it goes on. */
function milestones(stage: Stage) {
  return {
    ...(hasReached(stage, 'interested') ? { interested_at: sql<Date>`coalesce(interested_at, now())` } : {}),
    ...(hasReached(stage, 'joined') ? { joined_at: sql<Date>`coalesce(joined_at, now())` } : {}),
  }
}

/** A company has joined when there is someone to ring, something to do together and a day for the next step. */
async function requireWhatJoiningTakes(
  trx: Trx,
  companyId: string,
  told: {
    promised?: string | null
    nextAction?: string | null
    nextActionOn?: string | null
    needTold?: boolean
  },
): Promise<void> {
  const found = await trx
    .selectNoFrom((eb) => [
      eb
        .exists(
          eb
            .selectFrom('contact')
            .select('contact.id')
            .where('contact.company_id', '=', companyId)
            .where('contact.left_at', 'is', null),
        )
        .as('contact'),
      eb.exists(eb.selectFrom('need').select('need.id').where('need.company_id', '=', companyId)).as('need'),
    ])
    .executeTakeFirstOrThrow()
  if (!found.contact) throw new RuleError('companies:engagement.rule.join_needs_contact')
  if (!found.need && !told.needTold && !told.promised)
    throw new RuleError('companies:engagement.rule.join_needs_need')
  if (!told.nextAction || !told.nextActionOn)
    throw new RuleError('companies:engagement.rule.join_needs_next_action')
}
