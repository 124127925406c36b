import type { Role } from '~/auth/permissions'
import { migrateQueue } from '~/jobs/queue.server'
import { startWorker } from '~/jobs/worker.server'
import { closeDb, db } from '~/platform/db.server'
import { databaseUrl } from '~/platform/env.server'
import { migrateToLatest, pendingMigrations } from '~/platform/migrations.server'
import { syncVocabulary } from '~/skills/skills.server'

export type DemoAccount = { email: string; password: string; role: Role }

/** What the server script does with the built application around serving pages. */
export const boot = {
  /** Brings the database to this version of Silta; `applied` names the migrations this call ran. */
  async migrate(): Promise<{ applied: string[] }> {
    const applied = await migrateToLatest(db)
    await migrateQueue(databaseUrl())
    await db.transaction().execute((trx) => syncVocabulary(trx))
    return { applied }
  },
  /** Fills an empty database with invented data when the settings ask for the demonstration. */
  async loadDemoIfFirstRun(): Promise<{ loaded: boolean; accounts: DemoAccount[] }> {
    return { loaded: false, accounts: [] }
  },
  startWorker,
  /** Whether the database answers and has every migration. */
  async ready(): Promise<boolean> {
    return (await pendingMigrations(db)).length === 0
  },
  close: () => closeDb(),
}
