import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { db } from '~/platform/db.server'

async function readBack(type: string, value: unknown): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${value}::${sql.raw(type)} as value`.execute(db)
  return rows[0]?.value
}

const tricky = [
  'plain',
  'a "quoted" word',
  'back\\slash',
  '',
  'NULL',
  'comma, {brace}',
  'two\nlines',
  'Äänekoski',
]

test.each([
  ['date', '2026-03-29'],
  ['timestamptz', new Date('2026-03-29T00:30:00Z')],
  ['time', '09:15:00'],
  ['int8', Number.MAX_SAFE_INTEGER],
  ['numeric', 12.5],
  ['boolean', false],
  ['bytea', Buffer.from('ä')],
  ['uuid', '0198b3c2-0000-7000-8000-000000000001'],
  ['jsonb', { names: ['Åsa'], count: 1, none: null }],
  ['jsonb', ['a', { b: 1 }]],
  ['jsonb', 'a text is stored as a text'],
  ['text[]', tricky],
  ['text[]', []],
  ['text[]', ['a', null]],
  ['uuid[]', ['0198b3c2-0000-7000-8000-000000000001']],
  ['date[]', ['2026-03-29']],
  ['int4[]', [1, -2, null]],
  ['int8[]', [1]],
  ['numeric[]', [0.5]],
  ['boolean[]', [true, false, null]],
  ['timestamptz[]', [new Date('2026-03-29T00:30:00Z')]],
])('a %s comes back as it was given: %j', async (type, value) => {
  expect(await readBack(type, value)).toEqual(value)
})

test('an int8 that JavaScript cannot hold exactly is an error', async () => {
  await expect(readBack('int8', '9007199254740993')).rejects.toThrow('too large')
  expect(await readBack('int4', 1)).toBe(1)
})

test('a count is a number', async () => {
  const row = await db
    .selectFrom('company')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  expect(row).toEqual({ count: 0 })
})

test('an instant becomes a calendar day at midnight in Finland', async () => {
  const beforeMidnight = new Date('2026-06-30T20:59:59Z')
  const afterMidnight = new Date('2026-06-30T21:00:00Z')
  const { rows } =
    await sql`select ${beforeMidnight}::date as before, ${afterMidnight}::date as after`.execute(db)
  expect(rows).toEqual([{ before: '2026-06-30', after: '2026-07-01' }])
})
