import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { AppLoadContext, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../../scripts/server/app.mjs'
import { maskedPath } from '../../scripts/server/request-log.mjs'

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string }

/** A Remix build of two resource routes: one tells its nonce or repeats what it was sent, one never ends. */
function buildWith(seen: { context?: AppLoadContext }): ServerBuild {
  const modules = {
    root: { default: () => null },
    echo: {
      loader: ({ context }: LoaderFunctionArgs) => new Response(context.cspNonce),
      action: async ({ request }: LoaderFunctionArgs) => new Response(`got ${await request.text()}`),
    },
    stream: {
      loader: ({ context }: LoaderFunctionArgs) => {
        seen.context = context
        const body = new ReadableStream({
          start: (flow) => flow.enqueue(new TextEncoder().encode('data: 1\n\n')),
        })
        return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } })
      },
    },
  }
  const routes = Object.entries(modules).map(([id, module]) => {
    const place = id === 'root' ? { id, path: '' } : { id, path: id, parentId: 'root' }
    return [id, { ...place, module }] as const
  })
  const manifest = routes.map(([id, { module: _module, ...place }]) => [
    id,
    { ...place, module: `/${id}.js` },
  ])
  return {
    entry: { module: { default: () => new Response('page') } },
    routes: Object.fromEntries(routes),
    assets: {
      entry: { module: '', imports: [] },
      routes: Object.fromEntries(manifest),
      url: '',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    basename: '/',
    isSpaMode: false,
    future: { v3_singleFetch: true },
  } as unknown as ServerBuild
}

async function serve({ publicUrl = 'http://localhost', isReady = async () => true } = {}) {
  const clientDir = fs.mkdtempSync(path.join(os.tmpdir(), 'silta-client-'))
  fs.mkdirSync(path.join(clientDir, 'assets'))
  fs.writeFileSync(path.join(clientDir, 'assets', 'app-1a2b.js'), '1')
  const logged: Array<Record<string, unknown>> = []
  const log = pino({ base: null }, { write: (line: string) => logged.push(JSON.parse(line)) })
  const seen: { context?: AppLoadContext } = {}
  const build = buildWith(seen)
  const { app, closeStreams } = createApp({ build, log, publicUrl, trustProxy: false, clientDir, isReady })
  const server = http.createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
    fs.rmSync(clientDir, { recursive: true })
  })
  const { port } = server.address() as AddressInfo

  // fetch() sets Sec-Fetch-* headers of its own; the plain client sends what it is told.
  const open = async (url: string, { method = 'GET', headers = {} as Record<string, string> } = {}) => {
    const request = http.request({ host: '127.0.0.1', port, path: url, method, headers })
    request.end(method === 'POST' ? 'form' : undefined)
    const [response] = (await once(request, 'response')) as [http.IncomingMessage]
    return { request, response }
  }
  const ask = async (...what: Parameters<typeof open>): Promise<Answer> => {
    const { response } = await open(...what)
    let body = ''
    for await (const chunk of response) body += chunk
    return { status: response.statusCode ?? 0, headers: response.headers, body }
  }
  return { ask, open, host: `127.0.0.1:${port}`, closeStreams, logged, seen }
}

test('the process is healthy whatever the database does, and ready only when that is', async () => {
  const broken = await serve({ isReady: () => Promise.reject(new Error('no database')) })
  expect((await broken.ask('/healthz')).status).toBe(200)
  expect((await broken.ask('/readyz')).status).toBe(503)

  const behind = await serve({ isReady: async () => false })
  expect((await behind.ask('/readyz')).status).toBe(503)

  const sound = await serve()
  expect((await sound.ask('/readyz')).status).toBe(200)
  sound.closeStreams()
  expect((await sound.ask('/readyz')).status).toBe(503)
})

test('each page has a script nonce of its own, the same in header and context', async () => {
  const { ask } = await serve()
  const [first, second] = [await ask('/echo'), await ask('/echo')]
  expect(first.headers['content-security-policy']).toContain(`'nonce-${first.body}'`)
  expect(second.body).not.toBe(first.body)
})

test('only an https address demands https', async () => {
  const plain = (await (await serve()).ask('/echo')).headers
  expect(plain['strict-transport-security']).toBeUndefined()
  expect(plain['content-security-policy']).not.toContain('upgrade-insecure-requests')
  expect(plain['referrer-policy']).toBe('strict-origin-when-cross-origin')

  const secure = (await (await serve({ publicUrl: 'https://silta.example' })).ask('/echo')).headers
  expect(secure['strict-transport-security']).toMatch(/^max-age=31536000$/)
  expect(secure['content-security-policy']).toContain('upgrade-insecure-requests')
})

test('a form is accepted from our own pages only', async () => {
  const { ask, host } = await serve({ publicUrl: 'https://silta.example' })
  const post = async (headers: Record<string, string>) =>
    (await ask('/echo', { method: 'POST', headers })).status

  expect(await post({ 'sec-fetch-site': 'same-origin' })).toBe(200)
  expect(await post({ origin: `http://${host}` })).toBe(200)
  expect(await post({ 'sec-fetch-site': 'none', origin: `http://${host}` })).toBe(200)

  expect(await post({})).toBe(403)
  expect(await post({ 'sec-fetch-site': 'none' })).toBe(403)
  expect(await post({ 'sec-fetch-site': 'cross-site', origin: `http://${host}` })).toBe(403)
  expect(await post({ 'sec-fetch-site': 'same-site' })).toBe(403)
  expect(await post({ origin: 'null' })).toBe(403)
  expect(await post({ origin: 'https://elsewhere.example' })).toBe(403)
  expect((await ask('/echo', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200)
})

test('built files are kept for good, other answers are not', async () => {
  const { ask } = await serve()
  expect((await ask('/assets/app-1a2b.js')).headers['cache-control']).toBe(
    'public, max-age=31536000, immutable',
  )
  expect((await ask('/echo')).headers['cache-control']).toBeUndefined()
})

test('the log has a line for each request, without ids, tokens or search words', async () => {
  const { ask, logged } = await serve()
  await ask('/echo?search=Virtanen')
  await expect.poll(() => logged).toMatchObject([{ method: 'GET', path: '/echo', status: 200 }])
  expect(JSON.stringify(logged)).not.toContain('Virtanen')

  expect(maskedPath('/companies/0198c5b2-6c1f-7a34-9b51-c21a1ff8e0d1/contacts.data?_routes=x')).toBe(
    '/companies/:id/contacts.data',
  )
  expect(maskedPath('/invitation/k3J9xQ')).toBe('/invitation/:id')
  expect(maskedPath('/p/abcdefghijklmnopqrstuvwxyzabcdef')).toBe('/p/:id')
  expect(maskedPath('/search/M%C3%A4kinen')).toBe('/search/:id')
})

test('the signal of a request tells when the browser has gone', async () => {
  const { open, seen } = await serve()
  const { request } = await open('/stream')
  expect(seen.context?.abortSignal.aborted).toBe(false)
  request.destroy()
  await expect.poll(() => seen.context?.abortSignal.aborted).toBe(true)
})

test('a stopping server ends its streams', async () => {
  const { open, seen, closeStreams } = await serve()
  const { response } = await open('/stream')
  response.resume()
  closeStreams()
  await once(response, 'end')
  expect(seen.context?.abortSignal.aborted).toBe(true)
})

test('an address that cannot be read is a bad request, not a failure', async () => {
  const { ask, logged } = await serve()
  expect((await ask('/%E0%A4%A')).status).toBe(400)
  expect((await ask('/echo', { headers: { host: 'not a host' } })).status).toBe(400)
  expect((await ask('/echo?search=a%00b')).status).toBe(400)
  expect(logged.filter(({ level }) => Number(level) >= 50)).toEqual([])
})
