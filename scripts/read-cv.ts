/**
 * `npm run read-cv -- FILE...` prints as JSON what the CV reader finds in each file. Needs no server and no
 * database; scans are read by text recognition. Ends with code 1 when a file could not be read.
 */
import { readFile } from 'node:fs/promises'

import { readCvFile, readScannedCvFile } from '../app/candidates/cv-reading/read-cv.server'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('Usage: npm run read-cv -- FILE...')
  process.exit(2)
}

const results = []
for (const file of files) {
  const bytes = await readFile(file)
  const result = await readCvFile(bytes)
  const isScan = 'problem' in result && result.problem === 'scanned'
  results.push({ file, ...(isScan ? await readScannedCvFile(bytes, sayPage) : result) })
}
console.log(JSON.stringify(results.length === 1 ? results[0] : results, null, 2))
process.exitCode = results.some((result) => 'problem' in result) ? 1 : 0

function sayPage(read: number, of: number) {
  console.error(`page ${read} of ${of}`)
}
