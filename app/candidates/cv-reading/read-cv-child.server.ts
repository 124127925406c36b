/**
 * The process that reads one file and ends. Started by `readCvFile`; talks to it over the IPC channel:
 * says `ready`, gets the bytes, answers with the result. It is given no environment and no other input.
 */
import { readCvBytes } from './read-cv-bytes.server'

export type ChildMessage =
  | { kind: 'ready' }
  | { kind: 'result'; result: Awaited<ReturnType<typeof readCvBytes>> }
  | { kind: 'fault'; error: string }

const answer = (message: ChildMessage) => process.send?.(message)

process.once('message', async (bytes: Uint8Array) => {
  try {
    answer({ kind: 'result', result: await readCvBytes(bytes) })
  } catch (error) {
    // The stack names our own code lines; the message could quote the CV and stays here.
    const stack =
      error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : []
    answer({ kind: 'fault', error: `${error instanceof Error ? error.name : 'error'}\n${stack?.join('\n')}` })
  }
})
answer({ kind: 'ready' })

// The server is gone: so is everybody who could ask.
process.once('disconnect', () => process.exit())
