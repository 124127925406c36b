import path from 'node:path'
import { type Db, openDatabase } from '~/platform/db.server'
import { connectOrStart } from '../../../scripts/postgres.mjs'

/** Asks the database of the server under test, for what a test has to know but no page shows. */
export async function askDatabase<T>(question: (db: Db) => Promise<T>): Promise<T> {
  const dataDir = path.join(process.env.SILTA_TEST_DATA ?? '', 'postgres')
  const { url } = await connectOrStart({ dataDir })
  const db = openDatabase(() => url)
  try {
    return await question(db)
  } finally {
    await db.destroy()
  }
}
