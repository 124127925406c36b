import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

function runScript(name: string, args: string[], environment: Record<string, string | undefined> = {}) {
  return spawnSync(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  })
}

const runMigrate = (args: string[], environment: Record<string, string | undefined> = {}) =>
  runScript('migrate', args, environment)

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'silta-run-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  return folder
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

// Each CV is read in a process of its own, and on a busy machine that takes its time to start.
test('read-cv prints the skills of a CV, and a missing file loses no other', { timeout: 60_000 }, () => {
  const folder = folderWith({ 'cv.txt': 'Skills\nJava, 5 years\nQuuxlang\n' })
  const { status, stdout } = runScript('read-cv', [
    path.join(folder, 'none.pdf'),
    path.join(folder, 'cv.txt'),
  ])
  const [missing, read] = JSON.parse(stdout)
  expect(missing).toEqual({
    file: path.join(folder, 'none.pdf'),
    error: expect.stringContaining('no such file'),
  })
  expect(read.skills).toMatchObject([
    {
      skillId: 'java',
      name: { en: 'Java' },
      words: 'Java',
      sentence: 'Java, 5 years',
      level: null,
      years: 5,
    },
  ])
  expect(read.unknownWords).toEqual([{ words: 'Quuxlang', example: null }])
  expect(status).toBe(1)
})

test.each([
  ['no JSON', '{ "skills": [', 'is no JSON'],
  ['of another shape', '{ "skills": [] }', 'has not the shape'],
])('match says in words that the need is %s', { timeout: 60_000 }, (_, text, told) => {
  const folder = folderWith({ 'need.json': text })
  const { status, stderr } = runScript('match', ['--need', path.join(folder, 'need.json'), '--cvs', folder])
  expect(stderr).toContain(`need.json ${told}`)
  expect(stderr).not.toMatch(/^ +at /m)
  expect(status).toBe(2)
})

test('match says that the folder of CVs is missing', { timeout: 60_000 }, () => {
  const folder = folderWith({ 'need.json': '{ "skills": ["SQL"] }' })
  const need = path.join(folder, 'need.json')
  const { status, stderr } = runScript('match', ['--need', need, '--cvs', path.join(folder, 'none')])
  expect(stderr).toMatch(/none cannot be read: .*no such file/)
  expect(stderr).not.toMatch(/^ +at /m)
  expect(status).toBe(2)
})
