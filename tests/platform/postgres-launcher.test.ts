import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import postgres from 'postgres'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startThrowawayPostgres } from '../../scripts/postgres.mjs'

const launcher = pathToFileURL(path.resolve('scripts/postgres.mjs')).href
const ownerScript = `
  const { startThrowawayPostgres } = await import(${JSON.stringify(launcher)})
  try {
    const running = await startThrowawayPostgres({ dataDir: process.argv[1] })
    process.on('SIGTERM', async () => { await running.stop(); process.exit(0) })
    console.log(JSON.stringify(running))
    setInterval(() => {}, 1000)
  } catch (error) {
    console.log(JSON.stringify({ refused: error.message }))
    process.exit(1)
  }`

type Answer = { url: string; socketDir: string; adopted: boolean; refused?: string }

/** An application of its own process that starts Postgres on a folder. */
async function startOwner(dataDir: string): Promise<{ owner: ChildProcess; answer: Answer }> {
  const owner = spawn(process.execPath, ['--input-type=module', '-e', ownerScript, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    if (owner.exitCode === null && owner.signalCode === null) {
      owner.kill('SIGTERM')
      await once(owner, 'exit')
    }
  })
  const [line] = await once(owner.stdout ?? owner, 'data')
  return { owner, answer: JSON.parse(String(line)) }
}

async function killHard(owner: ChildProcess) {
  owner.kill('SIGKILL')
  await once(owner, 'exit')
}

function postmasterPid(dataDir: string): number {
  return Number(fs.readFileSync(path.join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Postgres removes its pid file as the last thing. */
const hasPostmaster = (dataDir: string) => fs.existsSync(path.join(dataDir, 'cluster', 'postmaster.pid'))

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function waitUntil(done: () => boolean, { ms }: { ms: number }) {
  const until = Date.now() + ms
  while (!done() && Date.now() < until) await sleep(20)
  return done()
}

/** Starts in this process, and asks one question. */
async function ask(dataDir: string, question: string): Promise<unknown> {
  const running = await startThrowawayPostgres({ dataDir })
  const sql = postgres({ host: running.socketDir, user: 'silta', database: 'silta', max: 1 })
  try {
    const [row] = await sql.unsafe(question)
    return row?.answer
  } finally {
    await sql.end()
    await running.stop()
  }
}

const here = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-launcher-'))
const ready = path.join(here, 'ready')
let folders = 0

/** A folder with a finished cluster, copied because making one takes longer than the tests. */
function folderWithCluster(): string {
  folders += 1
  const dir = path.join(here, `copy${folders}`)
  fs.cpSync(ready, dir, { recursive: true })
  fs.chmodSync(path.join(dir, 'cluster'), 0o700)
  return dir
}

describe.skipIf(process.platform === 'win32')('the Postgres launcher', { timeout: 15_000 }, () => {
  beforeAll(async () => {
    await ask(ready, 'create table greeting as select 1')
    return () => fs.rmSync(here, { recursive: true, force: true })
  }, 15_000)

  test('a new folder gets a UTF-8 database that knows Finnish letters', async () => {
    const sql = `select lower('ÄITI') || (select pg_encoding_to_char(encoding) from pg_database
      where datname = 'silta') as answer`
    expect(await ask(path.join(here, 'fresh'), sql)).toBe('äitiUTF8')
  })

  test('the next start finds what was stored, quickly, and again after that', async () => {
    const dir = folderWithCluster()
    const started = Date.now()
    expect(await ask(dir, 'select count(*)::int as answer from greeting')).toBe(1)
    expect(Date.now() - started).toBeLessThan(2_000)
    expect(await ask(dir, 'select 2 as answer')).toBe(2)
  })

  test('node-postgres connects with the address as it is', async () => {
    const { answer } = await startOwner(folderWithCluster())
    const client = new pg.Client(answer.url)
    await client.connect()
    const { rows } = await client.query('select current_database() as name')
    await client.end()
    expect(rows).toEqual([{ name: 'silta' }])
  })

  test('a second application on the same folder is told who has it', async () => {
    const dir = folderWithCluster()
    const first = await startOwner(dir)
    const second = await startOwner(dir)
    expect(second.answer.refused).toContain(
      `already running on this data folder (process ${first.owner.pid})`,
    )
    expect(isAlive(postmasterPid(dir))).toBe(true)
  })

  test('Postgres stops cleanly when its owner is killed', async () => {
    const dir = folderWithCluster()
    const { owner } = await startOwner(dir)
    await killHard(owner)
    expect(await waitUntil(() => !hasPostmaster(dir), { ms: 2_000 })).toBe(true)
    expect(fs.readFileSync(path.join(dir, 'postgres.log'), 'utf8')).toMatch(/database system is shut down\n$/)
  })

  test('a start right after its owner was killed waits and succeeds', async () => {
    const dir = folderWithCluster()
    const { owner } = await startOwner(dir)
    await killHard(owner)
    expect(await ask(dir, 'select count(*)::int as answer from greeting')).toBe(1)
  })

  test.skipIf(process.platform !== 'linux')('a Postgres that lost owner and watcher is adopted', async () => {
    const dir = folderWithCluster()
    const { owner } = await startOwner(dir)
    const pid = postmasterPid(dir)
    for (const watcher of processesNaming(path.join(dir, 'cluster', 'postmaster.pid'))) {
      if (watcher !== pid) process.kill(watcher, 'SIGKILL')
    }
    await killHard(owner)
    await sleep(300)
    expect(isAlive(pid)).toBe(true)

    const next = await startOwner(dir)
    expect(next.answer.adopted).toBe(true)
    expect(postmasterPid(dir)).toBe(pid)
    await killHard(next.owner)
    expect(await waitUntil(() => !hasPostmaster(dir), { ms: 2_000 })).toBe(true)
  })

  test('a killed Postgres recovers at the next start, and stop returns for a dead one', async () => {
    const dir = folderWithCluster()
    const running = await startThrowawayPostgres({ dataDir: dir })
    process.kill(postmasterPid(dir), 'SIGKILL')
    await running.exited
    await running.stop()
    expect(await ask(dir, 'select count(*)::int as answer from greeting')).toBe(1)
  })

  test('a pid file whose number belongs to another program by now does not stop the start', async () => {
    const dir = folderWithCluster()
    const cluster = path.join(dir, 'cluster')
    const lines = [process.pid, cluster, '1700000000', '5432', dir, '', '  1 1', 'ready   ']
    fs.writeFileSync(path.join(cluster, 'postmaster.pid'), `${lines.join('\n')}\n`)
    fs.writeFileSync(path.join(dir, '.s.PGSQL.5432.lock'), `${lines.join('\n')}\n`)
    expect(await ask(dir, 'select 1 as answer')).toBe(1)
  })

  test('a half-made cluster is never used', async () => {
    const dir = path.join(here, 'interrupted')
    const owner = spawn(process.execPath, ['--input-type=module', '-e', ownerScript, dir], {
      stdio: 'ignore',
    })
    onTestFinished(() => {
      owner.kill('SIGKILL')
    })
    const attempts = () => fs.existsSync(dir) && fs.readdirSync(dir).filter((name) => /unfinished/.test(name))
    const begun = () => (attempts() || []).some((name) => fs.existsSync(path.join(dir, name, 'PG_VERSION')))
    expect(await waitUntil(begun, { ms: 5_000 })).toBe(true)
    await killHard(owner)
    expect(fs.existsSync(path.join(dir, 'cluster'))).toBe(false)
    expect(await ask(dir, 'select 1 as answer')).toBe(1)
    expect(attempts()).toEqual([])
  })

  test('a path too long for a socket, with spaces, quotes and commas, works', async () => {
    const dir = path.join(here, `${'a "long", name '.repeat(8)}end`)
    fs.cpSync(ready, dir, { recursive: true })
    fs.chmodSync(path.join(dir, 'cluster'), 0o700)
    const { owner, answer } = await startOwner(dir)
    expect(answer.socketDir.length).toBeLessThan(100)
    expect(fs.existsSync(path.join(answer.socketDir, '.s.PGSQL.5432'))).toBe(true)
    owner.kill('SIGTERM')
    await once(owner, 'exit')
    expect(fs.existsSync(answer.socketDir)).toBe(false)
  })

  test('a short path with spaces, quotes and commas keeps its socket in the folder', async () => {
    const dir = path.join(here, 'an "odd", name')
    fs.cpSync(ready, dir, { recursive: true })
    fs.chmodSync(path.join(dir, 'cluster'), 0o700)
    expect(await ask(dir, 'select 1 as answer')).toBe(1)
  })
})

function processesNaming(file: string): number[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const words = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0')
      return words.includes(file) ? [Number(name)] : []
    } catch {
      return []
    }
  })
}
