import { createHash } from 'node:crypto'

/** SHA-256 (hex) of plain data, the same whatever order the fields are kept in. */
export function contentHash(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(inKeyOrder(content)))
    .digest('hex')
}

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, inKeyOrder(inner)]))
}
