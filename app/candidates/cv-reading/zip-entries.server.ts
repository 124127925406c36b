import { strFromU8, unzipSync } from 'fflate'

import { CvRefusal } from './cv-refusal'

// A CV's text part is well under a megabyte; what unpacks to more than this is not read.
const MOST_UNPACKED_BYTES = 40 * 1024 * 1024

/**
 * Unpacks the entries that `wanted` picks from a zip container, as text by name. Sizes are summed before
 * anything is unpacked, and fflate never writes past the size an entry declares.
 * Throws CvRefusal 'too_large' for a zip bomb and 'damaged' for a broken container.
 */
export function readZipEntries(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, string> {
  let unpacked = 0
  try {
    const entries = unzipSync(bytes, {
      filter: (entry) => {
        if (!wanted(entry.name)) return false
        unpacked += entry.originalSize
        if (unpacked > MOST_UNPACKED_BYTES) throw new CvRefusal('too_large')
        return true
      },
    })
    return new Map(Object.entries(entries).map(([name, content]) => [name, strFromU8(content)]))
  } catch (error) {
    if (error instanceof CvRefusal) throw error
    throw new CvRefusal('damaged')
  }
}

/** Names of all entries, without unpacking any. Throws CvRefusal('damaged'). */
export function zipEntryNames(bytes: Uint8Array): string[] {
  const names: string[] = []
  readZipEntries(bytes, (name) => {
    names.push(name)
    return false
  })
  return names
}
