import { closeDb, db } from '~/platform/db.server'
import { migrateToLatest, pendingMigrations } from '~/platform/migrations.server'

/** What the server script does with the built application around serving pages. */
export const boot = {
  migrate: () => migrateToLatest(db),
  /** Whether the database answers and has every migration. */
  async ready(): Promise<boolean> {
    return (await pendingMigrations(db)).length === 0
  },
  close: () => closeDb(),
}
