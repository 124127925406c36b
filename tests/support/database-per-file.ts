import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { createDatabase, dropDatabase } from '../../scripts/throwaway-databases'

// Runs before each test file: its `db` is a fresh copy of the migrated database.
const serverUrl = inject('serverUrl')
const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
process.env.DATABASE_URL = await createDatabase(serverUrl, name, inject('template'))

afterAll(() => dropDatabase(serverUrl, name))
