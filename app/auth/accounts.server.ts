import type { Db } from '~/platform/db.server'
import type { Language } from '~/texts/text-keys'
import type { Viewer } from './viewer.server'

/** The language of a person's pages and mails, on every device. */
export async function saveOwnLanguage(
  db: Db,
  viewer: Pick<Viewer, 'userId'>,
  language: Language,
): Promise<void> {
  await db.updateTable('user_account').set({ language }).where('id', '=', viewer.userId).execute()
}
