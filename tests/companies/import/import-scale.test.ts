import { expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { as } from '../../support/as'
import { businessIds } from '../business-ids'
import { importTable } from '../import-table'

const rows = 30_000

test('thirty thousand rows come in and no company twice', { timeout: 300_000 }, async () => {
  const towns = ['ESPOO', 'ÄÄNEKOSKI', 'JYVÄSKYLÄ', 'TURKU', 'PORI']
  const lines = businessIds(rows).map(
    (id, at) =>
      `${id};Keksitty Ohjelmisto ${at} Oy;2019-03-0${1 + (at % 9)};62010 Ohjelmistojen suunnittelu;${towns[at % 5]};Katu ${at};0${2000 + (at % 900)};www.keksitty-${at}.example;040 ${1_000_000 + at};info@keksitty-${at}.example;${at % 60}`,
  )
  const head =
    'Y-tunnus;Nimi;Rekisteröintipäivä;Toimiala;Kaupunki;Katuosoite;Postinumero;URL;Puhelin;Sähköposti;Henkilöstö'
  const { counts } = await importTable(await as('liaison'), `${head}\n${lines.join('\n')}\n`)
  expect(counts).toMatchObject({ rows, new: rows, refused: 0 })
  const { count } = await db
    .selectFrom('company')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe(rows)
})
