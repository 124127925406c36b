import { AwsClient } from 'aws4fetch'
import type { Env } from '~/platform/env.server'
import type { FileStore } from './file-store.server'

const RETRIES = 2

/** Files in one bucket of any S3-compatible store, addressed by path, each request signed. */
export function openS3Store(s3: NonNullable<Env['s3']>): FileStore {
  const client = new AwsClient({
    accessKeyId: s3.S3_KEY_ID,
    secretAccessKey: s3.S3_SECRET,
    region: s3.S3_REGION,
    service: 's3',
    retries: RETRIES,
  })
  const addressOf = (id: string) =>
    `${s3.S3_ENDPOINT.replace(/\/+$/, '')}/${encodeURIComponent(s3.S3_BUCKET)}/files/${id}`
  return {
    async put(id, bytes) {
      const answer = await client.fetch(addressOf(id), { method: 'PUT', body: new Uint8Array(bytes) })
      await answer.arrayBuffer()
      if (!answer.ok) throw refusal('put', answer)
    },
    async get(id) {
      const answer = await client.fetch(addressOf(id))
      const bytes = new Uint8Array(await answer.arrayBuffer())
      if (answer.status === 404) return null
      if (!answer.ok) throw refusal('get', answer)
      return bytes
    },
    async remove(id) {
      const answer = await client.fetch(addressOf(id), { method: 'DELETE' })
      await answer.arrayBuffer()
      if (!answer.ok && answer.status !== 404) throw refusal('remove', answer)
    },
  }
}

function refusal(what: string, answer: Response): Error {
  return new Error(`The S3 store answered ${answer.status} to ${what}`)
}
