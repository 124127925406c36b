import { slugOf } from './company-names'
import type { Seeker } from './seeker'

export type CvLine = { text: string; look: 'name' | 'heading' | 'plain' }

const headings = {
  fi: { profile: 'Profiili', work: 'Työkokemus ja koulutus', skills: 'Osaaminen', languages: 'Kielitaito' },
  sv: {
    profile: 'Profil',
    work: 'Arbetslivserfarenhet och utbildning',
    skills: 'Kunskaper',
    languages: 'Språkkunskaper',
  },
  en: { profile: 'Profile', work: 'Work experience and education', skills: 'Skills', languages: 'Languages' },
} as const

/** A CV as its person would write it, line by line. */
export function cvLines(seeker: Seeker): CvLine[] {
  const heading = headings[seeker.language]
  const languageNames = new Intl.DisplayNames([seeker.language], { type: 'language' })
  const lines: CvLine[] = [
    { text: seeker.name, look: 'name' },
    { text: seeker.headline, look: 'plain' },
    {
      text: `${seeker.municipality} | ${slugOf(seeker.name).replaceAll('-', '.')}@posti.example`,
      look: 'plain',
    },
  ]
  const section = (title: string, texts: string[]) => {
    lines.push({ text: title, look: 'heading' })
    for (const text of texts) lines.push({ text, look: 'plain' })
  }
  section(heading.profile, [seeker.about])
  section(
    heading.work,
    (seeker.path ?? []).map(([years, what, where]) => `${years}  ${what}, ${where}`),
  )
  section(
    heading.skills,
    seeker.skills.map(([, , evidence]) => evidence),
  )
  section(heading.languages, [
    Object.entries(seeker.languages)
      .map(
        ([language, level]) =>
          `${languageNames.of(language)}: ${level === 'native' ? nativeWord[seeker.language] : level}`,
      )
      .join(', '),
  ])
  return lines
}

const nativeWord = { fi: 'äidinkieli', sv: 'modersmål', en: 'native' } as const
