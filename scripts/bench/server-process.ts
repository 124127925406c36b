import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'

/** A server in a process of its own that sends its port when it listens and answers what it is told. */
export async function startServer(file: string, env: Record<string, string>) {
  const child = fork(file, {
    env: { ...process.env, ...env, PORT: '0' },
    serialization: 'advanced',
    execArgv: [],
  })
  const ended = once(child, 'exit')
  const [port] = await Promise.race([
    once(child, 'message'),
    ended.then(() => {
      throw new Error(`${file} did not start`)
    }),
  ])
  const agent = new Agent({ keepAlive: true })
  return {
    /** Reads a page to its end, uncompressed as the bare server sends it; an answer other than 200 is an error. */
    get: (address: string, cookie = '') =>
      new Promise<void>((resolve, reject) => {
        get({ agent, port, path: address, headers: { cookie, accept: 'text/html' } }, (answer) => {
          answer.resume()
          answer.on('error', reject)
          answer.on('end', () =>
            answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode} for ${address}`)),
          )
        }).on('error', reject)
      }),
    async tell(message: object) {
      const answer = once(child, 'message')
      child.send(message)
      await answer
    },
    async stop() {
      agent.destroy()
      child.kill('SIGTERM')
      await ended
    },
  }
}
