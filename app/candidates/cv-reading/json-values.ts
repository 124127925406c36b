/** Reading of JSON that nobody has checked: what is missing or of another type reads as empty. */
export type Json = Record<string, unknown>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path of keys, or undefined. */
export function valueAt(document: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), document)
}

/** The text or number at a path, trimmed, or an empty text. */
export function stringAt(document: unknown, ...path: string[]): string {
  const value = valueAt(document, ...path)
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** The objects in the list at a path; a single object counts as a list of one. */
export function childrenAt(document: unknown, ...path: string[]): Json[] {
  const value = valueAt(document, ...path)
  if (Array.isArray(value)) return value.filter(isObject)
  return isObject(value) ? [value] : []
}
