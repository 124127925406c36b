import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, inject } from 'vitest'
import { createDatabase, dropDatabase } from '../../scripts/throwaway-databases'

// Runs before each test file: its `db` is a fresh copy of the migrated database, its uploads an empty folder.
const serverUrl = inject('serverUrl')
const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
process.env.DATABASE_URL = await createDatabase(serverUrl, name, inject('template'))
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'silta-test-'))
process.env.DATA_DIR = dataDir

afterAll(async () => {
  rmSync(dataDir, { recursive: true, force: true })
  await dropDatabase(serverUrl, name)
})
