// @ts-check
/** `npm run build`: what `npm start` does by itself when the sources have changed. */
import { buildIfChanged } from './start/prepare.mjs'
import { say } from './start/progress.mjs'

try {
  await buildIfChanged(say)
  say('Built')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
