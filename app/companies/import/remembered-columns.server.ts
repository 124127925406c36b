import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Trx } from '~/platform/db.server'
import { foldHeading } from './column-headings'
import { type ColumnGuess, guessColumns } from './column-mapping'
import { type ColumnMapping, companyFields } from './company-field'
import type { CompanyFile } from './company-file.server'
import { findPreset } from './presets'

/** By which a file with the same headings in the same order is known; null when it has none. */
export function headerFingerprint(header: string[]): string | undefined {
  const folded = header.map(foldHeading)
  if (folded.every((heading) => heading === '')) return undefined
  return createHash('sha256').update(folded.join('\n')).digest('hex')
}

/**
 * What the columns of a file hold: as this person chose for the same headings the last time, else as anybody in
 * the house did, else by the preset and by guessing.
 */
export async function rememberedColumns(
  trx: Trx,
  userId: string | null,
  fingerprint: string | undefined,
  file: Pick<CompanyFile, 'header' | 'rows'>,
): Promise<{ guesses: ColumnGuess[]; overwritten: string[]; preset: string | null }> {
  const preset = findPreset(file.header)?.id ?? null
  const earlier =
    fingerprint &&
    (await trx
      .selectFrom('company_import')
      .select(['mapping', 'overwritten'])
      .where('fingerprint', '=', fingerprint)
      .where('mapped_at', 'is not', null)
      .orderBy(sql`created_by is not distinct from ${userId}::uuid`, 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst())
  if (!earlier) return { guesses: guessColumns(file.header, file.rows), overwritten: [], preset }
  const mapping = earlier.mapping as ColumnMapping
  const guesses = companyFields.flatMap((field): ColumnGuess[] => {
    const column = mapping[field]
    return column === undefined ? [] : [{ column, field, reason: 'remembered' }]
  })
  return { guesses, overwritten: earlier.overwritten, preset }
}
