import { openImportDatabase } from '../import/import-database'
import type { Part } from '../measure'

/** A file of at most 100,000 new companies to its preview, and to companies, against a bare COPY of the same rows. */
function importPart(name: string, stage: 'preview' | 'whole'): Part {
  return {
    name,
    // Once, into a new database: a table that was full and emptied again is planned for as no real one is.
    blocks: 0,
    perBlock: 1,
    async prepare({ databaseUrl, size }) {
      const database = await openImportDatabase(databaseUrl, Math.min(size.companies, 100_000))
      return { ours: database[stage], bare: database.copy, close: database.close }
    },
  }
}

export const importToPreview = importPart('import-preview', 'preview')
export const importToCompanies = importPart('import-commit', 'whole')
