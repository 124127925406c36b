import { readStoredFile } from '~/files/files.server'
import { type CompanyFile, type FileRefused, readCompanyFile } from './company-file.server'

/** The file of an import, read again as it was uploaded. */
export async function readImportFile(fileId: string | null): Promise<CompanyFile | FileRefused> {
  const stored = fileId && (await readStoredFile(fileId))
  if (!stored) throw new Error('the file of a company import is missing')
  return readCompanyFile(stored.bytes)
}
