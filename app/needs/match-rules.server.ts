import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { FIRST_RULES, type MatchRules, type MatchWeights, SHIPPED_RULES, WeightsShape } from './match-rules'

/** The rules in force. */
export async function currentRules(db: Db): Promise<MatchRules> {
  const row = await db
    .selectFrom('match_rules')
    .select(['version', 'weights'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? rulesOf(row) : SHIPPED_RULES
}

/** The rules that a list says it was made by, or undefined. */
export async function findRules(db: Db, version: number): Promise<MatchRules | undefined> {
  const row = await db
    .selectFrom('match_rules')
    .select(['version', 'weights'])
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? rulesOf(row) : [FIRST_RULES, SHIPPED_RULES].find((shipped) => shipped.version === version)
}

function rulesOf({ version, weights }: { version: number; weights: unknown }): MatchRules {
  return { version, weights: WeightsShape.parse(weights) }
}

/** The latest versions that somebody made, newest first, with who and why. */
export function listRules(db: Db) {
  return db
    .selectFrom('match_rules')
    .innerJoin('user_account as maker', 'maker.id', 'match_rules.made_by')
    .select([
      'match_rules.version',
      'match_rules.reason',
      'match_rules.made_at as madeAt',
      'maker.name as madeBy',
    ])
    .orderBy('match_rules.version', 'desc')
    .limit(30)
    .execute()
}

/**
 * Puts new rules in force as the next version. Null when somebody else made a version since `version`: their
 * effect was not in the preview.
 */
export async function addRules(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  form: { weights: MatchWeights; reason: string; version: number },
): Promise<number | null> {
  const { weights, reason } = form
  const added = await trx
    .insertInto('match_rules')
    .columns(['version', 'weights', 'reason', 'made_by'])
    .expression(
      trx
        .selectFrom('match_rules')
        .select([
          sql<number>`${form.version}::int + 1`.as('version'),
          sql<object>`${weights}::jsonb`.as('weights'),
          sql<string>`${reason}::text`.as('reason'),
          sql<string>`${viewer.userId}::uuid`.as('made_by'),
        ])
        .having(sql<number>`coalesce(max(version), ${SHIPPED_RULES.version})`, '=', form.version),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['version', 'id'])
    .executeTakeFirst()
  if (!added) return null
  const { version, id } = added
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'match_rules_changed',
    subject: ['match_rules', id],
    detail: { version },
  })
  return version
}
