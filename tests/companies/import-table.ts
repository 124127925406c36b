import { readCompanyFile } from '~/companies/import/company-file.server'
import { chooseColumns, commitImport, fileHash, startImport } from '~/companies/import/import.server'
import { runImport } from '~/companies/import/import-run.server'
import { db } from '~/platform/db.server'
import type { SignedIn } from '../support/as'

type Given = { keywords?: string[]; overwritten?: string[]; commit?: boolean }

/** Takes a table in as `who`, columns as guessed; without `commit` it waits in the preview. */
export async function importTable(
  who: Pick<SignedIn, 'viewer'>,
  table: string | Buffer,
  { keywords = [], overwritten = [], commit = true }: Given = {},
) {
  const bytes = Buffer.from(table)
  const file = await readCompanyFile(bytes)
  const { userId } = who.viewer
  const upload = { fileId: null, name: 'taulukko.csv', sha256: fileHash(bytes) }
  const list = { name: 'Kevään lista', provider: 'vainu', keywords } as const
  const at = await db.transaction().execute((trx) => startImport(trx, userId, upload, list))
  const read = await runImport(at.importId, { file })
  if (read?.status !== 'read') throw new Error(`the table was not read: ${read?.failure}`)
  const { mapping } = read
  await db.transaction().execute((trx) => chooseColumns(trx, at.importId, { mapping, overwritten }))
  let run = await runImport(at.importId, { file })
  if (commit) {
    await db.transaction().execute((trx) => commitImport(trx, userId, at.importId))
    run = await runImport(at.importId)
  }
  return { ...at, file, mapping, counts: run?.counts ?? {} }
}
