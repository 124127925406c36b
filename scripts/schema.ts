import { writeFile } from 'node:fs/promises'
import { openDatabase } from '~/platform/db.server'
import { migrateToLatest } from '~/platform/migrations.server'
import { run } from './run'
import { schemaSql } from './schema-sql'
import { schemaTypes } from './schema-types'
import { createDatabase, dropDatabase, startThrowawayServer } from './throwaway-databases'

await run(
  {
    name: 'schema',
    about: 'Migrates an empty throw-away database and writes db/schema.sql and db/types.ts from it.',
    withoutDatabase: true,
  },
  async () => {
    const server = await startThrowawayServer()
    const name = `schema_${process.pid}`
    const url = await createDatabase(server.url, name)
    const database = openDatabase(() => url)
    try {
      await migrateToLatest(database)
      await writeFile('db/schema.sql', await schemaSql(database))
      await writeFile('db/types.ts', await schemaTypes(database))
    } finally {
      await database.destroy()
      await dropDatabase(server.url, name)
      await server.stop()
    }
  },
)
