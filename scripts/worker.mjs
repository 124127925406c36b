// @ts-check
/** `npm run worker`: the background work alone, beside servers started with SILTA_WORKER=separate. */
import { loadBuild } from './server/build.mjs'
import { readSettings } from './settings.mjs'
import { stopAll, stopLater, stopOnSignals } from './start/stopping.mjs'

stopOnSignals()
try {
  const { databaseUrl } = readSettings()
  if (databaseUrl === undefined)
    throw new Error('A separate worker needs DATABASE_URL, the database it shares')
  const { boot } = await loadBuild()
  stopLater(boot.close)
  if (!(await boot.ready())) throw new Error('The database is not up to date yet. Start the server first.')
  stopLater(boot.followVocabulary())
  const worker = await boot.startWorker()
  stopLater(worker.stop)
  console.log('The worker is running. Ctrl-C stops it.')
} catch (error) {
  await stopAll(1, error instanceof Error ? error.message : String(error))
}
