import { readFile } from 'node:fs/promises'
import { repeatErasures } from '~/person/erasure.server'
import { db } from '~/platform/db.server'
import { run } from './run'

await run(
  {
    name: 'repeat-erasures',
    about:
      'After a backup was restored: erases again whoever had been erased since. FILE is the list from /requests/erasures.csv, kept apart from the backups.',
  },
  async ({ files, log }) => {
    const [file] = files
    if (!file) throw new Error('name the file with the list of erasures')
    const ids = (await readFile(file, 'utf8')).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
    const { erased, already, unknown } = await db.transaction().execute((trx) => repeatErasures(trx, ids))
    log(`erased again: ${erased}, erased already: ${already}, not in this database: ${unknown}`)
  },
)
