// @ts-check
/**
 * `npm test`: everything that must hold, from a fresh copy of the source on. `npm test -- types`, `-- unit` and
 * `-- browser` run one part; what stands after the part goes to its test runner: `npm test -- unit tests/needs`.
 * Until the packages are installed only node's own modules may be imported.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfChanged, installIfChanged } from './start/prepare.mjs'
import { say } from './start/progress.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ part: string, title: string, run: (rest: string[]) => Promise<Count | void> }} Step */

const results = 'test-results'

/** @type {Step[]} */
const steps = [
  { part: 'types', title: 'Format and lint', run: () => run('biome', ['check', '--error-on-warnings']) },
  {
    part: 'types',
    title: 'Types',
    run: () => run('../typescript-native/bin/tsc', ['--noEmit', '--checkers', '2']),
  },
  {
    part: 'unit',
    title: 'Structure, unit and integration tests',
    run: (rest) => {
      // The build uses one core only, so it goes on beside the tests.
      if (part === undefined) build().catch(() => {})
      return vitest(rest)
    },
  },
  { part: 'browser', title: 'Build', run: build },
  { part: 'browser', title: 'Browser tests', run: playwright },
]

/** @type {Promise<void> | undefined} */
let building

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
const [part, ...rest] = process.argv.slice(2)
const chosen = steps.filter((step) => part === undefined || step.part === part)
if (chosen.length === 0) {
  console.error(`There is no part called ${part}: choose types, unit or browser, or nothing for all.`)
  process.exit(2)
}
process.exitCode = await runSteps()

/** Runs the chosen steps up to the first that fails, and ends with the line that counts. */
async function runSteps() {
  const total = { passed: 0, failed: 0, skipped: 0 }
  let isWhole = true
  try {
    await installIfChanged(say)
    mkdirSync(results, { recursive: true })
    for (const step of chosen) {
      say(step.title)
      const count = await step.run(rest)
      if (!count) continue
      total.passed += count.passed
      total.failed += count.failed
      total.skipped += count.skipped
      if (count.failed > 0) break
    }
  } catch (error) {
    isWhole = false
    console.error(error instanceof Error ? error.message : error)
  }
  const counted = part !== 'types'
  if (!isWhole && total.failed === 0) total.failed = 1
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  if (counted || total.failed > 0) {
    say(total.failed > 0 ? 'Failed' : 'Done')
    console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
  }
  return total.failed === 0 && (total.passed > 0 || !counted) ? 0 : 1
}

/** Builds once, however often it is asked; it fails for whoever waits for it. */
function build() {
  building ??= buildIfChanged(() => {})
  return building
}

/**
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function vitest(args) {
  const report = reportFile('unit')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return count(run('vitest', ['run', ...reporters, ...args]), () => {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests, numTodoTests } =
      read(report)
    return {
      passed: numPassedTests,
      // A file that cannot be loaded holds no failed test, and yet failed.
      failed: numFailedTests || numFailedTestSuites,
      skipped: numPendingTests + numTodoTests,
    }
  })
}

/**
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function playwright(args) {
  const report = reportFile('browser')
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  return count(run('playwright', ['test', '--reporter=list,json', ...args], env), () => {
    const { stats, errors } = read(report)
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected || errors.length,
      skipped: stats.skipped,
    }
  })
}

/**
 * The count of a test run, also of a failed one, of which it shows what was said.
 * @param {Promise<void>} running
 * @param {() => Count} counted
 * @returns {Promise<Count>}
 */
async function count(running, counted) {
  try {
    await running
    return counted()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    const found = (() => {
      try {
        return counted()
      } catch {
        return { passed: 0, failed: 0, skipped: 0 }
      }
    })()
    return { ...found, failed: found.failed || 1 }
  }
}

/** @param {string} name */
function reportFile(name) {
  const file = path.resolve(results, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * Runs a program of the packages. What it says is shown when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<void>}
 */
function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    /** @type {Buffer[]} */
    const said = []
    const child = spawn(path.resolve('node_modules/.bin', program), args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${Buffer.concat(said).toString().trim()}\n\n${program} failed`))
    })
  })
}
