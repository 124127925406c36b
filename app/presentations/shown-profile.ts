import { type Identity, maskIdentity } from '~/candidates/identity-mask'
import type { Match } from '~/needs/match'

/** Everything an employer is shown of a person; there is no other field (380/2023 118 § 2). */
export type ShownProfile = {
  headline: string | null
  about: string | null
  skills: ShownSkill[]
  languages: { language: string; level: string }[]
  /** Forms of work, places and start as the person wishes them. */
  forms: string[]
  worksIn: string[]
  remote: boolean
  availableFrom: string | null
}
export type ShownSkill = {
  id: string
  fi: string
  sv: string
  en: string
  level: number | null
  evidence: string | null
}

/** One line of the comparison with a need, as kept with the presentation and shown to the employer. */
export type ShownLine = {
  words: string
  must: boolean
  covered: boolean
  link: string
  skillId: string | null
}
export type ShownMatch = {
  tier: string
  must: { covered: number; of: number }
  nice: { covered: number; of: number }
  lines: ShownLine[]
}

type ProfileSource = {
  headline: string | null
  about: string | null
  skills: readonly ShownSkill[]
  languages: readonly { language: string; level: string }[]
  forms: readonly string[]
  worksIn: readonly string[]
  remote: boolean
  availableFrom: string | null
  /** Under non-disclosure for safety no place is told, not even where the person would work. */
  nonDisclosure: boolean
}

/** The profile of a person without who they are, and how many sentences had to be left out of their own texts. */
export function buildShownProfile(
  source: ProfileSource,
  identity: Identity,
): { profile: ShownProfile; leftOut: number } {
  const headline = maskIdentity(source.headline, identity)
  const about = maskIdentity(source.about, identity)
  const profile: ShownProfile = {
    headline: headline.text,
    about: about.text,
    skills: source.skills.map(({ id, fi, sv, en, level, evidence }) => ({
      id,
      fi,
      sv,
      en,
      level,
      evidence: maskIdentity(evidence, identity).text,
    })),
    languages: source.languages.map(({ language, level }) => ({
      language,
      // A mother tongue tells of origin; what work needs to know is how well.
      level: level === 'native' ? 'C2' : level,
    })),
    forms: [...source.forms],
    worksIn: source.nonDisclosure ? [] : [...source.worksIn],
    remote: source.remote,
    availableFrom: source.availableFrom,
  }
  return { profile, leftOut: headline.leftOut + about.leftOut }
}

/** The comparison without the sentences: those stand in the profile, masked. */
export function shownMatchOf(match: Match): ShownMatch {
  return {
    tier: match.tier,
    must: match.must,
    nice: match.nice,
    lines: match.lines.map((line) => ({
      words: line.words,
      must: line.must,
      covered: line.covered,
      link: line.link,
      skillId: line.held?.skillId ?? null,
    })),
  }
}
