import { expect, test, vi } from 'vitest'
import { eventStream } from '~/platform/event-stream.server'

test('events arrive as text, and nothing is sent or left running once the browser has gone', async () => {
  const browser = new AbortController()
  const end = vi.fn()
  const response = eventStream(browser.signal, (send) => {
    send('gone')
    send('figures', { called: 3 })
    return end
  })
  expect(response.headers.get('Content-Type')).toBe('text/event-stream')
  expect(response.headers.get('Cache-Control')).toContain('no-transform')

  browser.abort()
  expect(await response.text()).toBe(
    'retry: 2000\n\nevent: gone\ndata: null\n\nevent: figures\ndata: {"called":3}\n\n',
  )
  expect(end).toHaveBeenCalledTimes(1)
})

test('a stopping server begins no stream', () => {
  const open = vi.fn()
  expect(eventStream(AbortSignal.abort(), open).status).toBe(503)
  expect(open).not.toHaveBeenCalled()
})
