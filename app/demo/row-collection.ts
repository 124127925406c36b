import type { Insertable } from 'kysely'
import type { Database } from '../../db/types'

export type Table = keyof Database
export type Row<Of extends Table> = Insertable<Database[Of]>

/** Rows made in memory, with ids of their own, until the whole story is told. */
export type RowCollection = {
  add: <Of extends Table>(table: Of, row: Row<Of>) => void
  of: <Of extends Table>(table: Of) => readonly Row<Of>[]
  tables: () => Table[]
}

export function collectRows(): RowCollection {
  const collected = new Map<Table, object[]>()
  return {
    add(table, row) {
      const rows = collected.get(table)
      if (rows) rows.push(row)
      else collected.set(table, [row])
    },
    of: <Of extends Table>(table: Of) => (collected.get(table) ?? []) as Row<Of>[],
    tables: () => [...collected.keys()],
  }
}
