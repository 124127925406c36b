import { lookForSkillInCvs } from '~/candidates/cv-findings-again.server'
import { db } from '~/platform/db.server'
import { refreshVocabulary } from '~/skills/vocabulary-refresh.server'
import { recogniseNeedsAgain } from './need-words.server'

/**
 * The job: after the words of a skill changed, reads again the CVs and needs that may name it. What a person
 * confirmed, rejected or took away stays so. Safe to run twice.
 */
export async function lookForSkillAgain({ skillId }: { skillId: string }): Promise<void> {
  await refreshVocabulary(db)
  await lookForSkillInCvs(skillId)
  await db.transaction().execute((trx) => recogniseNeedsAgain(trx, skillId))
}
