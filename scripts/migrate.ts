import { migrateQueue } from '~/jobs/queue.server'
import { db } from '~/platform/db.server'
import { databaseUrl } from '~/platform/env.server'
import { migrateToLatest, pendingMigrations } from '~/platform/migrations.server'
import { run } from './run'

await run(
  {
    name: 'migrate',
    about: 'Brings the database to the latest migration. With --dry-run it only names those that would run.',
    options: { 'dry-run': { type: 'boolean' } },
  },
  async ({ values, log }) => {
    const names = values['dry-run'] ? await pendingMigrations(db) : await migrateToLatest(db)
    for (const name of names) log(`${values['dry-run'] ? 'would run' : 'ran'} ${name}`)
    if (names.length === 0) log('nothing to run')
    if (!values['dry-run']) await migrateQueue(databaseUrl())
  },
)
