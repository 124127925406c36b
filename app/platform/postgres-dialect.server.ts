import { channel } from 'node:diagnostics_channel'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  IdentifierNode,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
  RawNode,
  type RootOperationNode,
  type TransactionSettings,
} from 'kysely'
import type { Row, RowList } from 'postgres'
import { ConnectionLostError, PostgresClient } from './postgres-client.server'

/**
 * Hears every statement, for counting and repeating what a page asks. Parameters hold personal data: no listener
 * of the running application may write them down.
 */
export const statements = channel('silta:statement')

type PostgresDialectConfig = {
  /** Asked for at the first connection, so that a process may choose its database after loading its modules. */
  url: () => string
  /** Connections at most; further work waits for one. */
  connections: number
  /** How long work may wait for a free connection before it fails. */
  waitSeconds: number
}

/** How long one session lives: the server keeps every prepared statement of a session in memory. */
const sessionLasts = { minutes: 30 }

/** Kysely on postgres.js. Every piece of work has a connection of its own until it is done. */
export class PostgresDialect implements Dialect {
  constructor(readonly config: PostgresDialectConfig) {}

  createAdapter = () => new PostgresAdapter()
  createDriver = () => new PostgresDriver(this.config)
  createIntrospector = (db: ConstructorParameters<typeof PostgresIntrospector>[0]) =>
    new PostgresIntrospector(db)
  createQueryCompiler = () => new PostgresQueryCompiler()
}

/** The transaction did not commit: the server rolled it back because a statement in it had failed. */
export class CommitRefusedError extends Error {
  override name = 'CommitRefusedError'
}

type Waiting = { take: (connection: PostgresConnection) => void; fail: (reason: Error) => void }

class PostgresDriver implements Driver {
  #idle: PostgresConnection[] = []
  #waiting: Waiting[] = []
  #all = new Set<PostgresConnection>()

  constructor(readonly config: PostgresDialectConfig) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    const connection = this.#idle.pop() ?? this.#add() ?? (await this.#next())
    connection.take()
    return connection
  }

  async releaseConnection(connection: PostgresConnection): Promise<void> {
    connection.rest()
    const next = this.#waiting.shift()
    if (next) next.take(connection)
    else this.#idle.push(connection)
  }

  beginTransaction = (connection: PostgresConnection, settings: TransactionSettings) =>
    connection.begin(settings)
  commitTransaction = (connection: PostgresConnection) => connection.commit()
  rollbackTransaction = (connection: PostgresConnection) => connection.rollback()

  savepoint = (connection: PostgresConnection, name: string, compile: QueryCompiler['compileQuery']) =>
    connection.executeSavepoint('savepoint', name, compile)
  rollbackToSavepoint = (
    connection: PostgresConnection,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ) => connection.executeSavepoint('rollback to savepoint', name, compile)
  releaseSavepoint = (connection: PostgresConnection, name: string, compile: QueryCompiler['compileQuery']) =>
    connection.executeSavepoint('release savepoint', name, compile)

  async destroy(): Promise<void> {
    for (const { fail } of this.#waiting.splice(0)) fail(new Error('The database has been closed'))
    await Promise.all(Array.from(this.#all, (connection) => connection.close()))
  }

  #add(): PostgresConnection | undefined {
    if (this.#all.size >= this.config.connections) return undefined
    const connection = new PostgresConnection(this.config.url)
    this.#all.add(connection)
    return connection
  }

  #next(): Promise<PostgresConnection> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        take: (connection) => {
          clearTimeout(tooLong)
          resolve(connection)
        },
        fail: (reason) => {
          clearTimeout(tooLong)
          reject(reason)
        },
      }
      const tooLong = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting)
        reject(new Error(`No database connection became free in ${this.config.waitSeconds} s`))
      }, this.config.waitSeconds * 1000)
      this.#waiting.push(waiting)
    })
  }
}

/**
 * A place in the pool. Its session is opened when first needed and replaced when it was lost, but only before the
 * first statement of a piece of work: later a new session would lack the work's transaction, locks and settings.
 */
class PostgresConnection implements DatabaseConnection {
  #client: PostgresClient | undefined
  #work: 'not begun' | 'begun' | 'in transaction' | 'over' = 'not begun'
  #onlyTransaction = false

  constructor(readonly url: () => string) {}

  take(): void {
    this.#work = 'not begun'
  }

  /** Ends the work; an old session is not used again. */
  rest(): void {
    this.#work = 'over'
    if (this.#client && Date.now() - this.#client.openedAt > sessionLasts.minutes * 60_000) this.#discard()
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const simple = query.query.kind === 'RawNode' && query.parameters.length === 0
    const result = await this.#run(query.sql, query.parameters, simple, isRead(query.query))
    return { rows: [...result] as R[], numAffectedRows: affectedRows(result) }
  }

  async *streamQuery<R>(query: CompiledQuery, chunkSize = 100): AsyncIterableIterator<QueryResult<R>> {
    const client = this.#startStatement()
    for await (const rows of client.stream({ text: query.sql, parameters: query.parameters }, chunkSize)) {
      yield { rows: rows as R[] }
    }
  }

  async begin({ isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    this.#onlyTransaction = this.#work === 'not begun'
    const text = ['begin', isolationLevel && `isolation level ${isolationLevel}`, accessMode]
      .filter(Boolean)
      .join(' ')
    await this.#run(text, [], true, true)
    this.#work = 'in transaction'
  }

  async commit(): Promise<void> {
    const { command } = await this.#end('commit')
    if (command === 'ROLLBACK') {
      throw new CommitRefusedError('Nothing was saved: a statement in the transaction had failed')
    }
  }

  /** Never fails: a transaction whose connection is gone has been rolled back by the server. */
  async rollback(): Promise<void> {
    if (this.#work !== 'in transaction') return
    await this.#end('rollback').catch(() => this.#discard())
  }

  async executeSavepoint(
    command: string,
    name: string,
    compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    const statement = RawNode.create([`${command} `, ''], [IdentifierNode.create(name)])
    await this.executeQuery(compile(statement, { queryId: '' }))
  }

  async close(): Promise<void> {
    await this.#client?.close()
  }

  #discard(): void {
    void this.#client?.close()
    this.#client = undefined
  }

  /**
   * Statements that nobody waited for and that come after the end are refused: the server would save them on
   * their own.
   */
  async #end(command: 'commit' | 'rollback'): Promise<RowList<Row[]>> {
    const client = this.#startStatement()
    this.#work = 'over'
    const result = await client.query({ text: command, parameters: [], simple: true })
    if (!this.#onlyTransaction) this.#work = 'begun'
    return result
  }

  #startStatement(): PostgresClient {
    if (this.#work === 'over') throw new Error('The work that this database connection was taken for is over')
    if (this.#work === 'not begun') {
      if (this.#client?.lost) this.#client = undefined
      this.#client ??= new PostgresClient(this.url())
      this.#work = 'begun'
    }
    if (!this.#client) throw new Error('This database connection has no session')
    return this.#client
  }

  /** A first statement that may run twice is tried again on a new session when its own turns out to be gone. */
  async #run(text: string, parameters: readonly unknown[], simple: boolean, repeatable: boolean) {
    const first = this.#work === 'not begun'
    const statement = { text, parameters, simple }
    statements.publish(statement)
    try {
      return await this.#startStatement().query(statement)
    } catch (error) {
      if (!first || !repeatable || !(error instanceof ConnectionLostError)) throw error
      this.#discard()
      this.#work = 'not begun'
      return await this.#startStatement().query(statement)
    }
  }
}

/** A select from a table, without writes in its `with`: a select of a function alone may do anything. */
function isRead(node: RootOperationNode): boolean {
  if (node.kind !== 'SelectQueryNode' || !node.from) return false
  return (node.with?.expressions ?? []).every(({ expression }) => expression.kind === 'SelectQueryNode')
}

function affectedRows({ command, count }: RowList<Row[]>): bigint | undefined {
  return ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command) ? BigInt(count) : undefined
}
