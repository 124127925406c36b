import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { findSkills } from '~/skills/find-skills'
import { loadVocabulary } from '~/skills/vocabulary.server'
import type { CvReading } from './cv-reading/cv-reading'

export async function listFindings(db: Db, cvId: string) {
  return db
    .selectFrom('cv_finding')
    .innerJoin('skill', 'skill.id', 'cv_finding.skill_id')
    .select([
      'cv_finding.id',
      'cv_finding.skill_id as skillId',
      'cv_finding.words',
      'cv_finding.sentence',
      'cv_finding.starts_at as startsAt',
      'cv_finding.ends_at as endsAt',
      'cv_finding.years',
      'cv_finding.decision',
      'skill.label_fi as fi',
      'skill.label_sv as sv',
      'skill.label_en as en',
    ])
    .where('cv_finding.cv_id', '=', cvId)
    .orderBy('cv_finding.starts_at')
    .execute()
}

export type Finding = Awaited<ReturnType<typeof listFindings>>[number]

/**
 * Skills are read only from sentences free of personal facts; what a person rejected before, or took off the
 * profile, stays rejected.
 */
export async function keepFindings(
  trx: Trx,
  cv: { id: string; candidateId: string },
  reading: CvReading,
): Promise<void> {
  const { vocabulary } = loadVocabulary()
  const byPlace = new Map<string, ReturnType<typeof findSkills>[number]>()
  for (const sentence of reading.sentences) {
    if (sentence.personal) continue
    for (const found of findSkills(sentence.text, vocabulary)) {
      if (found.negated || byPlace.has(found.skillId)) continue
      byPlace.set(found.skillId, {
        ...found,
        start: found.start + sentence.start,
        end: found.end + sentence.start,
      })
    }
  }
  const decided = await trx
    .selectFrom('cv_finding')
    .distinctOn('skill_id')
    .select(['skill_id as skillId', 'decision', 'decided_by as decidedBy', 'decided_at as decidedAt'])
    .where('candidate_id', '=', cv.candidateId)
    .where('decision', 'is not', null)
    .orderBy('skill_id')
    .orderBy('decided_at', 'desc')
    .execute()
  const removed = await trx
    .selectFrom('candidate_skill')
    .select(['skill_id as skillId', 'removed_by as decidedBy', 'removed_at as decidedAt'])
    .select(sql<string>`'rejected'`.as('decision'))
    .where('candidate_id', '=', cv.candidateId)
    .where('removed_at', 'is not', null)
    .execute()
  const decisions = new Map([...decided, ...removed].map((row) => [row.skillId, row]))
  await trx.deleteFrom('cv_finding').where('cv_id', '=', cv.id).execute()
  if (byPlace.size === 0) return
  await trx
    .insertInto('cv_finding')
    .values(
      [...byPlace.values()].map((found) => ({
        cv_id: cv.id,
        candidate_id: cv.candidateId,
        skill_id: found.skillId,
        words: found.words,
        sentence: found.sentence,
        starts_at: found.start,
        ends_at: found.end,
        level: found.level === undefined ? null : String(found.level),
        years: found.years ?? null,
        decision: decisions.get(found.skillId)?.decision ?? null,
        decided_by: decisions.get(found.skillId)?.decidedBy ?? null,
        decided_at: decisions.get(found.skillId)?.decidedAt ?? null,
      })),
    )
    .execute()
}

/**
 * The person's yes or no to skills found: a confirmed one joins the profile with its sentence, a rejected one
 * leaves it whichever version brought it; only a skill added by hand stays. With no id, all that are undecided
 * are decided.
 */
export async function decideFindings(
  trx: Trx,
  viewer: Viewer,
  cv: { id: string; candidateId: string },
  decision: 'confirmed' | 'rejected',
  findingId: string | null,
): Promise<void> {
  let undecided = trx
    .updateTable('cv_finding')
    .set({ decision, decided_by: viewer.userId, decided_at: new Date() })
    .where('cv_id', '=', cv.id)
  undecided = findingId ? undecided.where('id', '=', findingId) : undecided.where('decision', 'is', null)
  const decided = await undecided.returning(['skill_id', 'sentence', 'level', 'years']).execute()
  if (decided.length === 0) return
  if (decision === 'confirmed') {
    await trx
      .insertInto('candidate_skill')
      .values(
        decided.map((found) => ({
          candidate_id: cv.candidateId,
          skill_id: found.skill_id,
          level: found.level ? Number(found.level) : null,
          years: found.years,
          source: 'cv' as const,
          evidence: found.sentence,
          cv_id: cv.id,
          confirmed_by: viewer.userId,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['candidate_id', 'skill_id']).doUpdateSet((eb) => ({
          evidence: eb.ref('excluded.evidence'),
          cv_id: eb.ref('excluded.cv_id'),
          source: eb.ref('excluded.source'),
          years: eb.ref('excluded.years'),
          confirmed_by: eb.ref('excluded.confirmed_by'),
          confirmed_at: new Date(),
          removed_at: null,
          removed_by: null,
        })),
      )
      .execute()
  } else {
    await trx
      .updateTable('candidate_skill')
      .set({ removed_at: new Date(), removed_by: viewer.userId })
      .where('candidate_id', '=', cv.candidateId)
      .where('source', '=', 'cv')
      .where('removed_at', 'is', null)
      .where(
        'skill_id',
        'in',
        decided.map((found) => found.skill_id),
      )
      .execute()
  }
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: decision === 'confirmed' ? 'skills_confirmed' : 'skills_rejected',
    subject: ['cv', cv.id],
    candidateId: cv.candidateId,
    detail: { count: decided.length },
  })
}
