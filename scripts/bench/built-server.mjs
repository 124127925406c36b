// @ts-check
/** Silta as `npm start` serves it, on a port of the system's choice. */
import { serve } from '../serve.mjs'
import { readSettings } from '../settings.mjs'

const server = await serve(readSettings(), () => {})
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))
process.send?.(server.port)
