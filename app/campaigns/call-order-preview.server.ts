import { sql } from 'kysely'
import type { OrderPoints, PointReason } from '~/companies/call-order'
import { lotIn, pointsOf } from '~/companies/call-order.server'
import type { Db } from '~/platform/db.server'
import { blockedBy } from './call-list.server'
import type { Campaign } from './campaigns.server'

/** How many companies a preview shows. */
const PREVIEW = 20

/** The companies that would be called first by these points, with what each part is for. */
export async function previewCallOrder(
  db: Db,
  campaign: Pick<Campaign, 'id' | 'listApprovedAt'>,
  order: OrderPoints,
): Promise<OrderPreviewRow[]> {
  const worth = pointsOf(order, sql`campaign.source_list_id`)
  const waiting = campaign.listApprovedAt
    ? sql`exists (
        select from call_task as task
        where task.campaign_id = campaign.id and task.company_id = company.id
          and task.status = 'queued' and task.attempts = 0
      )`
    : sql`campaign_company.decision = 'include' and ${blockedBy} is null`
  const { rows } = await sql<OrderPreviewRow>`
    select company.id, company.name, company.municipality, worth.points, worth.reasons
    from campaign
    join campaign_company on campaign_company.campaign_id = campaign.id
    join company on company.id = campaign_company.company_id
    cross join lateral ${worth} as worth
    where campaign.id = ${campaign.id} and ${waiting}
    order by worth.points desc, ${lotIn(campaign.id)}
    limit ${PREVIEW}
  `.execute(db)
  return rows
}

export type OrderPreviewRow = {
  id: string
  name: string
  municipality: string | null
  points: number
  reasons: PointReason[]
}
