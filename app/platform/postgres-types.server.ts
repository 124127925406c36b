/**
 * How values cross between PostgreSQL and JavaScript.
 *
 * | column                  | read as                | written as                        |
 * | ----------------------- | ---------------------- | --------------------------------- |
 * | date                    | `'YYYY-MM-DD'`         | the same text                     |
 * | timestamptz             | `Date`                 | `Date` or ISO text                |
 * | timestamp, time         | text                   | text                              |
 * | int8, numeric           | number                 | number or text                    |
 * | json, jsonb             | parsed value           | the value itself, never its text  |
 * | bytea                   | `Buffer`               | `Buffer` or `Uint8Array`          |
 * | text[], uuid[], int4[]… | array                  | array, one dimension              |
 *
 * An int8 outside JavaScript's exact whole numbers is an error, not a rounded number. A numeric is for showing:
 * sums of money are made in SQL.
 */

type Serialize = (value: unknown) => string
type Parse = (text: string) => unknown
type PostgresType = { to: number; from: number[]; serialize: Serialize; parse: Parse }

const asText: Serialize = (value) => String(value)
const asInstant: Serialize = (value) => (value instanceof Date ? value.toISOString() : String(value))
const unchanged: Parse = (text) => text

function wholeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError('An int8 is too large to be an exact number')
  return number
}

const element = {
  text: { serialize: asText, parse: unchanged },
  boolean: { serialize: (value: unknown) => (value ? 't' : 'f'), parse: (text: string) => text === 't' },
  number: { serialize: asText, parse: Number },
  wholeNumber: { serialize: asText, parse: wholeNumber },
  instant: { serialize: asInstant, parse: (text: string) => new Date(text) },
  json: { serialize: (value: unknown) => JSON.stringify(value), parse: (text: string) => JSON.parse(text) },
}

function scalar(oids: number[], { serialize, parse }: { serialize: Serialize; parse: Parse }): PostgresType {
  return { to: oids[0] ?? 0, from: oids, serialize, parse }
}

function arrayOf(oids: number[], { serialize, parse }: { serialize: Serialize; parse: Parse }): PostgresType {
  return {
    to: oids[0] ?? 0,
    from: oids,
    serialize: (value) => (Array.isArray(value) ? arrayLiteral(value, serialize) : String(value)),
    parse: (text) => parseArrayLiteral(text, parse),
  }
}

/** Writes `{"a","b",NULL}`: every element quoted, so that no element can be read as syntax. */
function arrayLiteral(values: unknown[], serialize: Serialize): string {
  const elements = values.map((value) =>
    value === null || value === undefined ? 'NULL' : `"${serialize(value).replace(/[\\"]/g, '\\$&')}"`,
  )
  return `{${elements.join(',')}}`
}

/** Reads what PostgreSQL prints for an array of one dimension; nested arrays are an error. */
function parseArrayLiteral(text: string, parse: Parse): unknown[] {
  if (!text.startsWith('{') || text.startsWith('{{')) throw new Error('Only arrays of one dimension are read')
  const elements = text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/gs)
  return Array.from(elements, ([, quoted, bare]) => {
    if (quoted !== undefined) return parse(quoted.replace(/\\(.)/gs, '$1'))
    return bare === undefined || bare === 'NULL' ? null : parse(bare)
  })
}

/** The numbers are PostgreSQL's own type identifiers (`pg_type.oid`), fixed for built-in types. */
export const postgresTypes: Record<string, PostgresType> = {
  calendarDay: scalar([1082], element.text),
  clock: scalar([1083, 1114], element.text),
  instant: scalar([1184], element.instant),
  int8: scalar([20], element.wholeNumber),
  numeric: scalar([1700], element.number),
  texts: arrayOf([1009, 1002, 1003, 1014, 1015, 2951, 1182, 1183, 1115], element.text),
  booleans: arrayOf([1000], element.boolean),
  numbers: arrayOf([1007, 1005, 1021, 1022, 1028, 1231], element.number),
  wholeNumbers: arrayOf([1016], element.wholeNumber),
  instants: arrayOf([1185], element.instant),
  jsons: arrayOf([3807, 199], element.json),
}
