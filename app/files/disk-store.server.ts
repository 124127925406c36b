import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { FileStore } from './file-store.server'

/** Files in folders of their own under `dataDir`, readable to nobody but the account that runs Silta. */
export function openDiskStore(dataDir: string): FileStore {
  const root = path.resolve(dataDir, 'files')
  // The ends of time-ordered ids spread evenly; their beginnings do not.
  const placeOf = (id: string) => path.join(root, id.slice(-2), id)
  return {
    async put(id, bytes) {
      const place = placeOf(id)
      const folder = path.dirname(place)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const unfinished = path.join(folder, `${randomUUID()}.part`)
      try {
        await writeForGood(unfinished, bytes)
        await rename(unfinished, place)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
      await flushFolder(folder)
    },
    async get(id) {
      try {
        return new Uint8Array(await readFile(placeOf(id)))
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
    },
    async remove(id) {
      await rm(placeOf(id), { force: true })
    },
  }
}

async function writeForGood(place: string, bytes: Uint8Array): Promise<void> {
  const file = await open(place, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name is safe from a power cut only when its folder has been written too. */
async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file system keeps names by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
