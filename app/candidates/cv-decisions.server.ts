import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import type { Decision } from './cv-decision'
import { bringLanguages, takeLanguagesAway } from './cv-language-decisions.server'

type CvOf = { id: string; candidateId: string }
type Decided = {
  skill_id: string
  sentence: string
  level: string | null
  years: string | number | null
  place: string | null
  jobs: number
}

/**
 * The person's yes or no to skills found: a confirmed one joins the profile with its sentence, a rejected one
 * leaves it whichever version brought it; only a skill added by hand stays. A language goes and comes with its level.
 * `undecided` takes a decision back, and the profile with it. With no id, all that are undecided are decided, and a
 * yes is to every language of the CV too. Gives the moment of the decision, or null where nothing was decided.
 */
export async function decideFindings(
  trx: Trx,
  viewer: Viewer,
  cv: CvOf,
  decision: Decision,
  findingId: string | null,
): Promise<Date | null> {
  if (decision === 'undecided') {
    await takeBack(trx, viewer, cv, findingId)
    return null
  }
  const at = new Date()
  let undecided = trx
    .updateTable('cv_finding')
    .set({ decision, decided_by: viewer.userId, decided_at: at })
    .where('cv_id', '=', cv.id)
  undecided = findingId ? undecided.where('id', '=', findingId) : undecided.where('decision', 'is', null)
  const decided = await undecided
    .returning(['skill_id', 'sentence', 'level', 'years', 'place', 'jobs'])
    .execute()
  if (decided.length === 0) return null
  const skillIds = decided.map((found) => found.skill_id)
  if (decision === 'confirmed') {
    await bringToProfile(trx, viewer, cv, decided)
    await bringLanguages(trx, viewer, cv, { of: findingId ? skillIds : 'all', at })
  } else {
    await takeFromProfile(trx, viewer, cv, { skillIds, at })
    await takeLanguagesAway(trx, viewer, cv, { of: skillIds })
  }
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: decision === 'confirmed' ? 'skills_confirmed' : 'skills_rejected',
    subject: ['cv', cv.id],
    candidateId: cv.candidateId,
    detail: { count: decided.length },
  })
  return at
}

type AddedSkill = {
  skillId: string
  /** The sentence of the CV that shows it, or nothing where the CV does not say it. */
  sentence: string
  startsAt: number
  /** The finding that this one is meant instead of. */
  insteadOf?: string
}

/** A skill that a person reads out of the CV themselves, or means instead of one found: confirmed at once. */
export async function addFinding(trx: Trx, viewer: Viewer, cv: CvOf, added: AddedSkill): Promise<void> {
  const { skillId, sentence, startsAt, insteadOf } = added
  if (insteadOf) await decideFindings(trx, viewer, cv, 'rejected', insteadOf)
  await trx.deleteFrom('cv_finding').where('cv_id', '=', cv.id).where('skill_id', '=', skillId).execute()
  const finding = await trx
    .insertInto('cv_finding')
    .values({
      cv_id: cv.id,
      candidate_id: cv.candidateId,
      skill_id: skillId,
      words: sentence,
      sentence,
      starts_at: startsAt,
      ends_at: startsAt + sentence.length,
      found_by: 'person',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await decideFindings(trx, viewer, cv, 'confirmed', finding.id)
}

async function bringToProfile(trx: Trx, viewer: Viewer, cv: CvOf, decided: Decided[]): Promise<void> {
  await trx
    .insertInto('candidate_skill')
    .values(
      decided.map((found) => ({
        candidate_id: cv.candidateId,
        skill_id: found.skill_id,
        level: found.level ? Number(found.level) : null,
        years: found.years,
        place: found.place,
        jobs: found.jobs,
        source: 'cv' as const,
        evidence: found.sentence || null,
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
        place: eb.ref('excluded.place'),
        jobs: eb.ref('excluded.jobs'),
        confirmed_by: eb.ref('excluded.confirmed_by'),
        confirmed_at: new Date(),
        removed_at: null,
        removed_by: null,
      })),
    )
    .execute()
}

async function takeFromProfile(
  trx: Trx,
  viewer: Viewer,
  cv: CvOf,
  { skillIds, at }: { skillIds: string[]; at: Date },
): Promise<void> {
  await trx
    .updateTable('candidate_skill')
    .set({ removed_at: at, removed_by: viewer.userId })
    .where('candidate_id', '=', cv.candidateId)
    .where('source', '=', 'cv')
    .where('removed_at', 'is', null)
    .where('skill_id', 'in', skillIds)
    .execute()
}

/** Takes back a yes to all, given at `at`, with the languages that came by it. */
export async function takeBackAll(trx: Trx, viewer: Viewer, cv: CvOf, at: Date): Promise<void> {
  const confirmed = await trx
    .selectFrom('cv_finding')
    .select('id')
    .where('cv_id', '=', cv.id)
    .where('decision', '=', 'confirmed')
    .where('decided_at', '=', at)
    .execute()
  for (const { id } of confirmed) await takeBack(trx, viewer, cv, id)
  await takeLanguagesAway(trx, viewer, cv, { of: 'all', at })
}

/** Undoes one decision: the skill is on the profile again as before it, or, after a yes, no longer. */
async function takeBack(trx: Trx, viewer: Viewer, cv: CvOf, findingId: string | null): Promise<void> {
  const finding = await trx
    .selectFrom('cv_finding')
    .select(['id', 'skill_id as skillId', 'decision', 'decided_at as decidedAt'])
    .where('cv_id', '=', cv.id)
    .where('id', '=', findingId)
    .where('decision', 'is not', null)
    .executeTakeFirst()
  if (!finding) return
  const { candidateId } = cv
  const onProfile = { candidate_id: candidateId, skill_id: finding.skillId, source: 'cv' as const }
  await trx
    .updateTable('cv_finding')
    .set({ decision: null, decided_by: null, decided_at: null })
    .where('id', '=', finding.id)
    .execute()
  if (finding.decision === 'rejected') {
    await trx
      .updateTable('candidate_skill')
      .set({ removed_at: null, removed_by: null })
      .where((eb) => eb.and(onProfile))
      .where('removed_at', '=', finding.decidedAt)
      .execute()
  } else {
    await takeBackYes(trx, viewer, cv, finding.skillId)
    await takeLanguagesAway(trx, viewer, cv, {
      of: [finding.skillId],
      at: finding.decidedAt ?? undefined,
    })
  }
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'skill_decision_undone',
    subject: ['cv', cv.id],
    candidateId,
  })
}

/** The skill leaves the profile, unless another version's yes still holds it there. */
async function takeBackYes(trx: Trx, viewer: Viewer, cv: CvOf, skillId: string): Promise<void> {
  await trx
    .deleteFrom('candidate_skill')
    .where('candidate_id', '=', cv.candidateId)
    .where('skill_id', '=', skillId)
    .where('source', '=', 'cv')
    .where('cv_id', '=', cv.id)
    .execute()
  const other = await trx
    .selectFrom('cv_finding')
    .innerJoin('cv', 'cv.id', 'cv_finding.cv_id')
    .select(['cv_finding.cv_id', 'skill_id', 'sentence', 'level', 'years', 'place', 'jobs'])
    .where('cv_finding.candidate_id', '=', cv.candidateId)
    .where('skill_id', '=', skillId)
    .where('decision', '=', 'confirmed')
    .where('cv.removed_at', 'is', null)
    .orderBy('decided_at', 'desc')
    .executeTakeFirst()
  if (other) await bringToProfile(trx, viewer, { id: other.cv_id, candidateId: cv.candidateId }, [other])
}
