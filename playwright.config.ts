import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './tests/browser/setting/chromium'
import { freePort, newDataFolder } from './tests/browser/setting/server-place'

// Every worker reads this file again and inherits what the first reading chose.
process.env.CHROMIUM_PATH ??= await findChromium()
process.env.SILTA_TEST_PORT ??= String(await freePort())
process.env.SILTA_TEST_DATA ??= newDataFolder()

const baseURL = `http://localhost:${process.env.SILTA_TEST_PORT}`

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results/browser',
  globalSetup: './tests/browser/setting/people.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: 'list',
  use: {
    baseURL,
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-gpu'],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      testMatch: 'pages.spec.ts',
      use: { ...devices['Desktop Chrome'], viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
  webServer: {
    command: 'exec node tests/browser/setting/server.mjs',
    url: `${baseURL}/readyz`,
    timeout: 180_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      PORT: process.env.SILTA_TEST_PORT,
      DATA_DIR: process.env.SILTA_TEST_DATA,
      DATABASE_URL: '',
      NODE_ENV: 'production',
      PUBLIC_URL: baseURL,
      SILTA_DEMO: 'on',
      LOG_LEVEL: 'error',
    },
  },
})
