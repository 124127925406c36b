import type { TestProject } from 'vitest/node'
import { migrateQueue } from '~/jobs/queue.server'
import { openDatabase } from '~/platform/db.server'
import { migrateToLatest } from '~/platform/migrations.server'
import { createDatabase, dropDatabase, startThrowawayServer } from '../../scripts/throwaway-databases'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    template: string
  }
}

/** One server for the whole run, and on it a migrated database that every test file gets a copy of. */
export default async function setup(project: TestProject) {
  const server = await startThrowawayServer()
  const template = `template_${process.pid}`
  const url = await createDatabase(server.url, template)
  const db = openDatabase(() => url)
  await migrateToLatest(db)
  await migrateQueue(url)
  // A database with a connection cannot be copied.
  await db.destroy()
  project.provide('serverUrl', server.url)
  project.provide('template', template)

  return async () => {
    await dropDatabase(server.url, template)
    await server.stop()
  }
}
