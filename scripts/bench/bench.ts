import path from 'node:path'
import postgres from 'postgres'
import { optionsFromUrl } from '~/platform/postgres-client.server'
import { loadBuild } from '../server/build.mjs'
import { buildIfChanged } from '../start/prepare.mjs'
import { openBenchDatabase, type Size } from './bench-database'
import { startServer } from './server-process'
import { recordStatements, type Statement } from './statements'

/** What a part may use. */
export type Bench = {
  size: Size
  databaseUrl: string
  ask: <Row>(text: string) => Promise<Row[]>
  /** Silta as built, in production mode, asked by a signed-in liaison. */
  silta: { get: (path: string) => Promise<void> }
  /** The limit: node:http, postgres and string templates; `keep` tells it what a page of its own asks. */
  bare: {
    get: (path: string) => Promise<void>
    keep: (name: string, statements: Statement[]) => Promise<void>
  }
  /** Everything a page of Silta asks the database. */
  record: (path: string) => Promise<Statement[]>
  close: () => Promise<void>
}

/** The database of this size, filled, and both servers on it. */
export async function openBench(size: Size, say: (line: string) => void): Promise<Bench> {
  process.env.NODE_ENV = 'production'
  await buildIfChanged(say)
  const folder = path.resolve('data/bench')
  const database = await openBenchDatabase(folder, size, say)
  const options = optionsFromUrl(database.url)
  const sql = postgres({ ...options, max: 2, onnotice: () => {} })
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    SILTA_DEMO: 'off',
    SILTA_WORKER: 'separate',
    LOG_LEVEL: 'warn',
    PUBLIC_URL: 'http://localhost:3000',
  }
  Object.assign(process.env, env)
  const [silta, bare] = await Promise.all([
    startServer('scripts/bench/built-server.mjs', env),
    startServer('scripts/bench/bare-server.mjs', { BARE_DATABASE: JSON.stringify(options) }),
  ])
  return {
    size,
    databaseUrl: database.url,
    ask: async <Row>(text: string) => [...(await sql.unsafe(text))] as Row[],
    silta: { get: (address) => silta.get(address, database.cookie) },
    bare: {
      get: (address) => bare.get(address),
      keep: (name, statements) => bare.tell({ name, statements }),
    },
    record: (address) => recordStatements(address, database.cookie),
    async close() {
      await Promise.all([silta.stop(), bare.stop()])
      await sql.end()
      await (await loadBuild()).boot.close()
      await database.close()
    },
  }
}
