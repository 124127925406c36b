import { sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { readListPage } from '~/platform/list-page.server'
import { containsPattern, type ListParams, type ListShape, type Page } from '~/platform/list-params'
import { stages } from './stage'

/** Every read of a company's part in a round starts here. */
function visibleEngagements(db: Db, viewer: Pick<Viewer, 'roles'>) {
  const engagements = db
    .selectFrom('engagement')
    .innerJoin('company', 'company.id', 'engagement.company_id')
    .innerJoin('employer_round', 'employer_round.id', 'engagement.round_id')
  return may(viewer, 'companies.read') ? engagements : engagements.where(sql<boolean>`false`)
}

export const engagementListShape = {
  sorts: ['name', 'next_action'],
  filters: { stage: [...stages, 'taking_part'] },
} as const satisfies ListShape<string>

/** The companies of one round by name or by what comes next; `taking_part` are the joined and the active. */
export async function listRoundEngagements(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  roundId: string,
  list: ListParams<(typeof engagementListShape.sorts)[number]>,
): Promise<Page<EngagementRow>> {
  let matching = engagementRows(db, viewer).where('engagement.round_id', '=', roundId)
  const { stage } = list.filters
  if (stage === 'taking_part') matching = matching.where('engagement.stage', 'in', ['joined', 'active'])
  else if (stage) matching = matching.where('engagement.stage', '=', stage)
  if (list.search) matching = matching.where('company.name_lower', 'like', containsPattern(list.search))
  const sorted =
    list.sort === 'next_action'
      ? matching.orderBy('engagement.next_action_on', (order) =>
          list.direction === 'asc' ? order.asc().nullsLast() : order.desc().nullsLast(),
        )
      : matching
  return readListPage(db, list, {
    rows: sorted.orderBy(sql`company.name collate "fi-FI-x-icu"`, list.direction),
    matching: matching.clearSelect().select('engagement.id'),
  })
}

/** Every round a company has been in, the newest first. */
function listCompanyEngagements(db: Db, viewer: Pick<Viewer, 'roles'>, companyId: string) {
  return engagementRows(db, viewer)
    .where('engagement.company_id', '=', companyId)
    .orderBy('engagement.round_id', 'desc')
    .limit(50)
    .execute()
}

/** A company's part in one round, or undefined before anything has happened. */
export function findEngagement(
  db: Db,
  viewer: Pick<Viewer, 'roles'>,
  at: { companyId: string; roundId: string },
) {
  return engagementRows(db, viewer)
    .where('engagement.company_id', '=', at.companyId)
    .where('engagement.round_id', '=', at.roundId)
    .executeTakeFirst()
}

/** The round of an address, or undefined. */
export function findRoundName(db: Db, roundId: string) {
  return db
    .selectFrom('employer_round')
    .select(['employer_round.id', 'employer_round.name'])
    .where('employer_round.id', '=', roundId)
    .executeTakeFirst()
}

function engagementRows(db: Db, viewer: Pick<Viewer, 'roles'>) {
  return visibleEngagements(db, viewer)
    .leftJoin('user_account as owner', 'owner.id', 'engagement.owner_id')
    .select([
      'engagement.id',
      'engagement.company_id as companyId',
      'engagement.round_id as roundId',
      'company.name as companyName',
      'company.municipality',
      'employer_round.name as roundName',
      'engagement.stage',
      'engagement.returning_partner as returningPartner',
      'engagement.motives',
      'engagement.promised',
      'engagement.next_action as nextAction',
      'engagement.next_action_on as nextActionOn',
      'engagement.reason',
      'engagement.joined_at as joinedAt',
      'engagement.version',
      'owner.name as ownerName',
    ])
}

export type EngagementRow = Awaited<ReturnType<typeof listCompanyEngagements>>[number]

/** How many companies of a round stand at each stage. */
export function countStages(db: Db, viewer: Pick<Viewer, 'roles'>, roundId: string) {
  return visibleEngagements(db, viewer)
    .where('engagement.round_id', '=', roundId)
    .select((eb) => [
      'engagement.stage',
      eb.fn.countAll<number>().as('companies'),
      eb.fn
        .count<number>('engagement.id')
        .filterWhere('engagement.returning_partner', '=', true)
        .as('returning'),
    ])
    .groupBy('engagement.stage')
    .execute()
}
