import { expect, test } from 'vitest'
import { type Source, sourcesIn } from './sources'

const SQL = /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^`]*>)?`|\bsql\.raw\(/

/** Files that hold SQL without `.server` in their name, which alone keeps them out of the browser's bundle. */
function sqlOutsideOfServerFiles(sources: Source[]): string[] {
  return sources
    .filter(({ path, text }) => !/\.server\.tsx?$/.test(path) && SQL.test(text))
    .map(({ path }) => path)
}

test('SQL stands in .server files only', () => {
  expect(sqlOutsideOfServerFiles(sourcesIn('app'))).toEqual([])
})

test('SQL in any other file is seen', () => {
  const planted = [
    { path: 'app/needs/need.ts', text: "db.selectFrom('need')" },
    { path: 'app/needs/routes/need.tsx', text: "await trx\n  .updateTable('need')" },
    { path: 'app/needs/match.ts', text: 'sql<{ id: string }>`select 1`' },
    { path: 'app/needs/rule.ts', text: 'sql`select 1`' },
  ]
  expect(sqlOutsideOfServerFiles(planted)).toEqual(planted.map(({ path }) => path))
  expect(sqlOutsideOfServerFiles([{ path: 'app/needs/needs.server.ts', text: 'sql`select 1`' }])).toEqual([])
})
