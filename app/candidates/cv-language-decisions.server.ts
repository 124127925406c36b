import { sql } from 'kysely'
import type { Viewer } from '~/auth/viewer.server'
import type { Trx } from '~/platform/db.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { addLanguagesOfCv, removeLanguages } from './candidate-languages.server'
import { offeredLanguages } from './cv-languages'
import type { CvReading } from './cv-reading/cv-reading'
import { languageCodeOf } from './cv-reading/languages'

type CvOf = { id: string; candidateId: string }

/** Skills whose languages are meant, or every language of the CV. */
type Meant = { of: readonly string[] | 'all' }

/**
 * Languages that come to the profile with a yes given at `at`: each with the level that the CV tells. One without a
 * level, or that the profile has already, is left to be asked.
 */
export async function bringLanguages(
  trx: Trx,
  viewer: Viewer,
  cv: CvOf,
  { of, at }: Meant & { at: Date },
): Promise<void> {
  const codes = codesOf(of)
  if (codes?.length === 0) return
  const { languages } = await trx
    .selectFrom('cv')
    .select(sql<CvReading['languages'] | null>`reading -> 'languages'`.as('languages'))
    .where('id', '=', cv.id)
    .executeTakeFirstOrThrow()
  const known = await trx
    .selectFrom('candidate_language')
    .select(['language', 'level'])
    .where('candidate_id', '=', cv.candidateId)
    .execute()
  const missing = offeredLanguages(languages ?? [], known).filter(
    ({ language, now }) => now === null && (codes?.includes(language) ?? true),
  )
  const accepted = missing.map(({ language, level }) => ({ language, level }))
  await addLanguagesOfCv(trx, viewer, cv.candidateId, accepted, at)
}

/**
 * Languages leave the profile that a CV brought there and nobody has written down since: with `at`, only those of the
 * yes given then.
 */
export async function takeLanguagesAway(
  trx: Trx,
  viewer: Viewer,
  { candidateId }: CvOf,
  { of, at }: Meant & { at?: Date },
): Promise<void> {
  const codes = codesOf(of)
  if (codes?.length === 0) return
  let brought = trx
    .deleteFrom('candidate_fact_source')
    .where('candidate_id', '=', candidateId)
    .where('source', '=', 'cv')
    .where('fact', 'like', 'language:%')
  if (at) brought = brought.where('written_at', '=', at)
  if (codes)
    brought = brought.where(
      'fact',
      'in',
      codes.map((code) => `language:${code}`),
    )
  const facts = await brought.returning('fact').execute()
  const languages = facts.map(({ fact }) => fact.slice('language:'.length))
  await removeLanguages(trx, viewer, candidateId, languages)
}

/** Language codes of those skills that are languages; null means every language. */
function codesOf(of: Meant['of']): string[] | null {
  if (of === 'all') return null
  const { skills } = loadVocabulary().vocabulary
  return of.flatMap((id) => {
    const skill = skills.get(id)
    if (skill?.kind !== 'language') return []
    return Object.values(skill.name).flatMap((name) => languageCodeOf(name) ?? [])
  })
}
