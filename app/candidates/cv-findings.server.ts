import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { noteUnknownWords } from '~/skills/unknown-words/unknown-words.server'
import type { CvReading } from './cv-reading/cv-reading'
import { skillsIn, unknownWordsIn } from './cv-skills.server'
import { findCv } from './cvs.server'

/** The skills found in a CV with the words they were found by and what was decided of each. */
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
      'cv_finding.found_by as foundBy',
      'skill.label_fi as fi',
      'skill.label_sv as sv',
      'skill.label_en as en',
    ])
    .where('cv_finding.cv_id', '=', cvId)
    .orderBy('cv_finding.starts_at')
    .orderBy('cv_finding.id')
    .execute()
}

export type Finding = Awaited<ReturnType<typeof listFindings>>[number]

/** One finding of a CV that the viewer may see, with where its sentence begins in the text. */
export async function findFinding(
  db: Db,
  viewer: Viewer,
  at: { candidateId: string; cvId: string; findingId: string },
) {
  const cv = await findCv(db, viewer, at)
  const finding = cv && (await listFindings(db, cv.id)).find(({ id }) => id === at.findingId)
  if (!cv || !finding) return undefined
  const within = cv.reading?.sentences.find(
    ({ start, end }) => finding.startsAt >= start && finding.startsAt < end,
  )
  const { candidateId, cvId } = at
  const sentenceStartsAt = within?.start ?? finding.startsAt
  return { ...finding, candidateId, cvId, number: cv.number, sentenceStartsAt }
}

type CvOf = { id: string; candidateId: string }

/**
 * Keeps what the reader found in a CV. What a person rejected before, or took off the profile, stays rejected; what
 * a person added to this CV stays, at the place where its sentence now stands.
 */
export async function keepFindings(trx: Trx, cv: CvOf, reading: CvReading): Promise<void> {
  await noteUnknownWords(trx, { cvId: cv.id }, unknownWordsIn(reading))
  const decisions = await earlierDecisions(trx, cv.candidateId)
  await trx.deleteFrom('cv_finding').where('cv_id', '=', cv.id).where('found_by', '=', 'reader').execute()
  const added = await trx
    .selectFrom('cv_finding')
    .select(['id', 'skill_id as skillId', 'sentence'])
    .where('cv_id', '=', cv.id)
    .execute()
  for (const { id, sentence } of added) {
    const at = sentence === '' ? -1 : reading.text.indexOf(sentence)
    const place = at < 0 ? { starts_at: 0, ends_at: 0 } : { starts_at: at, ends_at: at + sentence.length }
    await trx.updateTable('cv_finding').set(place).where('id', '=', id).execute()
  }
  const found = skillsIn(reading).filter(({ skillId }) => !added.some((one) => one.skillId === skillId))
  if (found.length === 0) return
  await trx
    .insertInto('cv_finding')
    .values(
      found.map(({ skillId, words, sentence, start, end, level, years, place, jobs }) => ({
        cv_id: cv.id,
        candidate_id: cv.candidateId,
        skill_id: skillId,
        words,
        sentence,
        starts_at: start,
        ends_at: end,
        level: level === undefined ? null : String(level),
        years: years ?? null,
        place,
        jobs,
        decision: decisions.get(skillId)?.decision ?? null,
        decided_by: decisions.get(skillId)?.decidedBy ?? null,
        decided_at: decisions.get(skillId)?.decidedAt ?? null,
      })),
    )
    .execute()
  await keepPlaces(trx, cv.id)
}

/** Skills already confirmed from this version are told by where its latest reading finds them. */
async function keepPlaces(trx: Trx, cvId: string): Promise<void> {
  await trx
    .updateTable('candidate_skill')
    .from('cv_finding')
    .set((eb) => ({ place: eb.ref('cv_finding.place'), jobs: eb.ref('cv_finding.jobs') }))
    .where('cv_finding.cv_id', '=', cvId)
    .where('cv_finding.found_by', '=', 'reader')
    .where('candidate_skill.cv_id', '=', cvId)
    .whereRef('candidate_skill.skill_id', '=', 'cv_finding.skill_id')
    .execute()
}

/** The latest word on each skill of this person, from whichever version; a removal from the profile is a no. */
async function earlierDecisions(trx: Trx, candidateId: string) {
  const decided = await trx
    .selectFrom('cv_finding')
    .distinctOn('skill_id')
    .select(['skill_id as skillId', 'decision', 'decided_by as decidedBy', 'decided_at as decidedAt'])
    .where('candidate_id', '=', candidateId)
    .where('decision', 'is not', null)
    .orderBy('skill_id')
    .orderBy('decided_at', 'desc')
    .execute()
  const removed = await trx
    .selectFrom('candidate_skill')
    .select(['skill_id as skillId', 'removed_by as decidedBy', 'removed_at as decidedAt'])
    .select(sql<string>`'rejected'`.as('decision'))
    .where('candidate_id', '=', candidateId)
    .where('removed_at', 'is not', null)
    .execute()
  return new Map([...decided, ...removed].map((row) => [row.skillId, row]))
}
