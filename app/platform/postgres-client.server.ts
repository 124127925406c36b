import { connect, type Socket } from 'node:net'
import postgres from 'postgres'
import { postgresTypes } from './postgres-types.server'

type ClientOptions = postgres.Options<Record<string, postgres.PostgresType>>
type Address = { path?: string | false; host: string[]; port: number[]; connect_timeout: number }
type Statement = { text: string; parameters: readonly unknown[]; simple: boolean }

/** How long a server may take to answer a new connection, unless its address says otherwise. */
const connectTimeout = { seconds: 10 }

/** A session speaks of Finnish calendar days: `current_date` and `::date` turn at midnight in Helsinki. */
const session = { application_name: 'silta', TimeZone: 'Europe/Helsinki' }

/** The connection to the server is gone; what it was doing may or may not have happened. */
export class ConnectionLostError extends Error {
  override name = 'ConnectionLostError'
  code = 'CONNECTION_CLOSED'
}

/** How the driver, the server (57P01: an administrator ended the session) and the system tell of the same. */
const lostCodes = ['CONNECTION_CLOSED', '57P01', 'ECONNRESET', 'EPIPE']

/**
 * One session on the server, opened by its first statement and never opened again: once lost it answers every
 * statement with an error. postgres.js itself reconnects, and would run the rest of a transaction outside it.
 */
export class PostgresClient {
  readonly openedAt = Date.now()
  #lost = false
  #dialled = false
  #waiting = new Set<(reason: unknown) => void>()
  #sql: postgres.Sql

  constructor(url: string) {
    const options: ClientOptions & { socket: (address: Address) => Promise<Socket> } = {
      ...optionsFromUrl(url),
      max: 1,
      // Both of these close a connection between two statements of one transaction.
      idle_timeout: undefined,
      max_lifetime: null,
      // The array types are listed in postgresTypes: asking the server fails outside anybody's reach when it goes away.
      fetch_types: false,
      types: postgresTypes,
      connection: session,
      onnotice: () => {},
      onclose: () => this.#lose(),
      socket: (address) => this.#dial(address),
    }
    this.#sql = postgres(options)
  }

  get lost(): boolean {
    return this.#lost
  }

  /** Runs one statement; `simple` sends it unprepared, which allows several statements in one text. */
  query({ text, parameters, simple }: Statement): Promise<postgres.RowList<postgres.Row[]>> {
    const protocol = { prepare: !simple, simple }
    return this.#untilLost(() => this.#sql.unsafe(text, this.#bind(parameters), protocol))
  }

  /** Reads rows `size` at a time. A connection lost on the way is an error, never an early end. */
  async *stream(
    { text, parameters }: Omit<Statement, 'simple'>,
    size: number,
  ): AsyncGenerator<postgres.Row[]> {
    const query = this.#sql.unsafe(text, this.#bind(parameters), { prepare: true })
    const rows = query.cursor(size)[Symbol.asyncIterator]()
    try {
      while (true) {
        const next = await this.#untilLost(() => rows.next())
        if (next.done) return
        yield [...next.value]
      }
    } finally {
      // On a lost connection the driver would answer by writing to a socket that is no more.
      if (!this.#lost) await rows.return?.()
    }
  }

  /** Closes the session; a statement still running after a second is cut off. */
  async close(): Promise<void> {
    await this.#sql.end({ timeout: 1 }).catch(() => {})
    this.#lose()
  }

  #bind(parameters: readonly unknown[]): postgres.ParameterOrJSON<never>[] {
    // Left to itself the driver names an array's type after its first element; 0 lets the server say.
    return parameters.map((value) =>
      Array.isArray(value) ? this.#sql.typed(value as never, 0) : value,
    ) as never[]
  }

  async #untilLost<T>(work: () => PromiseLike<T>): Promise<T> {
    if (this.#lost) throw new ConnectionLostError('The database connection was lost')
    let stopWaiting = () => {}
    try {
      return await new Promise<T>((resolve, reject) => {
        this.#waiting.add(reject)
        stopWaiting = () => this.#waiting.delete(reject)
        work().then(resolve, reject)
      })
    } catch (error) {
      throw readable(error)
    } finally {
      stopWaiting()
    }
  }

  #lose(): void {
    this.#lost = true
    for (const reject of this.#waiting) reject(new ConnectionLostError('The database connection was lost'))
  }

  /** Called by the driver for every connection it wants; it gets one. */
  async #dial(address: Address): Promise<Socket> {
    try {
      if (this.#dialled) throw new ConnectionLostError('The database hung up before it answered')
      this.#dialled = true
      return await openSocket(address)
    } catch (error) {
      this.#lost = true
      throw error
    }
  }
}

/**
 * Points the stack at the caller instead of the socket, and hides the fields in which PostgreSQL repeats values of
 * a row from anything that prints an error: they hold personal data. `error.detail` can still be read by name.
 */
function readable(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (lostCodes.includes(code) && !(error instanceof ConnectionLostError)) {
    return new ConnectionLostError(`The database connection was lost (${code})`)
  }
  Error.captureStackTrace(error, readable)
  for (const field of ['detail', 'where', 'internal_query']) {
    if (field in error) Object.defineProperty(error, field, { enumerable: false })
  }
  return error
}

function openSocket(address: Address): Promise<Socket> {
  const {
    path,
    host: [host = 'localhost'],
    port: [port = 5432],
    connect_timeout: seconds,
  } = address
  const socket = path ? connect(path) : connect(port, host)
  // The driver reads the name to check a certificate against from here.
  Object.assign(socket, { host })
  return new Promise((resolve, reject) => {
    socket.setTimeout(seconds * 1000, () =>
      socket.destroy(new ConnectionLostError(`No answer from the database in ${seconds} s`)),
    )
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.setTimeout(0)
      resolve(socket)
    })
  })
}

/**
 * Reads `postgres://user:password@host:5432/name?sslmode=require`. A Unix socket is given as its folder:
 * `postgres://user@localhost/name?host=%2Fpath%2Fto%2Ffolder`. `connect_timeout` is in seconds.
 */
export function optionsFromUrl(url: string): ClientOptions {
  const { username, password, hostname, port, pathname, searchParams } = new URL(url)
  const folder = searchParams.get('host')
  const sslmode = searchParams.get('sslmode')
  return {
    username: decodeURIComponent(username) || 'silta',
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || 'silta',
    host: folder ?? decodeURIComponent(hostname),
    port: Number(port || 5432),
    path: folder?.startsWith('/') ? `${folder}/.s.PGSQL.${port || 5432}` : undefined,
    ssl:
      sslmode === null || sslmode === 'disable' ? false : (sslmode as 'require' | 'prefer' | 'verify-full'),
    connect_timeout: Number(searchParams.get('connect_timeout') ?? connectTimeout.seconds),
  }
}
