import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'

type Column = { name: string; type: string; nullable: boolean; defaulted: boolean; computed: boolean }
type Table = { name: string; columns: Column[] }

/** TypeScript for a column type; what the driver gives for it is listed in app/platform/postgres-types.server.ts. */
const typeNames: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'CalendarDay',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'Json',
  jsonb: 'Json',
  numeric: 'Amount',
  timestamptz: 'Instant',
}

const head = `// Written by \`npm run schema\` from db/migrations. Do not edit.
import type { ColumnType } from 'kysely'

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
type Computed<T> = T extends ColumnType<infer S, unknown, unknown> ? ColumnType<S, never, never> : ColumnType<T, never, never>

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

/** Read as a value; written as the object itself, never as JSON text. */
type Json = ColumnType<JsonValue, object, object>
/** \`YYYY-MM-DD\` */
type CalendarDay = string
type Instant = ColumnType<Date, Date | string, Date | string>
type Amount = ColumnType<number, number | string, number | string>
`

/** The `Database` interface of Kysely for the tables and views of a database, as the text of db/types.ts. */
export async function schemaTypes(db: Db): Promise<string> {
  const tables = await readTables(db)
  const interfaces = tables.map(({ name, columns }) => {
    const lines = columns.map((column) => `  ${column.name}: ${typeOf(column)}`)
    return `export interface ${interfaceName(name)} {\n${lines.join('\n')}\n}\n`
  })
  const database = tables.map(({ name }) => `  ${name}: ${interfaceName(name)}`)
  return [head, ...interfaces, `export interface Database {\n${database.join('\n')}\n}\n`].join('\n')
}

function typeOf({ type, nullable, defaulted, computed }: Column): string {
  const isArray = type.startsWith('_')
  const element = typeNames[isArray ? type.slice(1) : type] ?? 'string'
  const value = isArray ? `${element}[]` : element
  const whole = nullable ? `${value} | null` : value
  if (computed) return `Computed<${whole}>`
  return defaulted ? `Generated<${whole}>` : whole
}

function interfaceName(table: string): string {
  return `${table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Table`
}

async function readTables(db: Db): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, json_agg(json_build_object(
      'name', a.attname,
      'type', t.typname,
      'nullable', not a.attnotnull,
      'defaulted', a.atthasdef or a.attidentity <> '',
      'computed', a.attgenerated <> '' or a.attidentity = 'a' or c.relkind in ('v', 'm')
    ) order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname
    order by c.relname
  `.execute(db)
  return rows
}
