import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { fileStore } from '~/files/file-store.server'
import { storeFile } from '~/files/files.server'
import { loader as ownCv } from '~/person/routes/cv-file'
import { db } from '~/platform/db.server'
import { loader as cv } from '~/portal/routes/cv'
import { employerOf, makeScene, present } from '../presentations/presenting-scene'
import { argsOf, as } from '../support/as'
import { makeConsent } from '../support/factories'
import { bringVocabulary } from '../support/vocabulary'

beforeAll(bringVocabulary)

const sha256 = (bytes: ArrayBuffer) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex')

async function shared() {
  const scene = await makeScene({ consent: false })
  await makeConsent(scene.candidateId, { company_id: scene.companyId, tier: 'T2' })
  const { id } = await present(await as('liaison'), scene, { tier: 'T2', cvId: scene.cvId })
  const presentation = await db
    .selectFrom('presentation')
    .innerJoin('cv', 'cv.id', 'presentation.cv_id')
    .select(['presentation.cv_sha256 as sha256', 'cv.file_id as fileId'])
    .where('presentation.id', '=', id)
    .executeTakeFirstOrThrow()
  const employer = await employerOf(scene)
  const view = () => cv(argsOf(employer.request('/'), { presentationId: id }))
  return { scene, ...presentation, view }
}

test('12: the bytes an employer gets have the hash that was shared, and the person can look at the same', async () => {
  const { scene, sha256: kept, view } = await shared()
  expect(sha256(await (await view()).arrayBuffer())).toBe(kept)
  const person = await as('person', { candidateId: scene.candidateId })
  const own = await ownCv(argsOf(person.request('/'), { cvId: scene.cvId }))
  expect(sha256(await own.arrayBuffer())).toBe(kept)
})

test('12: other bytes under the same file are never handed out', async () => {
  const { fileId, view } = await shared()
  await fileStore().put(fileId, new TextEncoder().encode('something else'))
  await expect(view()).rejects.toThrow('is not the shared one')
})

test('12: a newer version of the CV is not what the employer sees', async () => {
  const { scene, sha256: kept, view } = await shared()
  const newer = await db.transaction().execute((trx) =>
    storeFile(trx, null, {
      name: 'uusi.pdf',
      mediaType: 'application/pdf',
      bytes: new TextEncoder().encode('a newer CV'),
    }),
  )
  await db
    .insertInto('cv')
    .values({
      candidate_id: scene.candidateId,
      file_id: newer.id,
      version_number: 2,
      status: 'read',
      approved_on: '2026-02-02',
      made_current_at: new Date(),
    })
    .execute()
  expect(sha256(await (await view()).arrayBuffer())).toBe(kept)
})
