// @ts-check
/**
 * Postgres refuses to run as root. When we are root on Linux it runs in a user namespace that shows our files
 * as those of an unprivileged account: nothing changes owner, and a folder only root may enter still works.
 * Where namespaces are forbidden (most containers) it runs as an unprivileged account that owns the cluster.
 */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} RunAs
 * @property {string} name for messages
 * @property {(command: string, args: string[], options: import('node:child_process').SpawnOptions) => import('node:child_process').ChildProcess} spawn
 * @property {(...paths: string[]) => void} give makes these paths belong to the account
 */

// Nothing of the application's environment, such as its secrets, reaches Postgres.
const surroundings = {
  cwd: '/',
  env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', NODE_ENV: process.env.NODE_ENV },
}

/** @type {RunAs} */
const asMyself = {
  name: 'as the current user',
  spawn: (command, args, options) => spawn(command, args, { ...options, ...surroundings }),
  give: () => {},
}

/**
 * @param {Account} account
 * @returns {RunAs}
 */
function inNamespace(account) {
  const map = namespaceOptions(account)
  return {
    name: `in a user namespace as ${account.name}`,
    spawn: (command, args, options) =>
      spawn('unshare', [...map, command, ...args], { ...options, ...surroundings }),
    give: () => {},
  }
}

/**
 * @param {Account} account
 * @returns {RunAs}
 */
function asAccount({ name, uid, gid }) {
  return {
    name: `as ${name}`,
    spawn: (command, args, options) => spawn(command, args, { ...options, ...surroundings, uid, gid }),
    give: (...paths) => {
      for (const each of paths) spawnSync('chown', ['-R', `${uid}:${gid}`, each])
    },
  }
}

const isRoot = () => process.geteuid?.() === 0

/**
 * Opens a file of ours for its owner only. One that root makes belongs to the owner of the folder, who may
 * start Silta next time.
 *
 * @param {string} file
 * @param {number} flags
 */
export function openFile(file, flags) {
  const fd = fs.openSync(file, flags, 0o600)
  if (isRoot()) {
    const { uid, gid } = fs.statSync(path.dirname(file))
    fs.fchownSync(fd, uid, gid)
  }
  return fd
}

/**
 * Throws when the folder is another account's and we are not root.
 * @param {string} folder
 */
export function checkOwner(folder) {
  const { uid } = fs.statSync(folder)
  if (isRoot() || uid === process.geteuid?.()) return
  throw new Error(`The database belongs to another user account (uid ${uid}): ${folder}`)
}

/**
 * The ways to run Postgres on a folder that has no cluster yet, best first.
 * @param {string} dir
 * @returns {RunAs[]}
 */
export function waysToRunIn(dir) {
  if (!isRoot()) return [asMyself]
  const nobody = unprivilegedAccount()
  const owner = nearestOwner(dir)
  return [
    ...(nobody && namespacesWork(nobody) ? [inNamespace(nobody)] : []),
    ...(nobody ? [asAccount(nobody)] : []),
    ...(owner ? [asAccount(owner)] : []),
  ]
}

/**
 * The way to run Postgres on an existing cluster: as the account that owns it.
 * @param {string} cluster
 * @returns {RunAs}
 */
export function runAsOwnerOf(cluster) {
  checkOwner(cluster)
  if (!isRoot()) return asMyself
  const { uid, gid } = fs.statSync(cluster)
  if (uid !== 0) return asAccount({ name: `uid ${uid}`, uid, gid })

  const nobody = unprivilegedAccount()
  if (nobody && namespacesWork(nobody)) return inNamespace(nobody)
  if (!nobody)
    throw new Error(`Postgres cannot run as root. Start Silta as an ordinary user who owns ${cluster}`)
  const runAs = asAccount(nobody)
  runAs.give(path.dirname(cluster))
  return runAs
}

/** @typedef {{ name: string, uid: number, gid: number }} Account */

/** initdb refuses a uid that has no name, so the account is one that exists. */
function unprivilegedAccount() {
  if (process.platform !== 'linux') return undefined
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && uid > 0 && gid > 0)
  return accounts.find(({ name }) => name === 'nobody') ?? accounts[0]
}

/**
 * The account of the innermost enclosing folder that is not root's.
 * @param {string} dir
 * @returns {Account | undefined}
 */
function nearestOwner(dir) {
  const { uid, gid } = fs.statSync(dir)
  if (uid !== 0) return { name: `uid ${uid}`, uid, gid }
  const parent = path.dirname(dir)
  return parent === dir ? undefined : nearestOwner(parent)
}

/** @param {Account} account */
function namespaceOptions({ uid, gid }) {
  return ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--']
}

/** @param {Account} account */
function namespacesWork(account) {
  return spawnSync('unshare', [...namespaceOptions(account), 'true']).status === 0
}
