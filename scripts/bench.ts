import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openBench } from './bench/bench'
import { measure, type Result } from './bench/measure'
import { parts } from './bench/parts'
import { resultTable } from './bench/result-table'

const about = `npm run bench -- [options] [parts]

How long Silta takes, as a ratio to the bare work: the built server against node:http with the same SQL and rows.
Both sides are measured in alternating blocks of one run; a ratio means the same on every machine.

  --companies <n>   rows to measure on (100000); every size keeps its own database in data/bench
  --calls <n>       calls among them (ten a company, 1000000 at the most)
  --json <file>     writes the figures there too
  parts             ${parts.map(({ name }) => name).join(', ')}`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    companies: { type: 'string', default: '100000' },
    calls: { type: 'string' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name))
if (values.help || unknown.length > 0) {
  console.error(unknown.length > 0 ? `No such part: ${unknown.join(', ')}\n\n${about}` : about)
  process.exit(values.help ? 0 : 2)
}

const companies = Number(values.companies)
const size = { companies, calls: Number(values.calls ?? Math.min(companies * 10, 1_000_000)) }
const say = (line: string) => process.stderr.write(`bench: ${line}\n`)
const bench = await openBench(size, say)
const results: Result[] = []
try {
  for (const part of parts) {
    if (positionals.length > 0 && !positionals.includes(part.name)) continue
    say(part.name)
    results.push(await measure(part, bench))
  }
} finally {
  // What was measured before a part failed stays measured.
  if (results.length > 0) console.log(resultTable(results))
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...size, results }, null, 2)}\n`)
  await bench.close()
}
