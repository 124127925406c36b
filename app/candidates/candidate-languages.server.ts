import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import type { LanguageLevel } from './candidate'
import { type FactSource, noteFactSources } from './fact-sources.server'

type Language = { language: string; level: string }

/** The languages of a person as a form tells them; notes who wrote those that are new or of another level. */
export async function saveLanguages(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  told: readonly Language[],
): Promise<void> {
  const before = new Map((await languagesOf(trx, candidateId)).map((row) => [row.language, row.level]))
  await trx.deleteFrom('candidate_language').where('candidate_id', '=', candidateId).execute()
  const byLanguage = new Map(told.map((row) => [row.language, row.level]))
  if (byLanguage.size === 0) return
  await trx
    .insertInto('candidate_language')
    .values([...byLanguage].map(([language, level]) => ({ candidate_id: candidateId, language, level })))
    .execute()
  const changed = [...byLanguage].filter(([language, level]) => before.get(language) !== level)
  if (before.size > 0)
    await noteLanguages(
      trx,
      viewer,
      candidateId,
      changed.map(([code]) => code),
      'coach',
    )
}

/**
 * Adds languages that a CV tells of and a person accepted at `at`; a language already known takes the level accepted.
 */
export async function addLanguagesOfCv(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  accepted: readonly { language: string; level: LanguageLevel }[],
  at = new Date(),
): Promise<void> {
  if (accepted.length === 0) return
  await trx
    .insertInto('candidate_language')
    .values(accepted.map((row) => ({ candidate_id: candidateId, ...row })))
    .onConflict((conflict) =>
      conflict
        .columns(['candidate_id', 'language'])
        .doUpdateSet((eb) => ({ level: eb.ref('excluded.level') })),
    )
    .execute()
  await noteLanguages(
    trx,
    viewer,
    candidateId,
    accepted.map(({ language }) => language),
    'cv',
    at,
  )
  await recordChange(trx, viewer, candidateId)
}

/** Takes languages out of the profile; nothing happens when there are none to take. */
export async function removeLanguages(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  languages: readonly string[],
): Promise<void> {
  if (languages.length === 0) return
  await trx
    .deleteFrom('candidate_language')
    .where('candidate_id', '=', candidateId)
    .where('language', 'in', languages)
    .execute()
  await recordChange(trx, viewer, candidateId)
}

/** Outside of the person's own form: whoever has that open is told, and the timeline says who changed the profile. */
async function recordChange(trx: Trx, viewer: Pick<Viewer, 'userId'>, candidateId: string): Promise<void> {
  await trx
    .updateTable('candidate')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', candidateId)
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'candidate_changed',
    subject: ['candidate', candidateId],
    candidateId,
  })
}

function languagesOf(trx: Trx, candidateId: string) {
  return trx
    .selectFrom('candidate_language')
    .select(['language', 'level'])
    .where('candidate_id', '=', candidateId)
    .execute()
}

async function noteLanguages(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  candidateId: string,
  codes: string[],
  source: FactSource,
  at = new Date(),
): Promise<void> {
  await noteFactSources(
    trx,
    viewer,
    candidateId,
    codes.map((code) => `language:${code}`),
    source,
    at,
  )
}
