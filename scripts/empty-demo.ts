import { emptyDemo } from '~/demo/empty-demo.server'
import { db } from '~/platform/db.server'
import { run } from './run'

await run(
  {
    name: 'empty-demo',
    about:
      'Takes the demonstration and everything added to it away. A database that is not a demonstration is left alone. With --dry-run it only counts.',
    options: { 'dry-run': { type: 'boolean' } },
  },
  async ({ values, log }) => {
    const dryRun = values['dry-run'] ?? false
    const emptied = await emptyDemo(db, { dryRun })
    if (!emptied) throw new Error('this database is not a demonstration; nothing was taken away')
    for (const { table, rows } of emptied) log(`${table.padEnd(24)} ${rows}`)
    if (dryRun) log('dry run: nothing was taken away')
    else
      log('empty; the next visitor makes the first administrator. Start with SILTA_DEMO=off to keep it empty')
  },
)
