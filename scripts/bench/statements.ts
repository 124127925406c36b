import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createRequestHandler } from '@remix-run/node'
import { loadBuild } from '../server/build.mjs'

export type Statement = { text: string; parameters: unknown[] }

/** Everything the built application asks the database for one page, whoever is asking included. */
export async function recordStatements(address: string, cookie: string): Promise<Statement[]> {
  const { build } = await loadBuild()
  const handle = createRequestHandler(build, 'production')
  const heard: Statement[] = []
  const hear = (statement: unknown) => heard.push(statement as Statement)
  subscribe('silta:statement', hear)
  const request = new Request(new URL(address, process.env.PUBLIC_URL), { headers: { cookie } })
  const answer = await handle(request, {
    cspNonce: '',
    abortSignal: request.signal,
    clientAddress: '127.0.0.1',
  })
  await answer.text()
  unsubscribe('silta:statement', hear)
  if (answer.status !== 200) throw new Error(`${answer.status} for ${address}`)
  return heard.map(({ text, parameters }) => ({ text, parameters }))
}
