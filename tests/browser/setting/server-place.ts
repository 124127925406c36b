import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/**
 * A folder for the data of one test run; the server removes it at its end. Where Postgres has to run as another
 * user than root, that user must be able to pass through.
 */
export function newDataFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'silta-browser-'))
  chmodSync(folder, 0o711)
  return folder
}
