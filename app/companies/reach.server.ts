import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { visibleCompanies } from './companies.server'
import { type Approach, findContactInTheWay } from './cooldown.server'
import type { MessageBar } from './message-consent'
import { messageBar } from './message-consents.server'
import { isCompanySuppressed, isReachSuppressed } from './suppression-check.server'

/** Who is rung or written to: the company itself, or one of its people by id. */
type Reached = 'company' | (string & {})
type Means = 'phone' | 'email'

/** A number or an address as it stands at this moment: it may be used, must not be, or waits for a reason. */
export type ReachCheck = NonNullable<Awaited<ReturnType<typeof checkReach>>>

/** Whether nobody may ring the company at its own number: no reason of ours helps against a ban. */
export async function isCallBanned(db: Db, company: { id: string }): Promise<boolean> {
  const found = await checkReach(db, { companyId: company.id, who: 'company' }, 'phone', null)
  return found?.bar === 'suppressed'
}

/**
 * Looks at a number or an address in the moment of using it: bans on the company and on the reach itself, the consent
 * that mail to a sole trader takes, and, with `approach`, contacts by others. Undefined when there is no such person at
 * the company. The company was found by the caller first.
 */
export async function checkReach(
  db: Db,
  at: { companyId: string; who: Reached },
  means: Means,
  approach: Approach | null,
) {
  const isCompany = at.who === 'company'
  const reach = sql.ref<string | null>(`${isCompany ? 'company' : 'contact'}.${means}`)
  const found = await db
    .selectFrom('company')
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.company_id', '=', 'company.id')
        .on(sql`contact.id::text`, '=', at.who)
        .on('contact.left_at', 'is', null),
    )
    .select([
      'company.name as companyName',
      'contact.id as contactId',
      'contact.name as contactName',
      reach.as('reach'),
      means === 'email'
        ? messageBar('email', reach).as('bar')
        : sql<MessageBar | null>`case
            when ${isCompanySuppressed('phone')} or ${isReachSuppressed('phone', reach)} then 'suppressed'
          end`.as('bar'),
    ])
    .where('company.id', '=', at.companyId)
    .executeTakeFirst()
  if (!found || (!isCompany && !found.contactId)) return undefined
  const { bar } = found
  const contact = approach && !bar ? await findContactInTheWay(db, at.companyId, approach) : undefined
  return {
    companyName: found.companyName,
    name: isCompany ? found.companyName : (found.contactName ?? ''),
    bar,
    contact: contact ?? null,
    reach: bar || contact ? null : found.reach,
  }
}

/** The same for somebody of the house on the company's page. */
export async function checkReachOf(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  at: { companyId: string; who: Reached },
  means: Means,
) {
  const company = await visibleCompanies(db, viewer)
    .select('company.id')
    .where('company.id', '=', at.companyId)
    .executeTakeFirst()
  return company && checkReach(db, at, means, { userId: viewer.userId })
}
