// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { waysToRunIn } from './run-as.mjs'

export const databaseName = 'silta'

/**
 * Makes the cluster and its database beside its place and renames it in one step: a cluster that exists is
 * a whole one. Only the holder of the folder's lock comes here, so unfinished attempts are nobody's; but the
 * initdb of a killed owner may still be at work, so every attempt has a folder of its own.
 *
 * @param {{ binaries: import('./binaries.mjs').Binaries, cluster: string, sync: boolean }} options
 */
export async function createCluster({ binaries, cluster, sync }) {
  const dir = path.dirname(cluster)
  const prefix = `${cluster}.unfinished-`
  for (const name of fs.readdirSync(dir)) {
    if (name.startsWith(path.basename(prefix))) removeFolder(path.join(dir, name))
  }
  /** @type {string[]} */
  const reasons = []
  for (const runAs of waysToRunIn(dir)) {
    const unfinished = fs.mkdtempSync(prefix)
    runAs.give(dir)

    const outcome = await makeCluster(runAs, binaries, unfinished, sync)
    if (outcome.ok) {
      fs.renameSync(unfinished, cluster)
      return
    }
    reasons.push(`${runAs.name}: ${outcome.output.trim()}`)
    removeFolder(unfinished)
  }
  throw new Error(
    [
      `The database could not be created in ${dir}.`,
      ...reasons,
      'Start Silta as an ordinary user, or set DATABASE_URL to a Postgres of your own.',
    ].join('\n'),
  )
}

/**
 * @param {import('./run-as.mjs').RunAs} runAs
 * @param {import('./binaries.mjs').Binaries} binaries
 * @param {string} folder
 * @param {boolean} sync
 */
async function makeCluster(runAs, binaries, folder, sync) {
  const made = await run(runAs, binaries.initdb, [...initOptions(sync), '-D', folder])
  if (!made.ok) return made
  const single = ['--single', '-D', folder, '-c', `fsync=${sync ? 'on' : 'off'}`, 'postgres']
  const named = await run(runAs, binaries.postgres, single, `create database ${databaseName};\n`)
  return { ok: named.ok && !/\b(ERROR|FATAL|PANIC):/.test(named.output), output: named.output }
}

/** @param {string} folder */
function removeFolder(folder) {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** @param {boolean} sync */
function initOptions(sync) {
  return [
    `--username=${databaseName}`,
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    // The built-in locale folds case the same on every system. pg_trgm asks libc what a letter is, so the
    // character type has to know ä and ö as well.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    process.platform === 'darwin' ? '--lc-ctype=en_US.UTF-8' : '--lc-ctype=C.UTF-8',
    '--no-instructions',
    ...(sync ? [] : ['--no-sync']),
  ]
}

/**
 * @param {import('./run-as.mjs').RunAs} runAs
 * @param {string} command
 * @param {string[]} args
 * @param {string} [input]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(runAs, command, args, input = '') {
  return new Promise((resolve) => {
    let output = ''
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    const child = runAs.spawn(command, args, { stdio: 'pipe' })
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
    child.on('error', (error) => resolve({ ok: false, output: String(error) }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}
