import type { LanguageLevel } from './candidate'
import type { CvReading } from './cv-reading/cv-reading'

/** A language that a CV tells of, with its level, and the level on the profile where there is another one. */
export type OfferedLanguage = {
  language: string
  level: LanguageLevel
  estimated: boolean
  now: string | null
}

/** Languages of a CV that the profile lacks or has at another level. Those without a level are left to be asked. */
export function offeredLanguages(
  found: CvReading['languages'],
  profile: readonly { language: string; level: string }[],
): OfferedLanguage[] {
  const known = new Map(profile.map(({ language, level }) => [language, level]))
  return found.flatMap(({ language, level, levelFrom }) => {
    const now = known.get(language) ?? null
    if (level === null || level === now || language.length !== 2) return []
    return [{ language, level, estimated: levelFrom === 'words' && level !== 'native', now }]
  })
}

/** Languages that a CV names without a level and the profile lacks: only the person can tell how well. */
export function languagesToAsk(
  found: CvReading['languages'],
  profile: readonly { language: string }[],
): string[] {
  const known = new Set(profile.map(({ language }) => language))
  return found.flatMap(({ language, level }) =>
    level === null && language.length === 2 && !known.has(language) ? [language] : [],
  )
}
