import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '~': path.resolve('app') } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: 'tests/support/global-setup.ts',
    setupFiles: 'tests/support/database-per-file.ts',
    pool: 'forks',
    maxWorkers: 2,
    // Loading the application takes longer than most test files: the files of a process share it.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
})
