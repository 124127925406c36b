import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  type CompanyReference,
  companyReferences,
  workedOutReferences,
} from '~/companies/duplicates/company-references.server'
import { mergeFields } from '~/companies/duplicates/merge'
import { writableColumns } from '~/companies/duplicates/merged-columns.server'
import { db } from '~/platform/db.server'

type Reference = { table: string; column: string }

/** Every column that refers to `target` by a foreign key. */
async function referencesTo(target: string): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select conrelid::regclass::text as "table", attname as "column"
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and confrelid = ${target}::regclass
  `.execute(db)
  return rows
}

type UniqueRule = { columns: string[]; definition: string }

/** What is unique in a table: the plain columns, and the whole rule with its expressions and its condition. */
async function uniqueRules(table: string): Promise<UniqueRule[]> {
  const { rows } = await sql<UniqueRule>`
    select array(
      select attname::text from pg_attribute where attrelid = indrelid and attnum = any(indkey) order by attname
    ) as columns, pg_get_indexdef(indexrelid) as definition
    from pg_index where indrelid = ${table}::regclass and indisunique
  `.execute(db)
  return rows
}

const names = ({ table, column = 'company_id' }: { table: string; column?: string }) => `${table}.${column}`

/** These rows are no part of a company's work: a pair is only suspected, and ends with either company. */
const settledOtherwise = ['duplicate_pair.first_id', 'duplicate_pair.second_id']
/** Unique only while somebody is on the line, and then nothing is merged. */
const mergedOnlyWhenNone = ['call.company_id']

function unknownTo(references: readonly CompanyReference[], found: Reference[]): string[] {
  const workedOut = workedOutReferences.map((table) => names({ table }))
  const known = new Set([...references.map(names), ...workedOut, ...settledOtherwise])
  return found.map(names).filter((name) => !known.has(name))
}

test('a merge knows every table that refers to a company', async () => {
  expect(unknownTo(companyReferences, await referencesTo('company'))).toEqual([])
})

test('every field of a company is chosen in a merge, but those that nobody chooses', async () => {
  const columns = await db.transaction().execute((trx) => writableColumns(trx, 'company'))
  const unchosen = ['id', 'created_at', 'created_by', 'last_contact_at', 'version', 'web_text']
  expect([...Object.values(mergeFields).flat(), ...unchosen].sort()).toEqual(columns.sort())
})

test('a new table that refers to a company is seen', async () => {
  await db
    .transaction()
    .execute(async (trx) => {
      await sql`create table planted (id int, company_id uuid references company)`.execute(trx)
      const { rows } = await sql<Reference>`
        select conrelid::regclass::text as "table", 'company_id' as "column" from pg_constraint
        where contype = 'f' and confrelid = 'company'::regclass and conrelid = 'planted'::regclass
      `.execute(trx)
      expect(unknownTo(companyReferences, rows)).toEqual(['planted.company_id'])
      throw new Error('taken back')
    })
    .catch((error: Error) => expect(error.message).toBe('taken back'))
})

test.each(companyReferences.map((reference) => [names(reference), reference] as const))(
  'where a company may have one row only, %s says for what',
  async (name, { table, column = 'company_id', oneFor = [] }) => {
    if (mergedOnlyWhenNone.includes(name)) return
    for (const { columns, definition } of await uniqueRules(table)) {
      if (!new RegExp(`\\b${column}\\b`).test(definition)) continue
      const plain = columns.filter((one) => one !== column)
      expect(oneFor).toEqual(expect.arrayContaining(plain))
      expect(oneFor.length).toBeGreaterThan(0)
    }
  },
)

test.each(
  companyReferences.filter(({ oneFor }) => oneFor).map((reference) => [reference.table, reference] as const),
)('nothing hangs on a row of %s that a merge would leave behind', async (table, { children = [] }) => {
  expect((await referencesTo(table)).map(names)).toEqual(children.map(names))
})
