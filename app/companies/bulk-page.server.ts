import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { redirectWithToast, type Toast } from '~/platform/http.server'
import { filterAddress } from '~/platform/list-params'
import type { TextKey } from '~/texts/text-keys'
import { type ChosenCompanies, readChosen } from './bulk-change'
import { type BulkChange, countChosen } from './bulk-changes.server'

/** What the list of companies sent along in the address, for the page of an act; the list says it where that is nobody. */
export async function loadChosen(db: Db, viewer: Pick<Viewer, 'roles' | 'userId'>, url: string) {
  const chosen = readChosen(url)
  if (chosen.scope === 'chosen' && chosen.companyIds.length === 0)
    throw await redirectWithToast(listOf(chosen), { text: 'prospects:bulk.nothing_chosen' })
  return {
    chosen: { ...chosen, filter: filterAddress(chosen.filter) },
    counted: await countChosen(db, viewer, chosen),
  }
}

export type LoadedChoice = Awaited<ReturnType<typeof loadChosen>>

const listOf = ({ filter }: Pick<ChosenCompanies, 'filter'>) => `/companies?${filterAddress(filter)}`

/** Back to the list as it was narrowed, with how many were changed and the way to undo it. */
export function afterBulkChange(
  chosen: ChosenCompanies,
  change: BulkChange,
  text: TextKey,
): { to: string; toast: Toast } {
  const to = listOf(chosen)
  if (!change) return { to, toast: { text: 'prospects:bulk.nothing_changed' } }
  return {
    to,
    toast: { text, params: { count: change.companies }, undo: `/companies/bulk/${change.id}/undo` },
  }
}
