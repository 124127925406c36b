import type { WorkForm } from '~/candidates/candidate'

/** A skill as its person would say it: the words, how well from 1 to 3, and the sentence that shows it. */
type SeekerSkill = [words: string, level: 1 | 2 | 3, evidence: string]

/** Somebody who looks for work in the demonstration. Nobody of this name is meant. */
export type Seeker = {
  name: string
  municipality: string
  language: 'fi' | 'sv' | 'en'
  headline: string
  about: string
  goal: string
  languages: Record<string, string>
  forms: readonly WorkForm[]
  worksIn: readonly string[]
  skills: readonly SeekerSkill[]
  remote?: boolean
  nonDisclosure?: boolean
  /** Schooling and work for those who have a CV: year, what, where. */
  path?: readonly [years: string, what: string, where: string][]
}
