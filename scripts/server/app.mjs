// @ts-check
import path from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express from 'express'
import { logRequests } from './request-log.mjs'
import { bySection } from './sections.mjs'
import { securityHeaders } from './security-headers.mjs'
import { refuseForeignWrites } from './write-guard.mjs'

const assetsLast = { immutable: true, maxAge: '1y' }
const publicFilesLast = { maxAge: '1h' }
const databaseMayTake = { ms: 2_000 }

/**
 * The HTTP side of Silta: health, headers, files, and Remix for everything else.
 *
 * @param {object} options
 * @param {import('./build.mjs').ServerBuild} options.build
 * @param {import('pino').Logger} options.log
 * @param {string} options.publicUrl
 * @param {number | string | false} options.trustProxy
 * @param {string} options.clientDir the folder with the built files for browsers
 * @param {() => Promise<boolean>} options.isReady
 */
export function createApp({ build, log, publicUrl, trustProxy, clientDir, isReady }) {
  const streams = openStreams()
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)

  app.get('/healthz', (_req, res) => {
    res.type('text').send('ok\n')
  })
  app.get('/readyz', async (_req, res) => {
    const ready = !streams.areClosed() && (await answersInTime(isReady))
    res
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready\n' : 'not ready\n')
  })

  app.use(securityHeaders(publicUrl))
  app.use(compression())
  app.use('/assets', express.static(path.join(clientDir, 'assets'), assetsLast))
  app.use(express.static(clientDir, publicFilesLast))
  app.get('/favicon.ico', (_req, res) => res.redirect(301, '/favicon.svg'))

  app.use(logRequests(log))
  app.use(refuseUnreadableAddress)
  app.use(refuseForeignWrites(publicUrl))
  const handlerAt = bySection(build, (section) =>
    createRequestHandler({
      build: section,
      mode: process.env.NODE_ENV,
      getLoadContext: (req, res) => ({
        cspNonce: res.locals.cspNonce,
        abortSignal: streams.signalFor(res),
        clientAddress: req.ip ?? '',
      }),
    }),
  )
  app.use((req, res, next) => handlerAt(req.path)(req, res, next))
  app.use(answerError(log))
  return { app, closeStreams: streams.closeAll }
}

/**
 * `request.signal` of Remix misses disconnects once its request has been collected as garbage; this signal
 * is held by the response. It also ends the streams that would keep a stopping server alive.
 */
function openStreams() {
  /** @type {Map<import('express').Response, AbortController>} */
  const open = new Map()
  let closed = false
  return {
    areClosed: () => closed,
    /** @param {import('express').Response} res */
    signalFor(res) {
      const controller = new AbortController()
      open.set(res, controller)
      if (closed) controller.abort()
      res.once('close', () => {
        open.delete(res)
        controller.abort()
      })
      return controller.signal
    },
    closeAll() {
      closed = true
      for (const [res, controller] of open) {
        if (!String(res.getHeader('Content-Type')).startsWith('text/event-stream')) continue
        controller.abort()
        res.end()
      }
    },
  }
}

/**
 * @param {() => Promise<boolean>} question
 * @returns {Promise<boolean>} false when it fails or takes too long
 */
async function answersInTime(question) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  /** @type {Promise<boolean>} */
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(() => resolve(false), databaseMayTake.ms)
  })
  try {
    return await Promise.race([question().catch(() => false), tooLate])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * No page has such an address, and Postgres takes no text with a zero character.
 * @type {import('express').RequestHandler}
 */
function refuseUnreadableAddress(req, res, next) {
  const isReadable = isDecodable(req.path) && !/%00/.test(req.originalUrl)
  if (isReadable && URL.canParse(`http://${req.get('host')}`)) return next()
  res.status(400).type('text').send('Bad request\n')
}

/** @param {string} path */
function isDecodable(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/**
 * What fails outside Remix.
 *
 * @param {import('pino').Logger} log
 * @returns {import('express').ErrorRequestHandler}
 */
function answerError(log) {
  return (error, _req, res, next) => {
    if (res.headersSent) return next(error)
    log.error({ err: error }, 'a request failed outside a page')
    res.status(500).type('text').send('Internal error\n')
  }
}
