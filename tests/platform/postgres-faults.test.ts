import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { startThrowawayPostgres } from '../../scripts/postgres.mjs'
import { cuttableProxy } from '../support/cuttable-proxy'
import { add, closeNotes, createNotes, ids, type Notes, openNotes, pid } from '../support/notes'

// Vitest fails the run on any unhandled rejection or uncaught exception, and every test has its time limit.

const url = String(process.env.DATABASE_URL)
const lost = { code: 'CONNECTION_CLOSED' }

async function kill(pids: number[]): Promise<void> {
  const killer = openNotes(url)
  await sql`select pg_terminate_backend(pid) from unnest(${pids}::int[]) as pid`.execute(killer)
}

async function cuttable() {
  const proxy = await cuttableProxy(url)
  onTestFinished(() => proxy.stop())
  return proxy
}

const longQuery = (notes: Notes) => sql`select pg_sleep(60)`.execute(notes)

beforeAll(async () => {
  await createNotes(openNotes(url))
  await closeNotes()
})

beforeEach(async () => {
  const notes = openNotes(url)
  // The server goes on with a statement whose wire was cut, and holds its locks.
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
  `.execute(notes)
  await sql`delete from note`.execute(notes)
})

afterEach(closeNotes)

describe('a session that the server ends', () => {
  test('while idle does not disturb the next read, write or transaction', async () => {
    const notes = openNotes(url, { connections: 1 })
    for (const next of [
      ids,
      (n: Notes) => add(n, 1),
      (n: Notes) => n.transaction().execute((trx) => add(trx, 2)),
    ]) {
      await kill([await pid(notes)])
      await sleep(50)
      await next(notes)
    }
    expect(await ids(notes)).toEqual([1, 2])
  })

  test('just before a read or a transaction begins is not noticed', async () => {
    const notes = openNotes(url, { connections: 1 })
    for (let round = 0; round < 30; round++) {
      const victim = await pid(notes)
      const [, read] = await Promise.all([kill([victim]), ids(notes)])
      expect(read).toHaveLength(round)
      const next = await pid(notes)
      await Promise.all([kill([next]).then(() => ids(notes)), sleep(round % 5)])
      await notes.transaction().execute((trx) => add(trx, round))
    }
  })

  test('under a statement makes it an error', async () => {
    const notes = openNotes(url, { connections: 1 })
    const victim = await pid(notes)
    const running = longQuery(notes)
    await sleep(50)
    await Promise.all([expect(running).rejects.toMatchObject(lost), kill([victim])])
    expect(await ids(notes)).toEqual([])
  })

  test('between the statements of a transaction makes every further statement an error, and saves nothing', async () => {
    const notes = openNotes(url, { connections: 1 })
    const later: unknown[] = []
    const transaction = notes.transaction().execute(async (trx) => {
      await add(trx, 1)
      await kill([await pid(trx)])
      await sleep(50)
      for (const id of [2, 3]) later.push(await add(trx, id).catch((error) => error))
    })
    await expect(transaction).rejects.toMatchObject(lost)
    expect(later).toMatchObject([lost, lost])
    expect(await ids(notes)).toEqual([])
  })

  test('under a statement of a transaction fails the transaction', async () => {
    const notes = openNotes(url, { connections: 1 })
    const transaction = notes.transaction().execute(async (trx) => {
      await add(trx, 1)
      const victim = await pid(trx)
      const running = longQuery(trx)
      await Promise.all([running, sleep(50).then(() => kill([victim]))])
    })
    await expect(transaction).rejects.toMatchObject(lost)
    expect(await ids(notes)).toEqual([])
  })

  test('is lost to a controlled transaction, whose rollback still gives the connection back', async () => {
    const notes = openNotes(url, { connections: 1 })
    const trx = await notes.startTransaction().execute()
    await add(trx, 1)
    await kill([await pid(trx)])
    await expect(longQuery(trx)).rejects.toMatchObject(lost)
    await trx.rollback().execute()
    expect(await ids(notes)).toEqual([])
  })

  test('is not replaced in the middle of pinned work, which would lose its settings', async () => {
    const notes = openNotes(url, { connections: 1 })
    await notes.connection().execute(async (pinned) => {
      await kill([await pid(pinned)])
      await sleep(50)
      await expect(ids(pinned)).rejects.toMatchObject(lost)
    })
    expect(await ids(notes)).toEqual([])
  })

  test('ends a stream with an error, never early', async () => {
    const notes = openNotes(url, { connections: 1 })
    const victim = await pid(notes)
    const read = async () => {
      const query = sql<{ id: number }>`(select i as id from generate_series(1, 200000) as i)`
      let count = 0
      for await (const _ of notes.selectFrom(query.as('rows')).select('id').stream(10)) {
        count++
        if (count === 15) {
          await kill([victim])
          await sleep(100)
        }
      }
      return count
    }
    await expect(read()).rejects.toMatchObject(lost)
    expect(await ids(notes)).toEqual([])
  })
})

describe('a wire that is cut', () => {
  test('makes what was under way an error, and what comes after works', async () => {
    const proxy = await cuttable()
    const notes = openNotes(proxy.url)
    await ids(notes)
    const transaction = notes.transaction().execute(async (trx) => {
      await add(trx, 1)
      await longQuery(trx)
    })
    const statement = longQuery(notes)
    await sleep(100)
    proxy.cut()
    for (const outcome of await Promise.allSettled([transaction, statement])) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: lost })
    }
    expect(await ids(notes)).toEqual([])
  })

  test('between two statements fails the transaction', async () => {
    const proxy = await cuttable()
    const notes = openNotes(proxy.url)
    const transaction = notes.transaction().execute(async (trx) => {
      await add(trx, 1)
      proxy.cut()
      await add(trx, 2)
    })
    await expect(transaction).rejects.toThrow()
    expect(await ids(notes)).toEqual([])
  })

  test('at random moments of many transactions never leaves one hanging or half saved', async () => {
    const proxy = await cuttable()
    const notes = openNotes(proxy.url, { connections: 10 })
    const cutting = setInterval(() => proxy.cut(), 23)
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        notes
          .transaction()
          .execute(async (trx) => {
            await add(trx, i * 2)
            await sleep(i % 7)
            await add(trx, i * 2 + 1)
          })
          .then(
            () => 'saved',
            () => 'failed',
          ),
      ),
    )
    clearInterval(cutting)
    const saved = await ids(notes)
    for (const [i, outcome] of outcomes.entries()) {
      const halves = saved.filter((id) => Math.floor(id / 2) === i)
      expect(halves.length % 2).toBe(0)
      if (outcome === 'saved') expect(halves).toHaveLength(2)
    }
    expect(outcomes).toContain('failed')
  })

  test('to a server that hangs up at once is an error', async () => {
    const proxy = await cuttable()
    proxy.mode = 'closed'
    const notes = openNotes(proxy.url)
    await expect(ids(notes)).rejects.toMatchObject(lost)
    await expect(notes.transaction().execute(ids)).rejects.toMatchObject(lost)
    proxy.mode = 'through'
    expect(await ids(notes)).toEqual([])
  })

  test('to a server that never answers is an error when its time is up', async () => {
    const proxy = await cuttable()
    proxy.mode = 'silent'
    const notes = openNotes(proxy.url)
    await expect(ids(notes)).rejects.toMatchObject({ code: 'CONNECT_TIMEOUT' })
    proxy.mode = 'through'
    expect(await ids(notes)).toEqual([])
  })

  test('to nobody is an error', async () => {
    const notes = openNotes('postgres://silta@127.0.0.1:1/silta')
    await expect(ids(notes)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    const nowhere = openNotes('postgres://silta@localhost/silta?host=%2Fnowhere')
    await expect(nowhere.transaction().execute(ids)).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('a server that restarts', () => {
  test('fails what was under way; afterwards everything works again', async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'silta-restart-'))
    const first = await startThrowawayPostgres({ dataDir })
    onTestFinished(async () => {
      await first.stop()
      rmSync(dataDir, { recursive: true, force: true })
    })
    const notes = openNotes(first.url)
    await createNotes(notes)
    await Promise.all([ids(notes), ids(notes), ids(notes)])
    const underWay = [
      longQuery(notes),
      notes.transaction().execute(async (trx) => {
        await add(trx, 1)
        await longQuery(trx)
      }),
    ]
    const held = await notes.startTransaction().execute()
    await add(held, 2)
    await sleep(100)

    const stopped = first.stop()
    for (const outcome of await Promise.allSettled(underWay)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: lost })
    }
    await stopped
    await expect(ids(notes)).rejects.toThrow()
    await expect(add(held, 3)).rejects.toMatchObject(lost)
    await held.rollback().execute()

    const second = await startThrowawayPostgres({ dataDir })
    onTestFinished(second.stop)
    expect(await ids(notes)).toEqual([])
    await notes.transaction().execute((trx) => add(trx, 4))
    expect(await ids(notes)).toEqual([4])
  })
})
