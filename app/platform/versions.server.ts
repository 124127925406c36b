import type { Updateable } from 'kysely'
import type { Database } from '../../db/types'
import type { Trx } from './db.server'

/** Tables whose rows count their changes, so that a form can tell on which state it was opened. */
type Versioned = {
  [Table in keyof Database]: Database[Table] extends { id: unknown; version: unknown } ? Table : never
}[keyof Database]

/**
 * Changes the row that a form was opened on. False when somebody has changed it since, or it is gone: `version` is
 * the one that the form carries.
 */
export async function changeAtVersion<Table extends Versioned>(
  trx: Trx,
  table: Table,
  { id, version }: { id: string; version: number },
  columns: Updateable<Database[Table]>,
): Promise<boolean> {
  const changed = await trx
    // Kysely does not know the columns of a table that is a type parameter; all of `Versioned` have these two.
    .updateTable(table as 'campaign')
    .set({ ...(columns as Updateable<Database['campaign']>), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return changed !== undefined
}
