import { sql } from 'kysely'
import { readStoredFile } from '~/files/files.server'
import { enqueue } from '~/jobs/queue.server'
import { db, type Trx } from '~/platform/db.server'
import { indexTexts } from '~/skills/shared-words'
import { refreshVocabulary } from '~/skills/vocabulary-refresh.server'
import { keepFindings } from './cv-findings.server'
import { type CvForm, structuredCvOfForm } from './cv-form'
import { passagesOf } from './cv-passages'
import type { CvReading, CvReadingResult } from './cv-reading/cv-reading'
import { readCvFile, readScannedCvFile } from './cv-reading/read-cv.server'
import { documentOfStructuredCv } from './cv-reading/structured-cv'
import { understandCv } from './cv-reading/understand-cv'
import { putReadCvToUse } from './cvs.server'

type Waiting = { id: string; candidateId: string; fileId: string; form: CvForm | null }

/**
 * The job: reads one CV in its own process and keeps what was found; a scan is handed on to `readScannedCv`. Safe
 * to run twice.
 */
export async function readCv({ cvId }: { cvId: string }): Promise<void> {
  const cv = await findUnremoved(cvId)
  if (!cv) return
  const result = cv.form ? readForm(cv.form) : await readCvFile(await bytesOf(cv))
  await db.transaction().execute(async (trx) => {
    if ('problem' in result && result.problem === 'scanned') {
      await trx.updateTable('cv').set({ status: 'waiting', pages_read: 0 }).where('id', '=', cvId).execute()
      await enqueue(trx, 'read_scanned_cv', { cvId }, { key: cvId, oneAtATime: 'scans' })
    } else await keepResult(trx, cv, result)
  })
}

/** The job: recognises the text of a scanned CV and tells page by page how far it is. Safe to run twice. */
export async function readScannedCv({ cvId }: { cvId: string }): Promise<void> {
  const cv = await findUnremoved(cvId)
  if (!cv) return
  const told: Promise<unknown>[] = []
  const result = await readScannedCvFile(await bytesOf(cv), (read, of) => {
    const page = { pages_read: read, pages: of }
    told.push(db.updateTable('cv').set(page).where('id', '=', cvId).execute())
  })
  await Promise.all(told)
  await db.transaction().execute((trx) => keepResult(trx, cv, result))
}

async function findUnremoved(cvId: string): Promise<Waiting | undefined> {
  const cv = await db
    .selectFrom('cv')
    .select(['id', 'candidate_id as candidateId', 'file_id as fileId', 'form'])
    .where('id', '=', cvId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return cv && { ...cv, form: cv.form as CvForm | null }
}

async function bytesOf({ id, fileId }: Waiting): Promise<Uint8Array> {
  const file = await readStoredFile(fileId)
  if (!file) throw new Error(`the file of CV ${id} is missing`)
  return file.bytes
}

/** What was filled in here is no hostile file: it is understood at once, by the rules for every other CV. */
const readForm = (form: CvForm): { reading: CvReading } => ({
  reading: understandCv(documentOfStructuredCv(structuredCvOfForm(form), form.language), 'form'),
})

async function keepResult(trx: Trx, cv: Waiting, result: CvReadingResult): Promise<void> {
  await refreshVocabulary(trx)
  if ('problem' in result) {
    await trx
      .updateTable('cv')
      .set({ status: 'unreadable', problem: result.problem, pages_read: null, read_at: new Date() })
      .where('id', '=', cv.id)
      .execute()
    return
  }
  const { reading } = result
  if (reading.looksLikeCv) await putReadCvToUse(trx, cv)
  await trx
    .updateTable('cv')
    .set({
      status: 'read',
      problem: reading.looksLikeCv ? null : 'not_a_cv',
      format: reading.format,
      language: reading.language,
      pages: reading.pages,
      pages_read: null,
      confidence: reading.confidence,
      text: reading.text,
      reading: { ...reading, text: '', travelText: '' },
      words: searchableWords(reading),
      read_at: new Date(),
    })
    .where('id', '=', cv.id)
    .execute()
  await keepFindings(trx, cv, reading)
}

/** The different words of what is free of personal facts, for needs in words that no vocabulary knows. */
function searchableWords(reading: CvReading) {
  const words = [...indexTexts(passagesOf(reading).map(({ text }) => text)).keys()]
  return sql<string>`array_to_tsvector(${words}::text[])`
}
