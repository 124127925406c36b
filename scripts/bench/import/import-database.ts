import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import postgres from 'postgres'
import { readCompanyFile } from '~/companies/import/company-file.server'
import { chooseColumns, commitImport, fileHash, startImport } from '~/companies/import/import.server'
import { type InTransaction, runImport } from '~/companies/import/import-run.server'
import { migrateQueue } from '~/jobs/queue.server'
import { openDatabase } from '~/platform/db.server'
import { migrateToLatest } from '~/platform/migrations.server'
import { optionsFromUrl } from '~/platform/postgres-client.server'
import { createDatabase, dropDatabase } from '../../throwaway-databases'
import { columns, importTable } from './import-table'

/** An empty database with every index of the house, beside the one that the other parts read. */
export async function openImportDatabase(benchUrl: string, rows: number) {
  const name = `bench_import_${process.pid}`
  const url = await createDatabase(benchUrl, name)
  const own = openDatabase(() => url)
  await migrateToLatest(own)
  await migrateQueue(url)
  const sql = postgres({ ...optionsFromUrl(url), max: 1, onnotice: () => {} })
  const { file, copy } = importTable(rows)
  const inTransaction: InTransaction = (work) => own.transaction().execute(work)
  // Sealed lists refuse to be emptied, and hang on companies; here they have no rows.
  const empty = () =>
    sql.begin((trx) => [
      trx`set local session_replication_role = replica`,
      trx`truncate company, company_import, source_list cascade`,
    ])

  /** From the bytes of the file to every row checked, as the preview shows them. */
  async function preview(): Promise<string> {
    await empty()
    const content = await readCompanyFile(file)
    const upload = { fileId: null, name: 'bench.csv', sha256: fileHash(file) }
    const list = { name: 'bench', provider: 'register' as const, keywords: [] }
    const { importId } = await inTransaction((trx) => startImport(trx, null, upload, list))
    const read = await runImport(importId, { file: content, inTransaction })
    if (!read) throw new Error('the import is gone')
    await inTransaction((trx) => chooseColumns(trx, importId, read))
    const checked = await runImport(importId, { file: content, inTransaction })
    if (checked?.counts.new !== rows) throw new Error('not every row is a new company')
    return importId
  }

  return {
    preview,
    /** The same, and every company taken in. */
    async whole() {
      const importId = await preview()
      await inTransaction((trx) => commitImport(trx, null, importId))
      await runImport(importId, { inTransaction })
    },
    /** The limit: the same rows, as the table keeps them, by COPY into the table with its indexes. */
    async copy() {
      await empty()
      const sink = await sql.unsafe(`copy company (${columns}) from stdin`).writable()
      await pipeline(Readable.from(copy), sink)
    },
    async close() {
      await sql.end()
      await own.destroy()
      await dropDatabase(benchUrl, name)
    },
  }
}
