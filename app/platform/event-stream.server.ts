/** A proxy or a phone network takes a connection that says nothing for a dead one. */
const SIGN_OF_LIFE_EVERY = { ms: 25_000 }
/** How soon a browser asks again after the stream broke off. */
const ASK_AGAIN_AFTER = { ms: 2_000 }

/** Sends one event; `value` arrives as JSON in the event's data. */
type SendEvent = (event: string, value?: unknown) => void

/**
 * Server-sent events (WHATWG HTML 9.2) for one browser. `open` starts what sends them and returns what ends it,
 * which is called once: when the browser goes or the server stops. `signal` has to be `context.abortSignal`, for
 * that of the request misses some disconnects. A stopping server answers 503.
 */
export function eventStream(signal: AbortSignal, open: (send: SendEvent) => () => void): Response {
  if (signal.aborted) return new Response(null, { status: 503 })
  const encoder = new TextEncoder()
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(flow) {
      const write = (text: string) => flow.enqueue(encoder.encode(text))
      write(`retry: ${ASK_AGAIN_AFTER.ms}\n\n`)
      const signs = setInterval(() => write(':\n\n'), SIGN_OF_LIFE_EVERY.ms)
      const close = open((event, value = null) =>
        write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`),
      )
      const over = () => {
        end()
        flow.close()
      }
      end = () => {
        signal.removeEventListener('abort', over)
        clearInterval(signs)
        close()
      }
      signal.addEventListener('abort', over)
    },
    cancel: () => end(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream',
      // no-transform keeps compression, and X-Accel-Buffering a proxy, from holding events back.
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}
