import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { log } from '~/platform/log.server'
import '~/texts/language.server'

export { boot } from '~/boot.server'

const RENDER_TIMEOUT_MS = 10_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { cspNonce }: AppLoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    let failed = false
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remixContext} url={request.url} nonce={cspNonce} />,
      {
        nonce: cspNonce,
        // No page has a part that comes later: sent in one piece it takes less than in React's many small ones.
        async onAllReady() {
          const html = await buffer(pipe(new PassThrough()))
          headers.set('Content-Type', 'text/html; charset=utf-8')
          // Pages show people's data: no cache keeps them.
          headers.set('Cache-Control', 'no-store')
          resolve(new Response(html, { headers, status: failed ? 500 : status }))
        },
        onShellError: reject,
        onError(error) {
          failed = true
          log.error({ err: error }, 'a page failed to render')
        },
      },
    )
    setTimeout(abort, RENDER_TIMEOUT_MS).unref()
  })
}

/** Bugs are logged with their stack and the route, never with what a person typed. */
export function handleError(error: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted) return
  log.error({ err: error, method: request.method }, 'a request failed')
}
