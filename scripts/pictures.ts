import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { Role } from '~/auth/permissions'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '~/demo/demo-accounts'
import { findChromium } from '../tests/browser/setting/chromium'
import { freePort, newDataFolder } from '../tests/browser/setting/server-place'

/** The pictures of the README: each a page, a role, a width, and how to get there from the role's first page. */
const PICTURES: { file: string; role: Role; phone?: boolean; open: (page: Page) => Promise<unknown> }[] = [
  { file: 'outcomes-desktop', role: 'project_manager', open: (page) => page.goto('/outcomes') },
  {
    file: 'matches-desktop',
    role: 'coordinator',
    open: async (page) => {
      await page.goto('/needs?q=DevOps')
      await page.locator('table a[href^="/needs/"]').first().click()
      await page.waitForURL(/needs\/[0-9a-f-]{36}/)
      await page.locator('main a[href$="/matches"]').first().click()
      await page.waitForURL('**/matches')
    },
  },
  {
    file: 'portal-phone',
    role: 'employer',
    phone: true,
    open: async (page) => {
      await page.goto('/portal')
      await page.locator('main a[href^="/portal/"]').first().click()
    },
  },
  {
    file: 'call-phone',
    role: 'caller',
    phone: true,
    open: async (page) => {
      await page.goto('/calls')
      await page.locator('main form[action$="/calls"] button').first().click()
      await page.waitForURL('**/calls/*')
    },
  },
]

const SLOWEST_START = { seconds: 180 }
const folder = path.resolve('docs/pictures')
const port = await freePort()
const url = `http://localhost:${port}`
const server = spawn(process.execPath, ['tests/browser/setting/server.mjs'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, PORT: String(port), DATA_DIR: newDataFolder(), DATABASE_URL: '', SILTA_DEMO: 'on' },
})
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  await mkdir(folder, { recursive: true })
  await untilReady()
  for (const picture of PICTURES) await take(browser, picture)
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await once(server, 'exit')
}

async function untilReady(): Promise<void> {
  for (let second = 0; second < SLOWEST_START.seconds; second += 1) {
    const ready = await fetch(`${url}/readyz`).catch(() => null)
    if (ready?.ok) return
    await pause(1000)
  }
  throw new Error('the server did not start')
}

async function take(on: Browser, { file, role, phone, open }: (typeof PICTURES)[number]): Promise<void> {
  const viewport = phone ? { width: 390, height: 780 } : { width: 1280, height: 860 }
  const context = await on.newContext({
    baseURL: url,
    viewport,
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
  })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.fill('input[type=email]', DEMO_ACCOUNTS.find((account) => account.role === role)?.email ?? '')
  await page.fill('input[type=password]', DEMO_PASSWORD)
  await page.locator('input[type=password]').press('Enter')
  await page.waitForURL((address) => address.pathname !== '/sign-in')
  await open(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: path.join(folder, `${file}.png`) })
  await context.close()
}
