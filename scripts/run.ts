import path from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { closeDb } from '~/platform/db.server'
import { connectOrStart } from './postgres.mjs'

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>

type Script<O extends Options> = {
  /** What the script is called and does, shown by `--help`. */
  name: string
  about: string
  /** As for `parseArgs`; `description` is shown by `--help`. */
  options?: O
  /** Set for a script that never asks the application's database. */
  withoutDatabase?: boolean
}

type Work<O extends Options> = (given: {
  values: Parsed<O>['values']
  files: string[]
  /** Writes a line to stderr: results alone go to stdout. */
  log: (line: string) => void
}) => Promise<void>

/**
 * The frame of every script: reads the arguments, finds the database, does the work, closes everything and
 * sets the exit code (0 done, 1 failed, 2 wrong arguments).
 *
 * Without `DATABASE_URL` it uses the bundled Postgres under `DATA_DIR`: the running application's, or its own.
 */
export async function run<const O extends Options>(script: Script<O>, work: Work<O>): Promise<void> {
  const log = (line: string) => process.stderr.write(`${script.name}: ${line}\n`)
  const given = readArguments(script, log)
  if (!given) return

  const began = Date.now()
  const postgres = script.withoutDatabase ? undefined : await openPostgres(log)
  try {
    await work({ values: given.values, files: given.positionals, log })
    log(`done in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  } catch (error) {
    process.exitCode = 1
    log(`failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`)
  } finally {
    await closeDb()
    await postgres?.stop()
  }
}

function readArguments<O extends Options>(
  script: Script<O>,
  log: (line: string) => void,
): Parsed<O> | undefined {
  const options = { ...script.options, help: { type: 'boolean', short: 'h' } } as const
  try {
    const parsed = parseArgs({ options, allowPositionals: true })
    if (!parsed.values.help) return parsed as unknown as Parsed<O>
    process.stdout.write(`${script.about}\n\n${usage(options)}\n`)
  } catch (error) {
    process.exitCode = 2
    log(`${error instanceof Error ? error.message : error}\n${usage(options)}`)
  }
  return undefined
}

function usage(options: Options): string {
  return Object.entries(options)
    .map(([name, { type }]) => `  --${name}${type === 'string' ? ' <value>' : ''}`)
    .join('\n')
}

async function openPostgres(log: (line: string) => void): Promise<{ stop: () => Promise<void> } | undefined> {
  if (process.env.DATABASE_URL) return undefined
  const dataDir = path.join(process.env.DATA_DIR || './data', 'postgres')
  const postgres = await connectOrStart({ dataDir, log })
  process.env.DATABASE_URL = postgres.url
  return postgres
}
