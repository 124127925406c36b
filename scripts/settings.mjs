// @ts-check
/**
 * Every setting of Silta, and what it is when not given. They come from the environment, or from a file `.env`.
 *
 *   PORT            3000
 *   HOST            the addresses to listen on: this computer only for the demo, all otherwise
 *   PUBLIC_URL      http://localhost:PORT; cookies, links in mail and HTTPS rules follow it
 *   DATABASE_URL    the bundled Postgres, in DATA_DIR/postgres
 *   DATA_DIR        ./data; uploaded files, and the database when it is the bundled one
 *   SILTA_DEMO      on, unless NODE_ENV=production: invented data, loaded into an empty database at the first
 *                   start, and accounts with well-known passwords. A real installation sets `off`.
 *   SILTA_WORKER    `separate`: this process serves pages only, and `npm run worker` does the background work
 *   RESEND_API_KEY  without it mail is kept in Silta and not sent; MAIL_FROM is the sender's address
 *   SMS_URL         where text messages are handed over as JSON `{ to, text }`, with SMS_KEY as bearer; without it
 *                   people get their codes by e-mail only (the demo keeps text messages in Silta like mail)
 *   S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_KEY_ID, S3_SECRET: uploaded files go there instead of DATA_DIR
 *   TRUST_PROXY     how many proxies stand in front (`1`), or their addresses; none
 *   LOG_LEVEL       info; warn for the demo in a terminal
 */
import fs from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string | undefined} host undefined listens on every address
 * @property {string} publicUrl without a final slash
 * @property {string | undefined} databaseUrl
 * @property {string} dataDir absolute
 * @property {boolean} demo
 * @property {boolean} workerHere
 * @property {number | string | false} trustProxy as Express takes it
 */

const isOff = (/** @type {string} */ value) => ['off', '0', 'false', 'no'].includes(value.toLowerCase())

/**
 * Reads the settings, and writes the defaults back to the environment for the application to read.
 * Throws when PORT is not a port.
 *
 * @returns {Settings}
 */
export function readSettings() {
  if (fs.existsSync('.env')) process.loadEnvFile('.env')
  const env = process.env
  const given = (/** @type {string} */ name) => env[name]?.trim() || undefined

  const port = Number(given('PORT') ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is not a port: ${env.PORT}`)
  const demo = !isOff(given('SILTA_DEMO') ?? (env.NODE_ENV === 'production' ? 'off' : 'on'))
  const proxies = given('TRUST_PROXY')

  // React and Express work several times slower outside production mode.
  env.NODE_ENV ??= 'production'
  env.SILTA_DEMO = demo ? '1' : '0'
  env.PUBLIC_URL = (given('PUBLIC_URL') ?? `http://localhost:${port}`).replace(/\/+$/, '')
  env.DATA_DIR = path.resolve(given('DATA_DIR') ?? 'data')
  if (demo && process.stdout.isTTY) env.LOG_LEVEL ??= 'warn'

  return {
    port,
    host: given('HOST') ?? (demo ? '127.0.0.1' : undefined),
    publicUrl: env.PUBLIC_URL,
    databaseUrl: given('DATABASE_URL'),
    dataDir: env.DATA_DIR,
    demo,
    workerHere: given('SILTA_WORKER') !== 'separate',
    trustProxy: proxies === undefined ? false : /^\d+$/.test(proxies) ? Number(proxies) : proxies,
  }
}
