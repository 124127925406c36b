// @ts-check
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const installedList = 'node_modules/.package-lock.json'
const builtServer = 'build/server/index.js'
const builtFrom = 'build/built-from'
const sources = [
  'app',
  'db',
  'public',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/**
 * Installs the packages when they are not the ones of package-lock.json.
 * @param {(line: string) => void} say
 */
export async function installIfChanged(say) {
  if (isInstalled()) return
  say('Installing packages (about a minute the first time)')
  // The build needs the development packages also when NODE_ENV says production.
  await quietly('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** npm lists in node_modules what it has installed; packages for other platforms are missing there. */
function isInstalled() {
  if (!fs.existsSync(installedList)) return false
  const wanted = packagesOf('package-lock.json')
  const installed = packagesOf(installedList)
  return Object.entries(wanted).every(([name, { version, optional, devOptional }]) => {
    const found = installed[name]
    return name === '' || (found ? found.version === version : optional || devOptional)
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages
}

/**
 * Builds the application when its sources are not those of the last build.
 * @param {(line: string) => void} say
 */
export async function buildIfChanged(say) {
  const now = fingerprint()
  const isBuilt = fs.existsSync(builtServer) && fs.existsSync(builtFrom)
  if (isBuilt && fs.readFileSync(builtFrom, 'utf8') === now) return
  say('Building the application')
  fs.rmSync(builtFrom, { force: true })
  await quietly(path.resolve('node_modules/.bin/remix'), ['vite:build'])
  fs.writeFileSync(builtFrom, now)
}

/** Names and contents of all sources; times of change say nothing after a copy or a checkout. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesIn)) {
    hash.update(`${file}\0`).update(fs.readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} file
 * @returns {string[]}
 */
function filesIn(file) {
  if (!fs.existsSync(file)) return []
  if (!fs.statSync(file).isDirectory()) return [file]
  return fs
    .readdirSync(file)
    .sort()
    .flatMap((name) => filesIn(path.join(file, name)))
}

/**
 * Runs a program silently, and shows what it said when it fails.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function quietly(program, args) {
  return new Promise((resolve, reject) => {
    let said = ''
    const collect = (/** @type {Buffer} */ chunk) => {
      said += chunk
    }
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${path.basename(program)} ${args[0]} failed:\n${said.trim()}`))
    })
  })
}
