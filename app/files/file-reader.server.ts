import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A process that has loaded a reader of files, or is loading it, and has not been given a file. */
export type FileReader = { child: ChildProcess; maxMemoryMb: number; ready: Promise<void> }

/** What the process says: that it can read, parts of what it reads on the way, and how it ended. */
export type ReaderMessage<Part = unknown, Result = unknown> =
  | { kind: 'ready' }
  | { kind: 'part'; part: Part }
  | { kind: 'result'; result: Result }
  | { kind: 'fault'; error: string }

/** `timeoutMs` runs from when the process can read: a busy machine's slow start is not held against a file. */
export type ReadingLimits = { timeoutMs?: number; maxMemoryMb?: number }

type ReadingStopped = 'took_too_long' | 'needs_too_much_memory'

const SLOWEST_START_MS = 30_000
const MEMORY_CHECK_MS = 100
const PAGE_BYTES = 4096

/**
 * Starts a process that reads one file and ends. `script` is its path in the project: it is started from source by
 * tsx, on the same path from the built server, from scripts and from tests, so a deployment carries `app/` and tsx next
 * to `build/`. It gets none of our environment variables.
 *
 * The heap limit holds everywhere; buffers outside the heap are watched through /proc and so on Linux only.
 */
export function startFileReader(script: string, maxMemoryMb: number): FileReader {
  const root = findProjectRoot(script)
  const child = fork(join(root, script), {
    cwd: root,
    env: { NODE_ENV: 'production' },
    execArgv: ['--import', 'tsx', `--max-old-space-size=${maxMemoryMb}`],
    serialization: 'advanced',
    // The libraries' warnings can quote the document: nothing of them reaches our logs.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ready = new Promise<void>((resolve, reject) => {
    const tooSlow = setTimeout(() => child.kill('SIGKILL'), SLOWEST_START_MS)
    child.once('message', (message: ReaderMessage) => {
      clearTimeout(tooSlow)
      if (message.kind === 'ready') resolve()
    })
    child.on('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(tooSlow)
      reject(new Error(`The file reader did not start (code ${code}, signal ${signal})`))
    })
  })
  return { child, maxMemoryMb, ready }
}

/**
 * Gives a ready process its file. Resolves with what the process made of it or with the limit at which it was stopped;
 * rejects only when the reader itself is at fault.
 */
export function readWithin<Result, Part = never>(
  { child, maxMemoryMb }: FileReader,
  task: { bytes: Uint8Array },
  timeoutMs: number,
  onPart?: (part: Part) => void,
): Promise<{ result: Result } | { stopped: ReadingStopped }> {
  return new Promise((resolve, reject) => {
    let stoppedFor: ReadingStopped | null = null
    const stop = (limit: ReadingStopped) => {
      stoppedFor ??= limit
      child.kill('SIGKILL')
    }
    const timer = setTimeout(() => stop('took_too_long'), timeoutMs)
    const memoryWatch = setInterval(() => {
      if (residentMb(child.pid) > maxMemoryMb) stop('needs_too_much_memory')
    }, MEMORY_CHECK_MS)
    const settle = (act: () => void) => {
      clearTimeout(timer)
      clearInterval(memoryWatch)
      act()
    }

    child.on('message', (message: ReaderMessage<Part, Result>) => {
      if (message.kind === 'part') onPart?.(message.part)
      if (message.kind === 'result') settle(() => resolve({ result: message.result }))
      if (message.kind === 'fault')
        settle(() => reject(new Error(`The file reader failed: ${message.error}`)))
    })
    child.on('error', (error) => settle(() => reject(error)))
    child.once('exit', (code, signal) => {
      const stopped = stoppedFor ?? (diedOfMemory(code, signal) ? 'needs_too_much_memory' : null)
      if (stopped) settle(() => resolve({ stopped }))
      else settle(() => reject(new Error(`The file reader ended by itself (code ${code}, signal ${signal})`)))
    })
    child.send(task)
  })
}

/** V8 aborts at the heap limit; a kill that is not ours comes from a kernel short of memory. */
const diedOfMemory = (code: number | null, signal: NodeJS.Signals | null) =>
  code === 134 || signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGKILL'

/** Memory a process holds, in megabytes; 0 where /proc does not tell. */
function residentMb(pid: number | undefined): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1])
    return (pages * PAGE_BYTES) / (1024 * 1024)
  } catch {
    return 0
  }
}

/** The folder that holds `app/`, seen from the source file and from the server bundle alike. */
function findProjectRoot(script: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, script))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`${script} is not shipped with this build`)
    folder = parent
  }
  return folder
}
