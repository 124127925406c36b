import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, newDataFolder } from './setting/server-place'
import { emailOf, expect, test, workerOf } from './setting/test'
import { fill, idOf, open, press, see } from './setting/work'

const newName = (words: string) => `${words} ${Date.now().toString(36)} Oy`

test('a double click adds one company', async ({ someone }) => {
  const name = newName('Kaksoisnapsu')
  const page = await someone(workerOf('liaison'))
  await open(page, '/companies/new')
  await fill(page, { name })
  await page.getByRole('button', { name: 'Tallenna' }).dblclick()
  await page.waitForURL(/\/companies\/[0-9a-f-]{36}$/)
  await open(page, `/companies?q=${encodeURIComponent(name)}`)
  await see(page, '1 rivi')
})

test('a form without script whose answer got lost adds nothing twice when it is sent again', async ({
  someone,
  baseURL,
}) => {
  const page = await someone(workerOf('liaison'), { javaScriptEnabled: false })
  await page.goto('/companies/new')
  const form = {
    once: await page.locator('main [name=once]').inputValue(),
    name: newName('Uudestaan'),
    category: 'other',
    language: 'fi',
  }
  const sendForm = () =>
    page.request.post('/companies/new', { form, maxRedirects: 0, headers: { Origin: baseURL ?? '' } })
  const first = await sendForm()
  const again = await sendForm()
  expect([first.status(), again.status()]).toEqual([303, 303])
  expect(again.headers().location).toBe(first.headers().location)
})

test('the second of two who edit the same company is told so and keeps the text', async ({ someone }) => {
  const first = await someone(workerOf('liaison'))
  await open(first, '/companies/new')
  await fill(first, { name: newName('Kahden kesken') })
  await press(first, 'Tallenna', '/companies/:id')
  const edit = `/companies/${idOf(first)}/edit`

  const second = await someone(emailOf('liaison'))
  await open(first, edit)
  await open(second, edit)
  await fill(first, { municipality: 'Espoo' })
  await press(first, 'Tallenna', '/companies/:id')
  await fill(second, { municipality: 'Vantaa' })
  await second.getByRole('button', { name: 'Tallenna' }).click()
  await see(second, 'Joku toinen ehti muuttaa tätä sillä välin')
  await expect(second.locator('[name=municipality]')).toHaveValue('Vantaa')
})

test('the errors of a form that stays on its page go when it is taken', async ({ someone }) => {
  const page = await someone(emailOf('administrator'))
  await open(page, '/contact-rules')
  const days = await page.locator('main [name=days]').inputValue()
  await fill(page, { days: '' })
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await see(page, 'Lomakkeessa on korjattavaa')
  await fill(page, { days })
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await expect(page.getByText('Lomakkeessa on korjattavaa')).toHaveCount(0)
  await expect(page.locator('main [aria-invalid=true]')).toHaveCount(0)
})

test('what is typed before the page is ready stays, and breaks nothing', async ({ someone }) => {
  const page = await someone(workerOf('liaison'))
  await page.addInitScript(() => {
    // The data of a page comes as a stream behind its HTML: here a second late.
    const Encoder = window.TextEncoderStream
    window.TextEncoderStream = class extends Encoder {
      override readonly readable = super.readable.pipeThrough(
        new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
          transform: (chunk, out) => new Promise((done) => setTimeout(() => done(out.enqueue(chunk)), 1000)),
        }),
      )
    }
  })
  await page.goto('/companies/new')
  await page.locator('[name=name]').click()
  await page.keyboard.type('Varhainen', { delay: 150 })
  await page.waitForFunction(() => '__remixRouter' in window)
  await expect(page.locator('[name=name]')).toHaveValue('Varhainen')
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await page.waitForURL(/\/companies\/[0-9a-f-]{36}$/)
})

test('while the network is away a form keeps what was typed, and sends it later', async ({ someone }) => {
  const name = newName('Katkos')
  const page = await someone(workerOf('liaison'))
  await open(page, '/companies/new')
  await fill(page, { name })
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Tallenna' }).click()
  await see(page, 'Yhteys palvelimeen katkesi')
  await page.context().setOffline(false)
  await press(page, 'Tallenna', '/companies/:id')
  await expect(page.locator('h1')).toContainText(name)
})

test('what the server has said to be saved is there after kill -9', async () => {
  test.setTimeout(180_000)
  const place = { port: await freePort(), dataDir: newDataFolder() }
  const name = newName('Sammutettu')
  const server = await startSilta(place)
  const cookie = await setUp(server.url)
  const added = await send(`${server.url}/companies/new`, { name, language: 'fi', category: 'other' }, cookie)
  server.process.kill('SIGKILL')
  expect(added.status).toBe(303)
  await once(server.process, 'exit')

  const again = await startSilta(place)
  const page = await fetch(new URL(added.headers.get('location') ?? '', again.url), {
    headers: { Cookie: cookie },
  })
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(name)
  again.process.kill('SIGTERM')
  await once(again.process, 'exit')
  rmSync(place.dataDir, { recursive: true, force: true })
})

type Running = { url: string; process: ChildProcess }

/** An installation of its own, without the demo. */
async function startSilta({ port, dataDir }: { port: number; dataDir: string }): Promise<Running> {
  const url = `http://localhost:${port}`
  const server = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      NODE_ENV: 'production',
      SILTA_DEMO: 'off',
      HOST: '127.0.0.1',
    },
  })
  while (!(await isReady(url))) {
    if (server.exitCode !== null) throw new Error('the server ended')
    await sleep(200)
  }
  return { url, process: server }
}

async function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
}

/** Makes the first administrator, who is signed in by that. */
async function setUp(url: string): Promise<string> {
  const password = 'silta kantaa aina'
  const about = { name: 'Paula Päällikkö', email: 'paula@silta.example', language: 'fi' }
  const made = await send(`${url}/set-up`, { ...about, password, again: password })
  return made.headers.get('set-cookie')?.split(';')[0] ?? ''
}

function send(address: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: new URL(address).origin, Cookie: cookie },
    body: new URLSearchParams(fields),
  })
}
