import type { Role } from '~/auth/permissions'
import { isDemo } from '~/demo/demo.server'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '~/demo/demo-accounts'
import { loadDemo } from '~/demo/load-demo.server'
import { settleDemo } from '~/demo/settle-demo.server'
import { migrateQueue } from '~/jobs/queue.server'
import { startWorker } from '~/jobs/worker.server'
import { closeDb, db } from '~/platform/db.server'
import { databaseUrl, env } from '~/platform/env.server'
import { migrateToLatest, pendingMigrations } from '~/platform/migrations.server'
import { syncVocabulary } from '~/skills/skills.server'
import { followVocabulary, refreshVocabulary } from '~/skills/vocabulary-refresh.server'

export type DemoAccount = { email: string; password: string; role: Role }

/** What the server script does with the built application around serving pages. */
export const boot = {
  /** Brings the database to this version of Silta; `applied` names the migrations this call ran. */
  async migrate(): Promise<{ applied: string[] }> {
    const applied = await migrateToLatest(db)
    await migrateQueue(databaseUrl())
    await db.transaction().execute((trx) => syncVocabulary(trx))
    await refreshVocabulary(db)
    return { applied }
  },
  /**
   * Fills a database without any account with invented data when the settings ask for the demonstration.
   * `accounts` are the ways in for as long as the demonstration is there.
   */
  async loadDemoIfFirstRun(): Promise<{ loaded: boolean; accounts: DemoAccount[] }> {
    const loaded = env().SILTA_DEMO && (await loadDemo(db))
    if (loaded) await settleDemo(db)
    if (!(await isDemo(db))) return { loaded, accounts: [] }
    const accounts = DEMO_ACCOUNTS.map(({ email, role }) => ({ email, role, password: DEMO_PASSWORD }))
    return { loaded, accounts }
  },
  /** Begins to follow changes that other processes make to the vocabulary; the result ends it. */
  followVocabulary: () => followVocabulary(db),
  startWorker,
  /** Whether the database answers and has every migration. */
  async ready(): Promise<boolean> {
    return (await pendingMigrations(db)).length === 0
  },
  close: () => closeDb(),
}
