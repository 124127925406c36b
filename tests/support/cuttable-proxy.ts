import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * A wire between the application and the server that a test can cut. `mode` says what happens to new
 * connections: they are let through, closed at once, or accepted and never answered.
 */
export async function cuttableProxy(serverUrl: string) {
  const server = new URL(serverUrl)
  const socketFolder = server.searchParams.get('host')
  const wires = new Set<Socket>()
  const proxy = {
    url: '',
    mode: 'through' as 'through' | 'closed' | 'silent',
    cut: () => {
      for (const wire of wires) wire.destroy()
    },
    stop: () => {
      proxy.cut()
      listener.close()
    },
  }
  const listener = createServer((near) => {
    wires.add(near)
    near.on('error', () => {})
    near.on('close', () => wires.delete(near))
    if (proxy.mode === 'closed') near.destroy()
    if (proxy.mode !== 'through') return
    const far = socketFolder
      ? connect(`${socketFolder}/.s.PGSQL.${server.port || 5432}`)
      : connect(Number(server.port || 5432), server.hostname)
    far.on('error', () => {})
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    near.pipe(far)
    far.pipe(near)
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  proxy.url = `postgres://${server.username}:${server.password}@127.0.0.1:${port}${server.pathname}?connect_timeout=1`
  return proxy
}
