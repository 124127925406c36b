import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PostgresClient } from '~/platform/postgres-client.server'
import { isAlive } from './postgres/pid-file.mjs'
import { startThrowawayPostgres } from './postgres.mjs'

const folderPrefix = 'silta-throwaway-'
const memoryFolder = '/dev/shm'
/** A cluster takes 60 MB and every database 10 MB; small containers have 64 MB of memory folder in all. */
const memoryNeeded = { bytes: 1_000_000_000 }

type ThrowawayServer = { url: string; stop: () => Promise<void> }

/**
 * A server for databases that nobody will miss, kept in memory where the machine has a folder for that.
 * `TEST_DATABASE_URL` names a server to use instead where the bundled Postgres does not run; its user must be
 * allowed to create databases and be a superuser.
 */
export async function startThrowawayServer(): Promise<ThrowawayServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }

  const base = hasMemoryFolder() ? memoryFolder : os.tmpdir()
  removeLeftovers(base)
  const dataDir = mkdtempSync(path.join(base, `${folderPrefix}${process.pid}-`))
  const { url, stop } = await startThrowawayPostgres({ dataDir })
  return {
    url,
    stop: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Creates an empty database, or a copy of `template`, to which nobody may be connected. Returns its address. */
export async function createDatabase(serverUrl: string, name: string, template?: string): Promise<string> {
  await onServer(
    serverUrl,
    `create database ${name}${template ? ` template ${template} strategy file_copy` : ''}`,
  )
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/**
 * Removes a database, ending the application's own connections to it. Others, such as a worker's, are given a few
 * seconds to go; one that stays is an error.
 */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(
    serverUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and application_name = 'silta'`,
    `drop database if exists ${name}`,
  )
}

async function onServer(serverUrl: string, ...statements: string[]): Promise<void> {
  const url = new URL(serverUrl)
  url.pathname = '/postgres'
  const client = new PostgresClient(url.href)
  try {
    for (const text of statements) await client.query({ text, parameters: [], simple: true })
  } finally {
    await client.close()
  }
}

function hasMemoryFolder(): boolean {
  try {
    accessSync(memoryFolder, constants.W_OK)
    const { bavail, bsize } = statfsSync(memoryFolder)
    return bavail * bsize > memoryNeeded.bytes
  } catch {
    return false
  }
}

/** A process that was killed leaves its folder behind, and a folder in memory is memory. */
function removeLeftovers(base: string): void {
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(folderPrefix))) {
    const owner = Number.parseInt(name.slice(folderPrefix.length), 10)
    if (!isAlive(owner)) rmSync(path.join(base, name), { recursive: true, force: true })
  }
}
