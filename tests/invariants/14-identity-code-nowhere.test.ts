import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import pino from 'pino'
import { beforeAll, expect, test } from 'vitest'
import { readCv } from '~/candidates/cv-reading-jobs.server'
import { action as bringCv } from '~/candidates/routes/cv-new'
import { loader as candidateList } from '~/candidates/routes/list'
import { action as addCandidate } from '~/candidates/routes/new'
import { action as writeNote } from '~/candidates/routes/note-new'
import { loader as download } from '~/person/routes/download'
import { today } from '~/platform/dates'
import { db } from '~/platform/db.server'
import { isFinnishIdentityCode } from '~/platform/identity-code'
import { loader as search } from '~/search/routes/search'
import { logRequests } from '../../scripts/server/request-log.mjs'
import { linesFromTop, pdfOf } from '../candidates/cv-reading/sample-files'
import { argsOf, as, type SignedIn } from '../support/as'
import { fileOf } from '../support/uploads'
import { bringVocabulary } from '../support/vocabulary'
import { walk } from './walk'

/** Numbers from 900 are given to nobody; the check character is right. */
const CODE = '010190-9003'.replace(/.$/, '0123456789ABCDEFHJKLMNPRSTUVWXY'[10190900 % 31] ?? '')

let coordinator: SignedIn
beforeAll(async () => {
  await bringVocabulary()
  coordinator = await as('coordinator')
})

test('14: the code of this test is one', () => {
  expect(isFinnishIdentityCode(CODE)).toBe(true)
})

test('14: typed into any field, written in a CV or searched for, it is kept and shown nowhere', async () => {
  const details = {
    name: `Tuulikki Testi ${CODE}`,
    language: 'fi',
    headline: `Raportoija ${CODE}`,
    about: `Hetu ${CODE}. Teen raportteja.`,
    goal: CODE,
    'languages[0].language': 'fi',
    'languages[0].level': 'native',
  }
  const added = await addCandidate(argsOf(coordinator.post('/candidates/new', details)))
  const candidateId = (added as Response).headers.get('Location')?.split('/').at(-1) ?? ''
  const note = { channel: 'phone', happenedOn: today(), body: `Kertoi tunnuksen ${CODE}` }
  await writeNote(argsOf(coordinator.post('/', note), { candidateId }))
  const file = fileOf(
    pdfOf([linesFromTop(['Tuulikki Testi', `Henkilötunnus: ${CODE}`, 'Työkokemus', 'Power BI -raportit'])]),
    `cv ${CODE}.pdf`,
  )
  await bringCv(argsOf(coordinator.post('/', { file }), { candidateId }))
  const { id: cvId } = await db.selectFrom('cv').select('id').executeTakeFirstOrThrow()
  await readCv({ cvId })

  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'skill%'
  `.execute(db)
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`
      select row_to_json(r)::text as text from ${sql.table(name)} r
    `.execute(db)
    expect(
      rows.filter(({ text }) => text.includes(CODE)),
      name,
    ).toEqual([])
  }

  const answers = await walk({ cookie: coordinator.cookie, roles: ['coordinator'] }, 3)
  // The file as it was handed in is the person's own and opened as a file only.
  const told = answers.filter(({ address, text }) => !address.endsWith('/file') && text.includes(CODE))
  expect(told.map(({ address }) => address)).toEqual([])

  const query = `?q=${encodeURIComponent(CODE)}`
  const found = [
    await search(argsOf(coordinator.request(`/search${query}`))),
    await candidateList(argsOf(coordinator.request(`/candidates${query}`))),
  ]
  expect(JSON.stringify(found)).not.toContain(CODE)

  const person = await as('person', { candidateId })
  const zip = await download(argsOf(person.request('/own/download')))
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()))
  expect(strFromU8(files['data.json'] ?? new Uint8Array())).toContain('Tuulikki')
  for (const name of ['data.json', 'data.html'])
    expect(strFromU8(files[name] ?? new Uint8Array())).not.toContain(CODE)
  expect(Object.keys(files).join(' ')).not.toContain(CODE)
}, 180_000)

test('14: an address that somebody wrote it into is not in the log', async () => {
  const lines: string[] = []
  const log = pino({ base: null }, { write: (line: string) => lines.push(line) })
  const logged = logRequests(log)
  const server = http.createServer((req, res) => {
    Object.assign(req, { originalUrl: req.url })
    logged(req as never, res as never, () => res.end())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  await fetch(`http://127.0.0.1:${port}/candidates/${CODE}?q=${CODE}`)
  await expect.poll(() => lines.length).toBe(1)
  expect(lines.join()).not.toContain(CODE)
  server.close()
})
