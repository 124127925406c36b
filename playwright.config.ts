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
  // Work in the background may have to wait for a busy machine.
  expect: { timeout: 20_000 },
  // A machine that is busy with something else must not stop a landing; what passed only at the second try is named.
  retries: process.env.CI ? 1 : 0,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
    baseURL,
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: ['--no-sandbox', '--disable-gpu'],
    },
  },
  webServer: {
    command: 'exec node tests/browser/setting/server.mjs',
    url: `${baseURL}/readyz`,
    timeout: 180_000,
    // With SILTA_TEST_PORT and SILTA_TEST_DATA set, tests run on a server that is already there.
    reuseExistingServer: !process.env.CI,
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
