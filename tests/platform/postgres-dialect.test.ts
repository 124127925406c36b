import { inspect } from 'node:util'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { CommitRefusedError } from '~/platform/postgres-dialect.server'
import { add, closeNotes, createNotes, ids, type Notes, openNotes, pid } from '../support/notes'

const url = String(process.env.DATABASE_URL)
const open = (limits: { connections?: number; waitSeconds?: number } = {}) => openNotes(url, limits)

beforeAll(async () => {
  const notes = open()
  await createNotes(notes)
  await sql`create table reply (note_id int references note deferrable initially deferred)`.execute(notes)
})

beforeEach(async () => {
  await sql`delete from note`.execute(open())
})

afterEach(closeNotes)

test('a transaction saves all of its writes and gives back its result', async () => {
  const notes = open()
  const result = await notes.transaction().execute(async (trx) => {
    await add(trx, 1)
    await add(trx, 2)
    return 'saved'
  })
  expect(result).toBe('saved')
  expect(await ids(notes)).toEqual([1, 2])
})

test('a transaction that throws saves nothing', async () => {
  const notes = open()
  const failing = notes.transaction().execute(async (trx) => {
    await add(trx, 1)
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await ids(notes)).toEqual([])
})

test('a transaction has the isolation level and access mode it asked for', async () => {
  const notes = open()
  const settings = await notes
    .transaction()
    .setIsolationLevel('serializable')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const { rows } = await sql`
        select current_setting('transaction_isolation') as level, current_setting('transaction_read_only') as read_only
      `.execute(trx)
      return rows[0]
    })
  expect(settings).toEqual({ level: 'serializable', read_only: 'on' })
  expect(await pid(notes)).toBeGreaterThan(0)
})

test('a transaction goes on after a failed statement when it returns to a savepoint', async () => {
  const notes = open()
  await add(notes, 1)
  const trx = await notes.startTransaction().execute()
  const guarded = await trx.savepoint('before "duplicate"').execute()
  await expect(add(guarded, 1)).rejects.toMatchObject({ code: '23505', constraint_name: 'note_pkey' })
  await guarded.rollbackToSavepoint('before "duplicate"').execute()
  await add(trx, 2)
  await trx.commit().execute()
  expect(await ids(notes)).toEqual([1, 2])
})

test('a released savepoint keeps its writes', async () => {
  const notes = open()
  const trx = await notes.startTransaction().execute()
  const guarded = await trx.savepoint('step').execute()
  await add(guarded, 1)
  await guarded.releaseSavepoint('step').execute()
  await trx.commit().execute()
  expect(await ids(notes)).toEqual([1])
})

test('a controlled transaction can be rolled back', async () => {
  const notes = open()
  const trx = await notes.startTransaction().execute()
  await add(trx, 1)
  await trx.rollback().execute()
  expect(await ids(notes)).toEqual([])
})

test('a transaction in which an error was swallowed tells that nothing was saved', async () => {
  const notes = open()
  const transaction = notes.transaction().execute(async (trx) => {
    await add(trx, 1)
    await add(trx, 1).catch(() => {})
  })
  await expect(transaction).rejects.toThrow(CommitRefusedError)
  expect(await ids(notes)).toEqual([])
})

test('a constraint that is checked at the commit fails the transaction', async () => {
  const notes = open()
  const transaction = notes.transaction().execute(async (trx) => {
    await add(trx, 1)
    await sql`insert into reply values (99)`.execute(trx)
  })
  await expect(transaction).rejects.toMatchObject({ code: '23503' })
  expect(await ids(notes)).toEqual([])
})

test('writes that nobody waited for are not saved on their own after the commit', async () => {
  const notes = open()
  await sql`create function linger() returns trigger language plpgsql as 'begin perform pg_sleep(0.2); return null; end'`.execute(
    notes,
  )
  await sql`
    create constraint trigger lingers after insert on note deferrable initially deferred
    for each row execute function linger()
  `.execute(notes)
  let late: Promise<PromiseSettledResult<void>[]> | undefined
  await notes.transaction().execute(async (trx) => {
    late = Promise.allSettled([add(trx, 1), add(trx, 2)])
  })
  const outcomes = await late
  await sql`drop function linger cascade`.execute(notes)
  expect(outcomes?.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(await ids(notes)).toEqual([1])
})

test('thirty transactions at once share five connections', async () => {
  const notes = open({ connections: 5 })
  const used = await Promise.all(
    Array.from({ length: 30 }, (_, id) =>
      notes.transaction().execute(async (trx) => {
        await add(trx, id)
        await sql`select pg_sleep(0.01)`.execute(trx)
        return pid(trx)
      }),
    ),
  )
  expect(new Set(used).size).toBe(5)
  expect(await ids(notes)).toHaveLength(30)
})

test('transactions one after another use the same connection', async () => {
  const notes = open()
  const first = await notes.transaction().execute(pid)
  expect(await notes.transaction().execute(pid)).toBe(first)
})

test('work that waits too long for a connection fails instead of hanging', async () => {
  const notes = open({ connections: 1, waitSeconds: 0.2 })
  const held = await notes.startTransaction().execute()
  await expect(ids(notes)).rejects.toThrow('No database connection became free')
  await held.rollback().execute()
  expect(await ids(notes)).toEqual([])
})

test('closing the database fails the work that waits for a connection', async () => {
  const notes = open({ connections: 1 })
  await notes.startTransaction().execute()
  const waiting = ids(notes).catch((error) => error)
  await notes.destroy()
  expect(await waiting).toMatchObject({ message: 'The database has been closed' })
})

test('a pinned connection keeps its session', async () => {
  const notes = open()
  await notes.connection().execute(async (pinned) => {
    await sql`select set_config('silta.test', 'kept', false)`.execute(pinned)
    const level = await pinned.transaction().execute(readSetting)
    expect(level).toBe('kept')
    expect(await readSetting(pinned)).toBe('kept')
  })
})

async function readSetting(notes: Notes): Promise<unknown> {
  const { rows } = await sql<{ value: string }>`select current_setting('silta.test') as value`.execute(notes)
  return rows[0]?.value
}

test('rows are streamed in parts, and stopping early leaves the transaction usable', async () => {
  const notes = open()
  await sql`insert into note select i, 'many' from generate_series(1, 1000) as i`.execute(notes)

  const all: number[] = []
  for await (const { id } of notes.selectFrom('note').select('id').orderBy('id').stream(100)) all.push(id)
  expect(all).toHaveLength(1000)

  await notes.transaction().execute(async (trx) => {
    for await (const { id } of trx.selectFrom('note').select('id').orderBy('id').stream(10)) {
      if (id === 15) break
    }
    await add(trx, 1001)
  })
  expect(await ids(notes)).toHaveLength(1001)
})

test('a failing stream is an error, and the connection is usable afterwards', async () => {
  const notes = open({ connections: 1 })
  const stream = notes.selectFrom('note').select(sql`1 / 0`.as('boom')).stream(10)
  await add(notes, 1)
  await expect(stream.next()).rejects.toMatchObject({ code: '22012' })
  expect(await ids(notes)).toEqual([1])
})

test('a printed error does not show the values of a row', async () => {
  const notes = open()
  await sql`insert into note values (1, 'x')`.execute(notes)
  const error = await sql`insert into note values (${1}, ${'Aino Virtanen'})`.execute(notes).catch((e) => e)
  expect(error).toMatchObject({ code: '23505' })
  expect(error.detail).toContain('(id)=(1)')
  expect(inspect(error)).not.toMatch(/Aino|\(id\)=/)
  expect(JSON.stringify(error)).not.toMatch(/Aino|\(id\)=/)
})

test('a closed database has no connections left', async () => {
  const notes = open()
  const used = await Promise.all([pid(notes), pid(notes), notes.transaction().execute(pid)])
  await notes.destroy()
  const watcher = open()
  await expect.poll(() => alive(watcher, used)).toBe(0)
})

async function alive(notes: Notes, pids: number[]): Promise<number> {
  const { rows } = await sql`select from pg_stat_activity where pid = any(${pids})`.execute(notes)
  return rows.length
}
