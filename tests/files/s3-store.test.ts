import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FileStore } from '~/files/file-store.server'
import { openS3Store } from '~/files/s3-store.server'

const kept = new Map<string, Buffer>()
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const place = request.url ?? ''
  const signed =
    /^AWS4-HMAC-SHA256 Credential=KEY\/\d{8}\/eu-north-1\/s3\/aws4_request, SignedHeaders=.*host.*, Signature=[0-9a-f]{64}$/
  if (!signed.test(request.headers.authorization ?? '')) return response.writeHead(403).end()
  if (request.method === 'PUT') kept.set(place, Buffer.concat(chunks))
  if (request.method === 'DELETE') return response.writeHead(kept.delete(place) ? 204 : 404).end()
  const found = kept.get(place)
  if (!found) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
  response.writeHead(200).end(request.method === 'GET' ? found : '')
})
let store: FileStore
let endpoint: string
const id = '01997b2c-0000-7000-8000-00000000abcd'

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  store = openS3Store({
    S3_ENDPOINT: endpoint,
    S3_BUCKET: 'silta',
    S3_REGION: 'eu-north-1',
    S3_KEY_ID: 'KEY',
    S3_SECRET: 'SECRET',
  })
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('bytes come back from the bucket as they were put there, every request signed', async () => {
  const bytes = new Uint8Array([0, 1, 254, 255])
  await store.put(id, bytes)
  expect([...kept.keys()]).toEqual([`/silta/files/${id}`])
  expect(await store.get(id)).toEqual(bytes)
})

test('what was removed is null, and removing it again is no error', async () => {
  await store.put(id, new Uint8Array([1]))
  await store.remove(id)
  await store.remove(id)
  expect(await store.get(id)).toBeNull()
})

test('a store that refuses is an error, not a silent loss', async () => {
  const foreign = openS3Store({
    S3_ENDPOINT: endpoint,
    S3_BUCKET: 'silta',
    S3_REGION: 'eu-north-1',
    S3_KEY_ID: 'OTHER',
    S3_SECRET: 'SECRET',
  })
  await expect(foreign.put(id, new Uint8Array([1]))).rejects.toThrow('The S3 store answered 403 to put')
})
