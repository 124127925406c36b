import path from 'node:path'
import { boot } from '~/boot.server'
import { db } from '~/platform/db.server'
import { saveTaxonomy } from '~/skills/taxonomy/save-taxonomy.server'
import { readTaxonomy, taxonomyFilesAt } from '~/skills/taxonomy/taxonomy-files.server'
import {
  carryOutImport,
  findTaxonomyImport,
  startTaxonomyImport,
} from '~/skills/taxonomy/taxonomy-import.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { run } from './run'

await run(
  {
    name: 'import-taxonomy',
    about:
      'Takes in the ESCO classification (zip, folder or table) or a list of ICT skills and prints the counts as JSON: npm run import-taxonomy -- PATH --dry-run',
    options: {
      'dry-run': { type: 'boolean' },
      version: { type: 'string', description: 'of the classification, where its files do not tell' },
    },
  },
  async ({ values, files: places, log }) => {
    const [place] = places
    if (!place || places.length > 1) throw new Error('give one path: npm run import-taxonomy -- PATH')
    await boot.migrate()
    const name = path.basename(path.resolve(place))
    const version = values.version ?? null
    const dryRun = values['dry-run'] ?? false
    const result = dryRun ? await tryTaxonomy(place) : await takeTaxonomy(place, name, version)
    log(dryRun ? 'dry run: nothing was kept' : 'kept')
    process.stdout.write(`${JSON.stringify({ path: name, dryRun, version, ...result })}\n`)
  },
)

/** Everything, in a transaction that is rolled back. */
async function tryTaxonomy(place: string) {
  const read = await readTaxonomy(taxonomyFilesAt(place))
  const trx = await db.startTransaction().execute()
  try {
    const counts = await saveTaxonomy(trx, read, loadVocabulary().vocabulary)
    const { taxonomy, version, filesRead, filesLeft } = read
    return { taxonomy, ...(version && { version }), filesRead, filesLeft, ...counts }
  } finally {
    await trx.rollback().execute()
  }
}

async function takeTaxonomy(place: string, name: string, version: string | null) {
  const importId = await db
    .transaction()
    .execute((trx) => startTaxonomyImport(trx, null, { fileId: null, name, sha256: null, version }))
  const counts = await carryOutImport(importId, () => taxonomyFilesAt(place))
  const found = await findTaxonomyImport(db, importId)
  if (!counts || !found) {
    throw new Error(`nothing was taken in: ${found?.failure ?? 'another import is under way'}`)
  }
  return { taxonomy: found.taxonomy, version: found.version, ...counts }
}
