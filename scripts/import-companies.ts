import { readFileSync } from 'node:fs'
import path from 'node:path'
import { boot } from '~/boot.server'
import { missingFields } from '~/companies/import/column-mapping'
import { readCompanyFile } from '~/companies/import/company-file.server'
import { chooseColumns, commitImport, fileHash, startImport } from '~/companies/import/import.server'
import { listFirstProblems } from '~/companies/import/import-rows.server'
import { type InTransaction, runImport } from '~/companies/import/import-run.server'
import { SourceListForm } from '~/companies/source-list'
import { storeFile } from '~/files/files.server'
import { db } from '~/platform/db.server'
import { run } from './run'

/** The JSON names this many rows with problems at most; the page of the import names all. */
const shownBadRows = 100

await run(
  {
    name: 'import-companies',
    about:
      'Takes the companies of a CSV or XLSX file in and prints the counts as JSON: npm run import-companies -- FILE --dry-run',
    options: {
      'dry-run': { type: 'boolean' },
      name: { type: 'string' },
      provider: { type: 'string' },
      criteria: { type: 'string' },
      keywords: { type: 'string' },
      by: { type: 'string' },
    },
  },
  async ({ values, files, log }) => {
    const [file] = files
    if (!file || files.length > 1) throw new Error('give one file: npm run import-companies -- FILE')
    const bytes = readFileSync(file)
    const name = path.basename(file)
    const list = SourceListForm.parse({
      ...values,
      name: values.name ?? name,
      provider: values.provider ?? 'other',
    })
    await boot.migrate()
    const userId = values.by ? await findUserId(values.by) : null
    const dryRun = values['dry-run'] ?? false
    const upload = { name, bytes, list, userId }
    const result = dryRun ? await tryFile(upload) : await takeFile(upload)
    log(dryRun ? 'dry run: nothing was kept' : `kept on the source list ${list.name}`)
    process.stdout.write(`${JSON.stringify({ file: name, dryRun, ...result })}\n`)
  },
)

type Upload = { name: string; bytes: Buffer; list: SourceListForm; userId: string | null }

/** Everything but the commit, in a transaction that is rolled back. */
async function tryFile(upload: Upload) {
  const trx = await db.startTransaction().execute()
  try {
    return await importFile(upload, null, (work) => work(trx), false)
  } finally {
    await trx.rollback().execute()
  }
}

async function takeFile(upload: Upload) {
  const { name, bytes, userId } = upload
  const inTransaction: InTransaction = (work) => db.transaction().execute(work)
  const stored = await inTransaction((trx) =>
    storeFile(trx, userId ? { userId } : null, { name, mediaType: 'text/csv', bytes }),
  )
  return importFile(upload, stored.id, inTransaction, true)
}

async function importFile(
  { name, bytes, list, userId }: Upload,
  fileId: string | null,
  inTransaction: InTransaction,
  commit: boolean,
) {
  const file = await readCompanyFile(bytes)
  if (!file.ok) throw new Error(`the file cannot be read as a table: ${file.reason}`)
  const { importId } = await inTransaction((trx) =>
    startImport(trx, userId, { fileId, name, sha256: fileHash(bytes) }, list),
  )
  const carryOn = async () => {
    const run = await runImport(importId, { inTransaction, file })
    if (!run) throw new Error('the import is gone')
    return run
  }
  const { mapping, overwritten } = await carryOn()
  const missing = missingFields(mapping)
  if (missing.length > 0) throw new Error(`no column was found for ${missing.join(', ')}`)
  await inTransaction((trx) => chooseColumns(trx, importId, { mapping, overwritten }))
  let { counts } = await carryOn()
  if (commit) {
    await inTransaction((trx) => commitImport(trx, userId, importId))
    counts = (await carryOn()).counts
  }
  const columns = Object.fromEntries(
    Object.entries(mapping).map(([field, column]) => [field, file.header[column] || column + 1]),
  )
  const badRows = await inTransaction((trx) => listFirstProblems(trx, importId, shownBadRows))
  return { columns, ...counts, badRows }
}

async function findUserId(email: string): Promise<string> {
  const user = await db
    .selectFrom('user_account')
    .select('id')
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
  if (!user) throw new Error('no account has the address given by --by')
  return user.id
}
