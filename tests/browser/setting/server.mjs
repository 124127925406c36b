// @ts-check
/** Silta as `npm start` runs it, on a data folder that goes away with it. */
import { rmSync } from 'node:fs'

const { DATA_DIR } = process.env
if (!DATA_DIR) throw new Error('DATA_DIR must name the folder of this run')
process.on('exit', () => rmSync(DATA_DIR, { recursive: true, force: true }))

// A test run that is killed cannot stop its server.
const testRun = process.ppid
setInterval(() => {
  if (process.ppid !== testRun) process.kill(process.pid, 'SIGTERM')
}, 1_000).unref()

await import('../../../scripts/start.mjs')
