import { db } from '~/platform/db.server'
import { syncVocabulary } from '~/skills/skills.server'

/** The vocabulary we ship, in its tables: a skill found or added must stand there. */
export async function bringVocabulary(): Promise<void> {
  await db.transaction().execute((trx) => syncVocabulary(trx))
}
