import { readStoredFile } from '~/files/files.server'
import { type CompanyFile, readCompanyFile } from './company-file'
import type { CompanyImport } from './import.server'

/** The file of an import that the viewer has found, read again as it was uploaded. */
export async function readImportFile(found: Pick<CompanyImport, 'fileId'>): Promise<CompanyFile> {
  const stored = found.fileId && (await readStoredFile(found.fileId))
  if (!stored) throw new Error('the file of a company import is missing')
  const content = readCompanyFile(stored.bytes)
  if (!content.ok) throw new Error(`a stored company import cannot be read: ${content.reason}`)
  return content
}
