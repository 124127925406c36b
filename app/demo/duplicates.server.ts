import { lookForDuplicatesLater } from '~/companies/duplicates/duplicate-search.server'
import { mergeCompanies } from '~/companies/duplicates/merge.server'
import type { Trx } from '~/platform/db.server'
import type { Scene } from './scene'

type TypedTwice = { keptId: string; removedId: string }

/**
 * Three companies that the liaison typed in by hand although lists had brought them already. Two wait for a decision,
 * the third is for `mergeTypedTwice`.
 */
export function addTypedTwice({ story, staff }: Scene): TypedTwice {
  const listed = story.rows.of('company').filter(({ form, owner_id }) => form === 'oy' && !owner_id)
  const type = (at: number, change: (name: string) => string, daysAgo: number) => {
    const known = listed[at]
    if (!known?.id) throw new Error('the demonstration has too few listed companies')
    const madeAt = story.at(-daysAgo, '14:20')
    const id = story.id(madeAt)
    story.rows.add('company', {
      id,
      name: change(known.name.replace(/ (Oy|Ab)$/, '')),
      municipality: known.municipality,
      website: known.website,
      language: known.language,
      category: known.category,
      created_by: staff.liaison,
      created_at: madeAt,
    })
    story.tell(madeAt, staff.liaison, 'company_added', ['company', id], { companyId: id })
    return { keptId: known.id, removedId: id }
  }
  type(30, (name) => `Oy ${name.toUpperCase()} Ab`, 12)
  type(60, (name) => `${name.split(' ')[0]} Group`, 9)
  return type(90, (name) => name.replaceAll('ä', 'a').replaceAll('ö', 'o'), 20)
}

/** Merges the third as the liaison did, and has the other two found. */
export async function mergeTypedTwice(trx: Trx, { story, staff }: Scene, ids: TypedTwice): Promise<void> {
  const form = { keptVersion: 1, removedVersion: 1 }
  const merge = await mergeCompanies(trx, { userId: staff.liaison }, ids, form)
  if (merge === 'conflict') throw new Error('a company of the demonstration is no longer as it was written')
  const at = story.at(-8, '15:05')
  await trx.updateTable('company_merge').set({ merged_at: at }).where('id', '=', merge.id).execute()
  await trx.updateTable('activity').set({ at }).where('subject_id', '=', merge.id).execute()

  const companies = await trx.selectFrom('company').select('id').execute()
  await lookForDuplicatesLater(
    trx,
    companies.map(({ id }) => id),
  )
}
