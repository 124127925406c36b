import type { ReaderMessage } from './file-reader.server'

const answer = (message: ReaderMessage) => process.send?.(message)

/**
 * The child's side of a file reader: says that it is ready, gets one task over the IPC channel, answers with the parts
 * told on the way and the result, or with a fault. It is given no environment and no other input.
 */
export function readOneFile<Task, Result, Part = never>(
  read: (task: Task, tell: (part: Part) => void) => Promise<Result>,
): void {
  process.once('message', async (task: Task) => {
    try {
      answer({ kind: 'result', result: await read(task, (part) => answer({ kind: 'part', part })) })
    } catch (error) {
      // The stack names our own code lines; the message could quote the file and stays here.
      const stack =
        error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : []
      answer({
        kind: 'fault',
        error: `${error instanceof Error ? error.name : 'error'}\n${stack?.join('\n')}`,
      })
    }
  })
  answer({ kind: 'ready' })
  // The server is gone: so is everybody who could ask.
  process.once('disconnect', () => process.exit())
}
