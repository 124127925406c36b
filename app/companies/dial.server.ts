import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { visibleCompanies } from './companies.server'
import { type Approach, findContactInTheWay } from './cooldown.server'
import { isCompanySuppressed, isReachSuppressed } from './suppression-check.server'

/** Whose number is rung: the company's own, or that of one of its people by id. */
export type Dialled = 'company' | (string & {})

/** A number as it stands at this moment: it may be rung, must not be, or waits for a reason. */
export type DialCheck = Awaited<ReturnType<typeof checkDial>>

/**
 * Looks at a number in the moment of ringing it: bans on the company and on the number, and, with `approach`, contacts
 * by others. Undefined when there is no such person at the company. The company was found by the caller first.
 */
export async function checkDial(db: Db, at: { companyId: string; who: Dialled }, approach: Approach | null) {
  const isCompany = at.who === 'company'
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
      isCompany ? 'company.phone as phone' : 'contact.phone as phone',
      isCompanySuppressed('phone').as('companyBanned'),
      isReachSuppressed('phone', sql.ref(isCompany ? 'company.phone' : 'contact.phone')).as('numberBanned'),
    ])
    .where('company.id', '=', at.companyId)
    .executeTakeFirst()
  if (!found || (!isCompany && !found.contactId)) return undefined
  const banned = Boolean(found.companyBanned) || Boolean(found.numberBanned)
  const contact = approach && !banned ? await findContactInTheWay(db, at.companyId, approach) : undefined
  return {
    companyName: found.companyName,
    name: isCompany ? found.companyName : (found.contactName ?? ''),
    banned,
    contact: contact ?? null,
    number: banned || contact ? null : found.phone,
    isThere: found.phone !== null,
  }
}

/** The same for somebody of the house on the company's page. */
export async function checkDialOf(
  db: Db,
  viewer: Pick<Viewer, 'userId' | 'roles'>,
  at: { companyId: string; who: Dialled },
) {
  const company = await visibleCompanies(db, viewer)
    .select('company.id')
    .where('company.id', '=', at.companyId)
    .executeTakeFirst()
  return company && checkDial(db, at, { userId: viewer.userId })
}
