import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { brokenImports } from './import-rules'

let planted: string | undefined

afterEach(() => {
  if (planted) rmSync(planted, { recursive: true })
  planted = undefined
})

/** A small project of these files. */
function plant(files: Record<string, string>): string {
  planted = mkdtempSync(path.join(os.tmpdir(), 'silta-imports-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(planted, name)), { recursive: true })
    writeFileSync(path.join(planted, name), text)
  }
  return planted
}

test('the application keeps to the import rules', { timeout: 60_000 }, async () => {
  expect(await brokenImports()).toEqual([])
})

test('every broken import rule is seen', { timeout: 60_000 }, async () => {
  const folder = plant({
    'app/needs/routes/need.tsx': "import { thing } from './needs'\nexport const need = thing",
    'app/needs/routes/needs.tsx': 'export const thing = 1',
    'app/needs/needs.server.ts': "import '~/outcomes/funnel'\nexport const needs = 1",
    'app/needs/need-card.tsx': "import { needs } from './needs.server'\nexport const card = needs",
    'app/outcomes/funnel.ts': "import 'lucia'\nimport '../../scripts/run'",
    'app/ui/table.tsx': "import '~/needs/need-card'",
    'app/companies/one.ts': "import './other'",
    'app/companies/other.ts': "import './one'",
    'app/demo/load-demo.server.ts': "import '~/outcomes/funnel'",
    'db/types.ts': "import '../app/companies/one'",
    'app/platform/db.server.ts': "import '../../db/types'",
    'scripts/run.ts': 'export const run = 1',
    'node_modules/lucia/package.json': '{"name":"lucia","main":"index.js"}',
    'node_modules/lucia/index.js': '',
  })
  expect((await brokenImports(folder)).sort()).toEqual([
    'needs-imports-nothing-higher: app/needs/needs.server.ts -> app/outcomes/funnel.ts',
    'no-circles: app/companies/one.ts -> app/companies/other.ts',
    'only-one-file-knows-the-session-library: app/outcomes/funnel.ts -> node_modules/lucia/index.js',
    'platform-texts-ui-imports-nothing-higher: app/ui/table.tsx -> app/needs/need-card.tsx',
    'routes-are-reached-by-address: app/needs/routes/need.tsx -> app/needs/routes/needs.tsx',
    'server-values-stay-on-the-server: app/needs/need-card.tsx -> app/needs/needs.server.ts',
    'the-application-knows-no-scripts-or-tests: app/outcomes/funnel.ts -> scripts/run.ts',
    'the-schema-imports-nothing: db/types.ts -> app/companies/one.ts',
  ])
})

test('a type of a server file and a page shown again at another address are no broken rules', async () => {
  const folder = plant({
    'app/needs/routes/need.tsx': 'export const loader = 1',
    'app/needs/routes/need-ending.tsx': "export { loader } from './need'",
    'app/needs/needs.server.ts': 'export type Need = string',
    'app/needs/need-card.tsx': "import type { Need } from './needs.server'\nexport type Card = Need",
  })
  expect(await brokenImports(folder)).toEqual([])
})
