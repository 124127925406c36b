// @ts-check
import { randomBytes } from 'node:crypto'
import helmet from 'helmet'

const year = { seconds: 365 * 24 * 60 * 60 }

/**
 * Headers for every answer, and a nonce of its own for the scripts of each page in `res.locals.cspNonce`.
 * Over plain http, as on a laptop or in an office network, nothing may demand https.
 *
 * @param {string} publicUrl
 * @returns {import('express').RequestHandler[]}
 */
export function securityHeaders(publicUrl) {
  const https = publicUrl.startsWith('https:')
  return [
    (_req, res, next) => {
      res.locals.cspNonce = randomBytes(16).toString('base64')
      res.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
      next()
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'strict-dynamic'", (_req, res) => `'nonce-${nonceOf(res)}'`],
          scriptSrcAttr: ["'none'"],
          // Components set style attributes and add style elements while open.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      // With no-referrer a browser sends `Origin: null` with plain forms, which the write guard refuses.
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      strictTransportSecurity: https ? { maxAge: year.seconds, includeSubDomains: false } : false,
      crossOriginOpenerPolicy: https,
      originAgentCluster: https,
      xFrameOptions: { action: 'deny' },
    }),
  ]
}

/** @param {import('node:http').ServerResponse} res */
function nonceOf(res) {
  return /** @type {import('express').Response} */ (res).locals.cspNonce
}
