import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import { EXPORT_PORTION, type ExportColumns, type ListToExport } from '~/exports/exports.server'
import type { Db } from '~/platform/db.server'
import { filterAddress } from '~/platform/list-params'
import type { CompanyFilter } from './company-filter'
import { matchingCompanies } from './company-filter.server'
import { columnOfField, heldFields, type UpdatableColumn } from './import/company-field'

/** Headed by the words by which an import knows the columns again. */
const columns: ExportColumns<Record<UpdatableColumn, string | null>> = (t) =>
  heldFields.map((field) => [t(`companies:fields.${field}`), (company) => company[columnOfField(field)]])

/** The companies that a filter leaves, in the form that an import reads back. */
export function companiesToExport(
  db: Db,
  viewer: Pick<Viewer, 'roles' | 'userId'>,
  filter: CompanyFilter,
): ListToExport<Record<UpdatableColumn, string | null>> {
  return {
    list: 'companies',
    address: `/companies?${filterAddress(filter)}`,
    columns,
    rows: matchingCompanies(db, viewer, filter)
      .select(heldFields.map((field) => `company.${columnOfField(field)}` as const))
      .orderBy(sql`company.id`)
      .stream(EXPORT_PORTION),
  }
}
