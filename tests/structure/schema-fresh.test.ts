import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { schemaSql } from '../../scripts/schema-sql'
import { schemaTypes } from '../../scripts/schema-types'

const advice = 'run npm run schema'

test('db/schema.sql says what the migrations make', async () => {
  expect(await readFile('db/schema.sql', 'utf8'), advice).toBe(await schemaSql(db))
})

test('db/types.ts says what the migrations make', async () => {
  expect(await readFile('db/types.ts', 'utf8'), advice).toBe(await schemaTypes(db))
})
