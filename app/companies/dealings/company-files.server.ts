import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { removeStoredFile } from '~/files/files.server'
import type { Db, Trx } from '~/platform/db.server'

type Who = Pick<Viewer, 'userId'>

/** Files of a company are papers about the company: agreements, brochures, minutes. */
export const COMPANY_FILE_LIMITS = {
  maxBytes: 20_000_000,
  allowed: ['pdf', 'docx', 'odt', 'xlsx', 'jpg', 'png', 'text'],
} as const

/** Puts a stored file on a company that the viewer has found. */
export async function addCompanyFile(
  trx: Trx,
  viewer: Who,
  companyId: string,
  file: { id: string; title: string },
): Promise<void> {
  const { id } = await trx
    .insertInto('company_file')
    .values({ company_id: companyId, file_id: file.id, title: file.title, created_by: viewer.userId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_file_added',
    subject: ['company_file', id],
    companyId,
  })
}

/** One file of one company, or undefined. */
export function findCompanyFile(db: Db, at: { companyId: string; fileId: string }) {
  return db
    .selectFrom('company_file')
    .select(['id', 'title', 'file_id as storedFileId'])
    .where('company_id', '=', at.companyId)
    .where('id', '=', at.fileId)
    .executeTakeFirst()
}

/** Removes a file for good, its bytes too. */
export async function removeCompanyFile(
  trx: Trx,
  viewer: Who,
  companyId: string,
  file: { id: string; storedFileId: string },
): Promise<void> {
  await trx.deleteFrom('company_file').where('id', '=', file.id).execute()
  await removeStoredFile(trx, file.storedFileId)
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'company_file_removed',
    subject: ['company_file', file.id],
    companyId,
  })
}
