import { type SqlBool, sql } from 'kysely'
import { db, type Trx } from '~/platform/db.server'
import { textSearchOf } from '~/skills/shared-words'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { keepFindings } from './cv-findings.server'
import type { CvReading } from './cv-reading/cv-reading'

/**
 * Finds skills anew in every read CV that names this one, or that may name it by the words it has now. Each CV is a
 * transaction of its own, from the reading that was kept: the file is not opened again.
 */
export async function lookForSkillInCvs(skillId: string): Promise<void> {
  for (const { id } of await cvsThatMayName(skillId)) {
    await db.transaction().execute((trx) => findSkillsAgain(trx, id))
  }
}

async function cvsThatMayName(skillId: string): Promise<{ id: string }[]> {
  const words = loadVocabulary().vocabulary.skills.get(skillId)?.words ?? []
  const searches = words.flatMap(({ text }) => textSearchOf(text) ?? [])
  const naming = db
    .selectFrom('cv_finding')
    .select('cv_finding.cv_id as id')
    .where('cv_finding.skill_id', '=', skillId)
    .where('cv_finding.found_by', '=', 'reader')
  const waiting = db
    .selectFrom('unknown_word_use')
    .innerJoin('unknown_word', 'unknown_word.id', 'unknown_word_use.word_id')
    .select(sql<string>`unknown_word_use.cv_id`.as('id'))
    .where('unknown_word.skill_id', '=', skillId)
    .where('unknown_word_use.cv_id', 'is not', null)
  const holding = db
    .selectFrom('cv')
    .select('cv.id')
    .where(sql<SqlBool>`cv.words @@ ${searches.join(' | ')}::tsquery`)
    .where('cv.made_current_at', 'is not', null)
    .where('cv.removed_at', 'is', null)
  return naming.union(waiting).union(holding).execute()
}

async function findSkillsAgain(trx: Trx, cvId: string): Promise<void> {
  const cv = await trx
    .selectFrom('cv')
    .select(['id', 'candidate_id as candidateId', 'reading', 'text'])
    .where('id', '=', cvId)
    .where('status', '=', 'read')
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!cv?.reading) return
  const reading = { ...(cv.reading as CvReading), text: cv.text ?? '' }
  await keepFindings(trx, cv, reading)
}
