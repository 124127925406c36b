import { beforeEach, expect, test } from 'vitest'
import { readCompanyFile } from '~/companies/import/company-file.server'
import { chooseColumns, fileHash, startImport } from '~/companies/import/import.server'
import { runImport } from '~/companies/import/import-run.server'
import { db } from '~/platform/db.server'
import { as, type SignedIn } from '../../support/as'
import { clearDatabase } from '../../support/database'

beforeEach(clearDatabase)

const table = 'Tunnus;Eka;Toka\n0538134-0;Virta Oy;Pori\n'

async function begin(who: SignedIn, content = table) {
  const bytes = Buffer.from(content)
  const file = await readCompanyFile(bytes)
  const upload = { fileId: null, name: 'a.csv', sha256: fileHash(bytes) }
  const list = { name: 'Lista', provider: 'other' as const, keywords: [] }
  const { importId } = await db
    .transaction()
    .execute((trx) => startImport(trx, who.viewer.userId, upload, list))
  const run = await runImport(importId, { file })
  return { importId, file, mapping: run?.mapping, overwritten: run?.overwritten }
}

async function choose(who: SignedIn, mapping: object, overwritten: string[]) {
  const { importId, file } = await begin(who)
  await db.transaction().execute((trx) => chooseColumns(trx, importId, { mapping, overwritten }))
  await runImport(importId, { file })
}

test('columns are taken as this person chose for the same headings, else as somebody in the house did', async () => {
  const [aino, bo, new_] = [await as('liaison'), await as('liaison'), await as('liaison')]
  await choose(aino, { business_id: 0, name: 1, municipality: 2 }, ['municipality'])
  await choose(bo, { business_id: 0, name: 1, street: 2 }, [])

  expect(await begin(aino)).toMatchObject({
    mapping: { business_id: 0, name: 1, municipality: 2 },
    overwritten: ['municipality'],
  })
  expect(await begin(new_)).toMatchObject({ mapping: { street: 2 }, overwritten: [] })
})

test('other headings are guessed afresh', async () => {
  const aino = await as('liaison')
  await choose(aino, { business_id: 0, name: 1, municipality: 2 }, ['municipality'])
  const other = await begin(aino, 'Tunnus;Nimi;Katuosoite\n0538134-0;Virta Oy;Katu 1\n')
  expect(other).toMatchObject({ mapping: { business_id: 0, name: 1, street: 2 }, overwritten: [] })
})
