import '@remix-run/node'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    cspNonce: string
    /** Aborts when the browser goes away; `request.signal` does not tell that reliably. */
    abortSignal: AbortSignal
    /** The network address the request came from, as far as the proxies in front are trusted to tell. */
    clientAddress: string
  }
}
