/**
 * `npm run read-cv -- FILE...` prints as JSON what the CV reader finds in each file. Needs no server and no
 * database. Ends with code 1 when a file could not be read.
 */
import { readFile } from 'node:fs/promises'

import { readCvFile } from '../app/candidates/cv-reading/read-cv.server'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('Usage: npm run read-cv -- FILE...')
  process.exit(2)
}

const results = []
for (const file of files) results.push({ file, ...(await readCvFile(await readFile(file))) })
console.log(JSON.stringify(results.length === 1 ? results[0] : results, null, 2))
process.exitCode = results.some((result) => 'problem' in result) ? 1 : 0
