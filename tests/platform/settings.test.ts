import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettings } from '../../scripts/settings.mjs'

const before = { ...process.env }

beforeEach(() => {
  for (const name of [
    'NODE_ENV',
    'PORT',
    'HOST',
    'PUBLIC_URL',
    'SILTA_DEMO',
    'SILTA_WORKER',
    'TRUST_PROXY',
  ]) {
    delete process.env[name]
  }
})
afterEach(() => {
  process.env = { ...before }
})

function settingsWith(given: Record<string, string>) {
  Object.assign(process.env, given)
  return readSettings()
}

test('a laptop gets the demo, in production mode, for itself only', () => {
  expect(settingsWith({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    demo: true,
    workerHere: true,
    trustProxy: false,
  })
  expect(process.env.NODE_ENV).toBe('production')
  expect(process.env.SILTA_DEMO).toBe('1')
})

test('a production installation has no demo and listens on every address', () => {
  expect(settingsWith({ NODE_ENV: 'production' })).toMatchObject({ demo: false, host: undefined })
  expect(process.env.SILTA_DEMO).toBe('0')
})

test('the demo follows SILTA_DEMO, whatever the mode', () => {
  expect(settingsWith({ SILTA_DEMO: 'off' }).demo).toBe(false)
  expect(settingsWith({ NODE_ENV: 'production', SILTA_DEMO: 'on' }).demo).toBe(true)
})

test('the public address follows the port, and loses its final slash', () => {
  expect(settingsWith({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080')
  expect(settingsWith({ PUBLIC_URL: 'https://silta.example/' }).publicUrl).toBe('https://silta.example')
})

test('a port that is none is refused', () => {
  expect(() => settingsWith({ PORT: 'web' })).toThrow('PORT is not a port: web')
  expect(() => settingsWith({ PORT: '70000' })).toThrow('PORT is not a port')
})

test('proxies are counted or named', () => {
  expect(settingsWith({ TRUST_PROXY: '1' }).trustProxy).toBe(1)
  expect(settingsWith({ TRUST_PROXY: 'loopback' }).trustProxy).toBe('loopback')
})
