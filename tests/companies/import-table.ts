import { readCompanyFile } from '~/companies/import/company-file'
import { commitImport, fileHash, startImport } from '~/companies/import/import.server'
import { db } from '~/platform/db.server'
import type { SignedIn } from '../support/as'

/** Takes a table in as `who`, columns as guessed. */
export async function importTable(who: SignedIn, table: string, keywords: string[] = []) {
  const bytes = Buffer.from(table)
  const content = readCompanyFile(bytes)
  if (!content.ok) throw new Error(content.reason)
  const { userId } = who.viewer
  return db.transaction().execute(async (trx) => {
    const file = { fileId: null, name: 'taulukko.csv', sha256: fileHash(bytes), content }
    const list = { name: 'Kevään lista', provider: 'vainu', keywords } as const
    const { mapping, ...at } = await startImport(trx, userId, file, list)
    const counts = await commitImport(trx, userId, { ...at, keywords }, content, mapping)
    return { ...at, counts }
  })
}
