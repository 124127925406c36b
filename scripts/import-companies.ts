import { readFileSync } from 'node:fs'
import path from 'node:path'
import { boot } from '~/boot.server'
import { guessColumns, mappingOf, missingFields } from '~/companies/import/column-mapping'
import { readCompanyFile } from '~/companies/import/company-file'
import { commitImport, fileHash, startImport, tryImport } from '~/companies/import/import.server'
import { listStagedProblems } from '~/companies/import/staged-companies.server'
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
      'Takes the companies of a CSV file in and prints the counts as JSON: npm run import-companies -- FILE --dry-run',
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
    const content = readCompanyFile(bytes)
    if (!content.ok) throw new Error(`the file cannot be read as a table: ${content.reason}`)
    const mapping = mappingOf(guessColumns(content.header, content.rows))
    const missing = missingFields(mapping)
    if (missing.length > 0) throw new Error(`no column was found for ${missing.join(', ')}`)

    const name = path.basename(file)
    const list = SourceListForm.parse({
      ...values,
      name: values.name ?? name,
      provider: values.provider ?? 'other',
    })
    await boot.migrate()
    const userId = values.by ? await findUserId(values.by) : null
    const result = await db.transaction().execute(async (trx) => {
      if (values['dry-run']) {
        const counts = await tryImport(trx, list.keywords, content, mapping)
        return { ...counts, badRows: await listStagedProblems(trx, shownBadRows) }
      }
      const stored = await storeFile(trx, userId ? { userId } : null, { name, mediaType: 'text/csv', bytes })
      const uploaded = { fileId: stored.id, name, sha256: fileHash(bytes), content }
      const at = await startImport(trx, userId, uploaded, list)
      const counts = await commitImport(trx, userId, { ...at, keywords: list.keywords }, content, mapping)
      return { ...counts, badRows: await listStagedProblems(trx, shownBadRows) }
    })
    const columns = Object.fromEntries(
      Object.entries(mapping).map(([field, column]) => [field, content.header[column] || column + 1]),
    )
    log(values['dry-run'] ? 'dry run: nothing was kept' : `kept on the source list ${list.name}`)
    process.stdout.write(
      `${JSON.stringify({ file: name, dryRun: values['dry-run'] ?? false, columns, ...result })}\n`,
    )
  },
)

async function findUserId(email: string): Promise<string> {
  const user = await db
    .selectFrom('user_account')
    .select('id')
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
  if (!user) throw new Error('no account has the address given by --by')
  return user.id
}
