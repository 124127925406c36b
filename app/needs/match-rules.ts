import { z } from 'zod'
import { text, version } from '~/platform/fields'

/** How a needed skill is met, strongest first; README and the page of rules say the same in words. */
export const LINKS = [
  'same',
  'synonym',
  'narrower',
  'implied',
  'words',
  'esco_narrower',
  'related',
  'esco_related',
  'some_words',
] as const
type MetLink = (typeof LINKS)[number]
/** 'none' is looked for and not found; 'not_compared' has no known skill and no text to look in. */
export type Link = MetLink | 'none' | 'not_compared'

/** Links that cover what is asked; the others are shown as near. */
const COVERING: ReadonlySet<Link> = new Set([
  'same',
  'synonym',
  'narrower',
  'implied',
  'words',
  'esco_narrower',
])
export function covers(link: Link): boolean {
  return COVERING.has(link)
}

/** Where the best evidence stands: a place in the CV, or the word of the person or the coach. */
export const EVIDENCE = ['title', 'several_jobs', 'work', 'studies', 'list', 'told'] as const
export type Evidence = (typeof EVIDENCE)[number]

/** Everything that can be set. Shares are percentages; a line's strength is its shares multiplied. */
export type MatchWeights = {
  must: number
  nice: number
  language: number
  link: Record<MetLink, number>
  evidence: Record<Evidence, number>
  /** A skill read in the CV that nobody has gone through yet. */
  unconfirmed: number
  levelBelow: number
  levelUnknown: number
  /** Strengths nearer to each other than this many percentage points count as equal. */
  step: number
}
export type MatchRules = { version: number; weights: MatchWeights }

/** The rules of the first release, which lists made by them are replayed by: ESCO counts for nothing in them. */
export const FIRST_RULES: MatchRules = {
  version: 1,
  weights: {
    must: 3,
    nice: 1,
    language: 1,
    link: {
      same: 100,
      synonym: 100,
      narrower: 100,
      implied: 90,
      words: 90,
      esco_narrower: 0,
      related: 40,
      esco_related: 0,
      some_words: 20,
    },
    evidence: { title: 100, several_jobs: 90, work: 80, studies: 70, list: 60, told: 60 },
    unconfirmed: 90,
    levelBelow: 50,
    levelUnknown: 90,
    step: 10,
  },
}

/** The rules Silta begins with: the first ones, and how ESCO links skills. Versions made here are rows of `match_rules`. */
export const SHIPPED_RULES: MatchRules = {
  version: 2,
  weights: {
    ...FIRST_RULES.weights,
    link: { ...FIRST_RULES.weights.link, esco_narrower: 70, esco_related: 30 },
  },
}

const share = () => z.coerce.number().int().min(0).max(100)
const weight = () => z.coerce.number().int().min(0).max(9)

/** What a version of the rules is made of; also the fields of the form that makes the next one. */
export const WeightsShape = z.object({
  must: weight().min(1),
  nice: weight(),
  language: weight(),
  // Versions from before a link was known say nothing of it.
  link: z.object({
    same: share(),
    synonym: share(),
    narrower: share(),
    implied: share(),
    words: share(),
    esco_narrower: share().default(0),
    related: share(),
    esco_related: share().default(0),
    some_words: share(),
  }),
  evidence: z.record(z.enum(EVIDENCE), share()),
  unconfirmed: share(),
  levelBelow: share(),
  levelUnknown: share(),
  step: z.coerce.number().int().min(1).max(25),
}) satisfies z.ZodType<MatchWeights>

export const RulesForm = z.object({ ...WeightsShape.shape, reason: text(300), version: version() })

/** Weights tried out in an address (`link.same=90`); null where there are none or one is out of its bounds. */
export function weightsInAddress(params: URLSearchParams): MatchWeights | null {
  const given: Record<string, unknown> = {}
  for (const [name, value] of params) {
    const [group = '', one] = name.split('.')
    if (one === undefined) given[group] = value
    else given[group] = { ...(given[group] as object | undefined), [one]: value }
  }
  const weights = WeightsShape.safeParse(given)
  return weights.success ? weights.data : null
}
