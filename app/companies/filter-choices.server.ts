import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'
import { listSourceListChoices } from './bulk-changes.server'
import type { CompanyFilter } from './company-filter'
import { listMunicipalities } from './company-list.server'
import { listTagNames } from './dealings/tags.server'
import type { NamesInFilters } from './filter-words'

/** What there is to choose from in those filters where it is not always the same. */
export async function listFilterChoices(db: Db) {
  const [municipalities, tags, lists, owners] = await Promise.all([
    listMunicipalities(db),
    listTagNames(db),
    listSourceListChoices(db),
    listOwners(db),
  ])
  return {
    municipality: municipalities.map(itself),
    tag: tags.map(({ name }) => itself(name)),
    list: lists.map(byId),
    owner: owners.map(byId),
  }
}

/** Whoever owns a company, those who have left the house too, so that what they leave behind is found. */
function listOwners(db: Db) {
  return (
    db
      .selectFrom('user_account')
      .select(['user_account.id', 'user_account.name'])
      // One index probe a person: an `exists` would be joined with every company.
      .where(sql<boolean>`(select id from company where owner_id = user_account.id limit 1) is not null`)
      .orderBy(sql`user_account.name collate "fi-FI-x-icu"`)
      .limit(500)
      .execute()
  )
}

const itself = (value: string) => ({ value, label: value })
const byId = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** The names of the source lists and people that filters mean; one that is no more is left out. */
export async function namesInFilters(db: Db, filters: readonly CompanyFilter[]): Promise<NamesInFilters> {
  const idsIn = (name: 'list' | 'owner') =>
    filters.flatMap((one) => one.filters[name] ?? []).filter((value) => value.length === 36)
  const [lists, owners] = [idsIn('list'), idsIn('owner')]
  const named = await Promise.all([
    lists.length > 0 &&
      db.selectFrom('source_list').select(['id', 'name']).where('id', 'in', lists).execute(),
    owners.length > 0 &&
      db.selectFrom('user_account').select(['id', 'name']).where('id', 'in', owners).execute(),
  ])
  return Object.fromEntries(named.flatMap((rows) => rows || []).map(({ id, name }) => [id, name]))
}
