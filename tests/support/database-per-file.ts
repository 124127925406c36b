import { mkdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, inject } from 'vitest'
import { createDatabase, dropDatabase } from '../../scripts/throwaway-databases'

// Runs before each test file: its `db` is a fresh copy of the migrated database, its uploads an empty folder.
// The files of one process share the modules of the application, which read their settings once: so the database
// and the folder keep their names from file to file.
const serverUrl = inject('serverUrl')
const name = `test_${process.pid}`
process.env.DATABASE_URL = await createDatabase(serverUrl, name, inject('template'))
const dataDir = path.join(os.tmpdir(), `silta-test-${process.pid}`)
mkdirSync(dataDir)
process.env.DATA_DIR = dataDir

afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true })
  await dropDatabase(serverUrl, name)
})
