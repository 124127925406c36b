import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { db } from '~/platform/db.server'

const run = promisify(execFile)

async function importCompanies(...options: string[]) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'silta-')), 'yritykset.csv')
  await writeFile(file, 'businessId;name\n0538134-0;Virta Oy\n0538134-1;Virhe Oy\n')
  const { stdout } = await run(process.execPath, [
    '--import',
    'tsx',
    'scripts/import-companies.ts',
    file,
    ...options,
  ])
  return JSON.parse(stdout)
}

const companyCount = async () => (await db.selectFrom('company').select('id').execute()).length

test('the command prints its counts as JSON; a dry run keeps nothing', { timeout: 60_000 }, async () => {
  const counts = { file: 'yritykset.csv', rows: 2, new: 1, refused: 1 }
  expect(await importCompanies('--dry-run')).toMatchObject({ ...counts, dryRun: true })
  expect(await companyCount()).toBe(0)
  expect(await importCompanies()).toMatchObject({
    ...counts,
    dryRun: false,
    badRows: [{ line: 3, result: 'refused', problems: ['business_id_check_digit'] }],
  })
  expect(await companyCount()).toBe(1)
  expect(await importCompanies()).toMatchObject({ new: 0, known: 1 })
})
