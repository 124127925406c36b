// @ts-check

/** @type {(() => Promise<void>)[]} */
const stops = []
/** @type {Promise<never> | undefined} */
let stopping

/**
 * Has something stopped at the end; what was started last stops first.
 * @param {() => Promise<void>} stop
 */
export function stopLater(stop) {
  stops.unshift(stop)
}

/**
 * Stops everything and ends the process. Further calls wait for the first, whose exit code counts.
 *
 * @param {number} exitCode
 * @param {string} [reason] printed for the operator
 * @returns {Promise<never>}
 */
export function stopAll(exitCode, reason) {
  stopping ??= (async () => {
    if (reason) console.error(`\n${reason}\n`)
    for (const stop of stops) {
      await stop().catch((error) => {
        console.error(error)
      })
    }
    process.exit(exitCode)
  })()
  return stopping
}

/** The second signal does not wait: the database has a watcher of its own. */
export function stopOnSignals() {
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      void stopAll(0)
    })
  }
}
