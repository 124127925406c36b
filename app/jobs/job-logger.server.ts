import { Logger } from 'graphile-worker'
import { log } from '~/platform/log.server'

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const

/** The worker's lines in the log of the house; what it calls information is detail there. */
export const jobLogger = new Logger(({ taskIdentifier, jobId }) => (level, message) => {
  log[levels[level]]({ job: taskIdentifier, jobId }, message)
})
