import type { Phrase, WordForm } from './skill-lexicon'
import type { Token } from './text-tokens'

/** A place in the text that could be a skill. */
export type Candidate = {
  phrase: Phrase
  /** Tokens covered, first and last inclusive. */
  first: number
  last: number
  /** How the last word was read. */
  form: WordForm
  /** Capital letters are those of the vocabulary. */
  casedAlike: boolean
}

/** A text being read: its words, the skills settled so far and those still in doubt, each found by its place. */
export class SkillPage {
  private readonly settledByToken = new Map<number, Candidate>()
  private readonly doubtfulByToken = new Map<number, Candidate[]>()

  constructor(
    readonly text: string,
    readonly tokens: Token[],
  ) {}

  settle(candidate: Candidate): void {
    for (let at = candidate.first; at <= candidate.last; at++) this.settledByToken.set(at, candidate)
  }

  doubt(candidate: Candidate): void {
    const others = this.doubtfulByToken.get(candidate.first)
    if (others) others.push(candidate)
    else this.doubtfulByToken.set(candidate.first, [candidate])
  }

  /** Whether no settled skill covers any of the candidate's words. */
  isFree({ first, last }: Candidate): boolean {
    for (let at = first; at <= last; at++) if (this.settledByToken.has(at)) return false
    return true
  }

  isSettled(at: number): boolean {
    return this.settledByToken.has(at)
  }

  settledStartingAt(at: number): Candidate | undefined {
    const candidate = this.settledByToken.get(at)
    return candidate?.first === at ? candidate : undefined
  }

  settledEndingAt(at: number): Candidate | undefined {
    const candidate = this.settledByToken.get(at)
    return candidate?.last === at ? candidate : undefined
  }

  /** Settled skills at most `reach` words before or after a candidate. */
  settledNear(candidate: Candidate, reach: number): Candidate[] {
    return this.placesNear(candidate, reach).flatMap((at) => this.settledByToken.get(at) ?? [])
  }

  /** Candidates still in doubt that begin at most `reach` words before or after a candidate. */
  doubtfulNear(candidate: Candidate, reach: number): Candidate[] {
    return this.placesNear(candidate, reach)
      .flatMap((at) => this.doubtfulByToken.get(at) ?? [])
      .filter((other) => this.isFree(other))
  }

  private placesNear({ first, last }: Candidate, reach: number): number[] {
    const places: number[] = []
    for (let step = 1; step <= reach; step++) places.push(first - step, last + step)
    return places
  }

  /** The text between two candidates that do not overlap, whichever comes first. */
  textBetween(a: Candidate, b: Candidate): string {
    const [left, right] = a.first < b.first ? [a, b] : [b, a]
    return this.text.slice(this.tokens[left.last]?.end ?? 0, this.tokens[right.first]?.start ?? 0)
  }
}
