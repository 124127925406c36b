import { expect, test } from 'vitest'
import { readEnv } from '~/platform/env.server'

const storage = {
  S3_ENDPOINT: 'https://s3.example.fi',
  S3_BUCKET: 'silta',
  S3_REGION: 'eu-north-1',
  S3_KEY_ID: 'key',
  S3_SECRET: 'secret',
}

test('nothing needs to be set on a laptop', () => {
  expect(readEnv({})).toMatchObject({
    NODE_ENV: 'development',
    PUBLIC_URL: 'http://localhost:3000',
    DATA_DIR: './data',
    SILTA_DEMO: false,
    s3: undefined,
  })
})

test('an empty variable counts as not set', () => {
  expect(readEnv({ RESEND_API_KEY: '', PUBLIC_URL: '' })).toMatchObject({
    PUBLIC_URL: 'http://localhost:3000',
  })
  expect(readEnv({ RESEND_API_KEY: '' }).RESEND_API_KEY).toBeUndefined()
})

test('the public address loses its final slash', () => {
  expect(readEnv({ PUBLIC_URL: 'https://silta.example.fi/' }).PUBLIC_URL).toBe('https://silta.example.fi')
})

test('S3 storage is given whole or not at all', () => {
  expect(readEnv(storage).s3).toEqual(storage)
  expect(() => readEnv({ ...storage, S3_SECRET: undefined })).toThrow(/S3_SECRET: S3 storage needs all/)
})

test('every wrong setting is named, and no value is repeated', () => {
  const read = () => readEnv({ PUBLIC_URL: 'ftp://hidden', SILTA_DEMO: 'perhaps' })
  expect(read).toThrow(/PUBLIC_URL: .*\n.*SILTA_DEMO: /)
  expect(read).not.toThrow(/hidden|perhaps/)
})
