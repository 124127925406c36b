import { env } from '~/platform/env.server'
import { openDiskStore } from './disk-store.server'
import { openS3Store } from './s3-store.server'

/** Where the bytes of uploaded files are kept, by the id of their row. No address leads there from outside. */
export type FileStore = {
  /** Returns when the bytes are kept for good; an earlier content of the same id is replaced as a whole. */
  put(id: string, bytes: Uint8Array): Promise<void>
  /** Null when there is nothing under this id. */
  get(id: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Removing what is not there is no error. */
  remove(id: string): Promise<void>
}

let store: FileStore | undefined

/** The store the settings ask for. */
export function fileStore(): FileStore {
  const { s3, DATA_DIR } = env()
  store ??= s3 ? openS3Store(s3) : openDiskStore(DATA_DIR)
  return store
}
