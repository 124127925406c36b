import path from 'node:path'
import { type Db, openDatabase } from '~/platform/db.server'
import { connectOrStart } from '../../../scripts/postgres.mjs'

let address: Promise<{ url: string }> | undefined

/** Asks the database of the server under test, for what a test has to know but no page shows. */
export async function askDatabase<T>(question: (db: Db) => Promise<T>): Promise<T> {
  const dataDir = path.join(process.env.SILTA_TEST_DATA ?? '', 'postgres')
  // A process looks for it once: the server is up before the first test and keeps its socket.
  address ??= connectOrStart({ dataDir })
  const { url } = await address
  const db = openDatabase(() => url)
  try {
    return await question(db)
  } finally {
    await db.destroy()
  }
}
