import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

function runMigrate(args: string[], environment: Record<string, string | undefined> = {}) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'scripts/migrate.ts', ...args], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  })
}

test('a script that did its work says so on stderr and ends with 0', () => {
  const { status, stdout, stderr } = runMigrate(['--dry-run'])
  expect(stderr).toMatch(/^migrate: nothing to run\nmigrate: done in [\d.]+ s\n$/)
  expect(stdout).toBe('')
  expect(status).toBe(0)
})

test('help tells what the script does, and does not do it', () => {
  const { status, stdout } = runMigrate(['--help'], { DATABASE_URL: 'postgres://nobody@localhost:1/none' })
  expect(stdout).toMatch(/latest migration[\s\S]*--dry-run/)
  expect(status).toBe(0)
})

test('an unknown argument ends with 2, before anything is done', () => {
  const { status, stderr } = runMigrate(['--nonsense'])
  expect(stderr).toContain("Unknown option '--nonsense'")
  expect(status).toBe(2)
})

test('a failure says why and ends with 1', () => {
  const { status, stderr } = runMigrate([], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  expect(stderr).toMatch(/failed: .*ECONNREFUSED/)
  expect(status).toBe(1)
})

test('without an address a script starts the bundled Postgres in the data folder, and stops it', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'silta-run-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const { status, stderr } = runMigrate(['--dry-run'], { DATABASE_URL: undefined, DATA_DIR: dataDir })
  expect(stderr).toContain('would run 0001_ground')
  expect(status).toBe(0)
  expect(existsSync(path.join(dataDir, 'postgres/cluster'))).toBe(true)
  expect(existsSync(path.join(dataDir, 'postgres/cluster/postmaster.pid'))).toBe(false)
})
