// @ts-check
/** The limit: node:http and postgres. Each page is a list of statements, its HTML their rows. */
import { createServer } from 'node:http'
import postgres from 'postgres'

/** @typedef {{ text: string, parameters: unknown[] }} Statement */

const sql = postgres({
  ...JSON.parse(process.env.BARE_DATABASE ?? '{}'),
  max: 20,
  connection: { TimeZone: 'Europe/Helsinki' },
  onnotice: () => {},
})
/** @type {Map<string, Statement[]>} */
const pages = new Map()

process.on('message', (/** @type {{ name: string, statements: Statement[] }} */ page) => {
  pages.set(`/${page.name}`, page.statements)
  process.send?.('kept')
})

const server = createServer(async (request, response) => {
  const statements = pages.get(request.url ?? '')
  if (!statements) return response.writeHead(404).end()
  const results = await Promise.all(statements.map(ask))
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(`<!doctype html><html><body>${results.map(tableOf).join('')}</body></html>`)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.(typeof address === 'object' && address?.port)
})
process.on('SIGTERM', () => process.exit(0))

/** @param {Statement} statement */
function ask({ text, parameters }) {
  const typed = parameters.map((value) =>
    Array.isArray(value) ? sql.typed(/** @type {never} */ (value), 0) : value,
  )
  return sql.unsafe(text, /** @type {never[]} */ (typed), { prepare: true })
}

/** @param {Record<string, unknown>[]} rows */
function tableOf(rows) {
  return `<table>${rows.map((row) => `<tr>${Object.values(row).map(cellOf).join('')}</tr>`).join('')}</table>`
}

/** @param {unknown} value */
function cellOf(value) {
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'object'
        ? JSON.stringify(value)
        : `${value}`
  return `<td>${text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</td>`
}
