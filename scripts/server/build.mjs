// @ts-check
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** @typedef {{ email: string, password: string, role: string }} Account */
/**
 * What the application offers around its pages; exported by app/entry.server.tsx.
 * @typedef {object} Boot
 * @property {() => Promise<{ applied: string[] }>} migrate
 * @property {() => Promise<{ loaded: boolean, accounts: Account[] }>} loadDemoIfFirstRun
 * @property {() => () => Promise<void>} followVocabulary
 * @property {() => Promise<{ stop(): Promise<void> }>} startWorker
 * @property {() => Promise<boolean>} ready the database answers and has every migration
 * @property {() => Promise<void>} close closes the connections to the database
 */
/** @typedef {import('@remix-run/node').ServerBuild} ServerBuild */

/**
 * The built application, in this process.
 * @returns {Promise<{ build: ServerBuild, boot: Boot }>}
 */
export async function loadBuild() {
  const file = path.resolve('build/server/index.js')
  if (!fs.existsSync(file)) throw new Error('Silta is not built yet. Run: npm run build')
  const build = await import(pathToFileURL(file).href)
  return { build, boot: build.entry.module.boot }
}
