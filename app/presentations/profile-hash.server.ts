import { createHash } from 'node:crypto'
import type { ShownMatch, ShownProfile } from './shown-profile'

/** SHA-256 (hex) of what an employer is shown, the same whatever order the fields are kept in. */
export function profileHash(profile: ShownProfile, match: ShownMatch | null): string {
  return createHash('sha256')
    .update(JSON.stringify(inKeyOrder([profile, match])))
    .digest('hex')
}

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, inKeyOrder(inner)]))
}
