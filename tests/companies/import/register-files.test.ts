import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { companyFiles } from '../../browser/setting/company-files'
import { as } from '../../support/as'
import { clearDatabase } from '../../support/database'
import { importTable } from '../import-table'

beforeEach(clearDatabase)

const files = companyFiles(mkdtempSync(path.join(tmpdir(), 'silta-')))

test.each(files)('a list of the business register comes in whole: file %#', async ({ path: file, rows }) => {
  const liaison = await as('liaison')
  const { counts, importId } = await importTable(liaison, readFileSync(file))
  expect(counts).toMatchObject({ rows, new: rows, refused: 0, duplicate: 0 })
  const { preset } = await db
    .selectFrom('company_import')
    .select('preset')
    .where('id', '=', importId)
    .executeTakeFirstOrThrow()
  expect(preset).toBe('register')
  expect((await importTable(liaison, readFileSync(file))).counts).toMatchObject({ new: 0, known: rows })
})
