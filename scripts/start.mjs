// @ts-check
/**
 * `npm start`: everything between a fresh copy of the source and a running Silta.
 * Until the packages are installed only node's own modules may be imported.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Silta needs Node 20.19 or newer; this is ${process.version}. Get one from https://nodejs.org`,
  )
  process.exit(1)
}

const path = await import('node:path')
const { fileURLToPath } = await import('node:url')
process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))

const { announce, say } = await import('./start/progress.mjs')
const { stopLater, stopAll, stopOnSignals } = await import('./start/stopping.mjs')
stopOnSignals()

try {
  const { readSettings } = await import('./settings.mjs')
  const { buildIfChanged, installIfChanged } = await import('./start/prepare.mjs')
  const settings = readSettings()
  await installIfChanged(say)
  await buildIfChanged(say)

  if (settings.databaseUrl === undefined) {
    const { startPostgres } = await import('./postgres.mjs')
    say('Starting the database')
    const postgres = await startPostgres({ dataDir: path.join(settings.dataDir, 'postgres'), log: say })
    process.env.DATABASE_URL = postgres.url
    stopLater(postgres.stop)
    void postgres.exited.then(() => stopAll(1, 'The database stopped by itself; see postgres.log'))
  }

  const { serve } = await import('./serve.mjs')
  say('Starting Silta')
  const server = await serve(settings, say)
  stopLater(server.close)
  announce({ url: settings.publicUrl, host: settings.host, accounts: server.accounts })
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  await stopAll(1, process.env.LOG_LEVEL === 'debug' && error instanceof Error ? error.stack : reason)
}
