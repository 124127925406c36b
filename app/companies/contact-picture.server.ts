import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { listContactEvents } from './contact-ledger.server'
import { findContactInTheWay, listContactExceptions } from './cooldown.server'
import { listMessageConsents } from './message-consents.server'

/** How many of the latest contacts the company's page shows. */
const shown = 5

/** What the company's page says of contacts: the latest, what speaks against another now, and what was agreed. */
export async function contactPicture(db: Db, viewer: Pick<Viewer, 'userId'>, companyId: string) {
  const [lines, inTheWay, exceptions, consents] = await Promise.all([
    listContactEvents(db, companyId, { limit: shown }),
    findContactInTheWay(db, companyId, { userId: viewer.userId }),
    listContactExceptions(db, companyId),
    listMessageConsents(db, companyId),
  ])
  return { lines, inTheWay: inTheWay ?? null, exceptions, consents }
}
