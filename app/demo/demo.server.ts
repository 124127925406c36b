import type { Db } from '~/platform/db.server'

/** Whether this database holds the invented demonstration data; every page then says so. */
export async function isDemo(db: Db): Promise<boolean> {
  const setting = await db.selectFrom('setting').select('key').where('key', '=', 'demo').executeTakeFirst()
  return setting !== undefined
}
