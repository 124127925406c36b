import { execFileSync } from 'node:child_process'
import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { chromium } from '@playwright/test'

const SYSTEM_BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The Chromium to test with: the one that `CHROMIUM_PATH` names, Playwright's own, the system's, or the one inside
 * an npm package. Throws with advice where there is none.
 */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH
  if (given) return given
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  const system = onPath(SYSTEM_BROWSERS)
  if (system) return system
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium()
  throw new Error('There is no Chromium on this machine. Install one: npx playwright install chromium')
}

function onPath(names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/**
 * Unpacks the browser of @sparticuz/chromium into a temporary folder of this user, the first time, with the
 * libraries and letters that a machine without a desktop lacks. Returns the command that starts it.
 */
async function packagedChromium(): Promise<string> {
  const packed = path.resolve(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../../bin')
  const user = os.userInfo()
  const made = `${statSync(packed).mtimeMs.toFixed(0)}-${user.uid}`
  const folder = path.join(os.tmpdir(), `silta-chromium-${made}`)
  if (existsSync(folder)) {
    if (statSync(folder).uid !== user.uid) throw new Error(`${folder} belongs to somebody else`)
    return path.join(folder, 'start')
  }

  const unpacking = mkdtempSync(`${folder}-`)
  try {
    await decompress(path.join(packed, 'chromium.br'), path.join(unpacking, 'chromium'))
    await untar(path.join(packed, 'al2023.tar.br'), unpacking)
    await untar(path.join(packed, 'fonts.tar.br'), path.join(unpacking, 'fonts'))
    writeFileSync(path.join(unpacking, 'start'), startScript(unpacking, folder), { mode: 0o700 })
    renameSync(unpacking, folder)
  } catch (error) {
    rmSync(unpacking, { recursive: true, force: true })
    // Another run of the same user may have been faster.
    if (!existsSync(folder)) throw error
  }
  return path.join(folder, 'start')
}

async function untar(archive: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const plain = path.join(folder, 'archive.tar')
  await decompress(archive, plain)
  execFileSync('tar', ['-x', '--no-same-owner', '-f', plain, '-C', folder])
  rmSync(plain)
}

async function decompress(file: string, to: string): Promise<void> {
  await pipeline(createReadStream(file), createBrotliDecompress(), createWriteStream(to, { mode: 0o700 }))
}

/** The system's own libraries and letters come first: those of the package are for machines that have none. */
function startScript(unpacked: string, folder: string): string {
  const lines = ['#!/bin/sh']
  if (!startsWithoutHelp(path.join(unpacked, 'chromium'))) {
    lines.push(`export LD_LIBRARY_PATH='${folder}/lib'`)
  }
  if (!existsSync('/etc/fonts/fonts.conf')) {
    writeFileSync(path.join(unpacked, 'fonts.conf'), fontsConfig(folder))
    lines.push(`export FONTCONFIG_FILE='${folder}/fonts.conf'`)
  }
  return [...lines, `exec '${folder}/chromium' "$@"`, ''].join('\n')
}

function fontsConfig(folder: string): string {
  const folders = [`${folder}/fonts`, '/usr/share/fonts'].map((name) => `<dir>${name}</dir>`)
  return `<?xml version="1.0"?>\n<fontconfig>${folders.join('')}<cachedir>${folder}/font-cache</cachedir></fontconfig>\n`
}

function startsWithoutHelp(browser: string): boolean {
  try {
    execFileSync(browser, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
