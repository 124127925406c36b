import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { evidenceReader } from './readable-evidence.server'

/** The skills kept about a person, with their names in three languages. */
export function heldSkills(db: Db, candidateId: string) {
  return db
    .selectFrom('candidate_skill')
    .innerJoin('skill', 'skill.id', 'candidate_skill.skill_id')
    .select([
      'skill.id',
      'skill.label_fi as fi',
      'skill.label_sv as sv',
      'skill.label_en as en',
      'candidate_skill.level',
      'candidate_skill.evidence',
    ])
    .where('candidate_skill.candidate_id', '=', candidateId)
    .where('candidate_skill.removed_at', 'is', null)
}

/** The confirmed skills of a person the caller has found, strongest first, with what the viewer may read. */
export async function listCandidateSkills(db: Db, viewer: Viewer, candidateId: string) {
  const readable = await evidenceReader(db, viewer, [candidateId])
  const skills = await heldSkills(db, candidateId)
    .select(['candidate_skill.years', 'candidate_skill.source'])
    .orderBy('candidate_skill.level', (order) => order.desc().nullsLast())
    .orderBy('skill.label_fi')
    .execute()
  return skills.map((skill) => ({ ...skill, evidence: readable(candidateId, skill.evidence) }))
}

export type CandidateSkill = Awaited<ReturnType<typeof listCandidateSkills>>[number]

/** Those of the given identifiers that are skills in use. */
export async function knownSkillsOf(db: Db, skillIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('skill')
    .select('id')
    .where('id', 'in', [...skillIds])
    .where('retired_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Adds a skill by hand, or brings back one that was removed. What a person adds is confirmed by that person. */
export async function addCandidateSkill(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  skill: { skillId: string; level: number | null; source: 'coach' | 'person' },
): Promise<void> {
  await trx
    .insertInto('candidate_skill')
    .values({
      candidate_id: candidateId,
      skill_id: skill.skillId,
      level: skill.level,
      source: skill.source,
      confirmed_by: viewer.userId,
      person_confirmed_at: skill.source === 'person' ? new Date() : null,
    })
    .onConflict((conflict) =>
      conflict.columns(['candidate_id', 'skill_id']).doUpdateSet({
        level: skill.level,
        confirmed_by: viewer.userId,
        confirmed_at: new Date(),
        ...(skill.source === 'person' && { person_confirmed_at: new Date() }),
        removed_at: null,
        removed_by: null,
      }),
    )
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'skill_added',
    subject: ['candidate', candidateId],
    candidateId,
  })
}

/** Removes a skill; reading a CV again does not bring it back. */
export async function removeCandidateSkill(
  trx: Trx,
  viewer: Viewer,
  candidateId: string,
  skillId: string,
): Promise<void> {
  const removed = await trx
    .updateTable('candidate_skill')
    .set({ removed_at: new Date(), removed_by: viewer.userId })
    .where('candidate_id', '=', candidateId)
    .where('skill_id', '=', skillId)
    .where('removed_at', 'is', null)
    .returning('skill_id')
    .executeTakeFirst()
  if (!removed) return
  await trx
    .updateTable('cv_finding')
    .set({ decision: 'rejected', decided_by: viewer.userId, decided_at: new Date() })
    .where('candidate_id', '=', candidateId)
    .where('skill_id', '=', skillId)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'skill_removed',
    subject: ['candidate', candidateId],
    candidateId,
  })
}
