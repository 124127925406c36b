import {
  blankWords,
  conditionWords,
  markWords,
  meaningOf,
  type ScriptBlank,
  type ScriptCondition,
  type StandardQuestion,
  standardWords,
} from './script-words'

/** A piece of a script as the caller sees it. `number` counts the questions of the whole script from 1. */
export type ScriptBlock =
  | { kind: 'heading' | 'say' | 'aloud'; text: string }
  | { kind: 'question'; number: number; text: string; choices: string[]; standard: StandardQuestion | null }

type When = { condition: ScriptCondition; keyword: string | null; negated: boolean }
type ScriptPart = { block: ScriptBlock; when: When | null }

type ScriptFault =
  | 'unknown_blank'
  | 'open_brace'
  | 'unknown_mark'
  | 'unknown_condition'
  | 'condition_in_condition'
  | 'no_condition'
  | 'not_ended'
  | 'empty_question'
  | 'one_choice'
  | 'too_many_questions'
/** A fault of a script with the line it is on, counted from 1. */
type ScriptProblem = { line: number; fault: ScriptFault; words: string }

const MOST_QUESTIONS = 30
const blank = /\{\{?\s*([^{}]*?)\s*\}?\}/g

/**
 * Reads a script a line at a time: `# heading`, `! to be said aloud`, `? question (choice / choice) [difficulty]`,
 * `[if condition]` … `[else]` … `[end]`; anything else is said as it stands, an empty line ends a paragraph.
 */
export function readScript(script: string): { parts: ScriptPart[]; problems: ScriptProblem[] } {
  const reading = new ScriptReading()
  for (const [index, line] of script.split(/\r?\n/).entries()) reading.read(line.trim(), index + 1)
  reading.finish()
  return { parts: reading.parts, problems: reading.problems }
}

class ScriptReading {
  readonly parts: ScriptPart[] = []
  readonly problems: ScriptProblem[] = []
  private when: When | null = null
  private openedOn: number | null = null
  private questions = 0
  private inParagraph = false

  read(line: string, number: number): void {
    const fault = (fault: ScriptFault, words = '') => this.problems.push({ line: number, fault, words })
    for (const words of faultyBlanks(line))
      fault(words === null ? 'open_brace' : 'unknown_blank', words ?? '')

    const mark = /^\[(.*)\]$/.exec(line)?.[1]
    const sign = /^[#!?]/.exec(line)?.[0]
    if (line === '') this.inParagraph = false
    else if (mark !== undefined) this.readMark(mark, number, fault)
    else if (sign === '?') this.ask(line.slice(1).trim(), fault)
    else if (sign) this.add({ kind: sign === '#' ? 'heading' : 'aloud', text: line.slice(1).trim() })
    else this.say(line)
  }

  finish(): void {
    if (this.openedOn !== null) this.problems.push({ line: this.openedOn, fault: 'not_ended', words: '' })
  }

  private add(block: ScriptBlock): void {
    this.parts.push({ block, when: this.when })
    this.inParagraph = false
  }

  private say(line: string): void {
    const last = this.parts.at(-1)
    if (this.inParagraph && last?.block.kind === 'say' && last.when === this.when)
      last.block.text = `${last.block.text}\n${line}`
    else this.add({ kind: 'say', text: line })
    this.inParagraph = true
  }

  private ask(question: string, fault: (fault: ScriptFault, words?: string) => void): void {
    const tag = /\[([^[\]]*)\]$/.exec(question)
    const untagged = tag ? question.slice(0, tag.index).trim() : question
    const offered = /\(([^()]*)\)$/.exec(untagged)
    const text = (offered ? untagged.slice(0, offered.index) : untagged).trim()
    const choices = (offered?.[1] ?? '')
      .split('/')
      .map((choice) => choice.trim())
      .filter(Boolean)
    const standard = tag ? meaningOf(standardWords, tag[1] ?? '') : undefined
    if (tag && !standard) fault('unknown_mark', tag[1])
    if (!text) fault('empty_question')
    if (offered && choices.length < 2) fault('one_choice')
    this.questions += 1
    if (this.questions === MOST_QUESTIONS + 1) fault('too_many_questions', String(MOST_QUESTIONS))
    this.add({ kind: 'question', number: this.questions, text, choices, standard: standard ?? null })
  }

  private readMark(mark: string, line: number, fault: (fault: ScriptFault, words?: string) => void): void {
    this.inParagraph = false
    const [first = '', ...rest] = mark.trim().split(/[\s:]+/)
    const meaning = meaningOf(markWords, first)
    if (meaning === 'if') {
      if (this.openedOn !== null) fault('condition_in_condition', mark)
      const when = readCondition(rest)
      if (when) this.when = when
      else fault('unknown_condition', rest.join(' '))
      this.openedOn = line
    } else if (meaning === 'else' || meaning === 'end') {
      if (this.openedOn === null) fault('no_condition', mark)
      if (meaning === 'end') this.openedOn = null
      this.when = meaning === 'else' && this.when ? { ...this.when, negated: !this.when.negated } : null
    } else fault('unknown_mark', mark)
  }
}

function readCondition(words: string[]): When | null {
  const negated = words[0] !== undefined && meaningOf(markWords, words[0]) === 'not'
  const rest = negated ? words.slice(1) : words
  const condition = meaningOf(conditionWords, rest.join(' '))
  if (condition) return { condition, keyword: null, negated }
  if (rest.length > 1 && meaningOf(conditionWords, rest[0] ?? '') === 'keyword')
    return {
      condition: 'keyword',
      keyword: rest.slice(1).join(' ').replace(/["”]/g, '').toLowerCase(),
      negated,
    }
  return null
}

/** Words between braces that no blank is called by; null for a brace that is not closed. */
function faultyBlanks(line: string): (string | null)[] {
  const unknown = [...line.matchAll(blank)]
    .map(([, name = '']) => name)
    .filter((name) => !meaningOf(blankWords, name))
  return /[{}]/.test(line.replace(blank, '')) ? [...unknown, null] : unknown
}

/** What a script's conditions and blanks are answered from. */
export type ScriptFacts = {
  values: Record<ScriptBlank, string | null>
  conditions: Record<ScriptCondition, boolean>
  keywords: readonly string[]
}

/**
 * The script as it is for one company: parts whose condition holds, blanks filled. A value that is not known is left
 * as a pause to speak around; a value is never read as a blank itself.
 */
export function scriptFor(parts: readonly ScriptPart[], facts: ScriptFacts): ScriptBlock[] {
  return parts
    .filter(({ when }) => !when || holds(when, facts) !== when.negated)
    .map(({ block }) => ({ ...block, text: fillBlanks(block.text, facts.values) }))
}

function holds({ condition, keyword }: When, facts: ScriptFacts): boolean {
  if (keyword === null) return facts.conditions[condition]
  return facts.keywords.some((known) => known.toLowerCase() === keyword)
}

function fillBlanks(text: string, values: ScriptFacts['values']): string {
  return text.replace(blank, (whole, name: string) => {
    const meaning = meaningOf(blankWords, name)
    return meaning ? (values[meaning] ?? '…') : whole
  })
}

/** The numbers of the questions that a campaign asks in words of its own, in the order in which the form sends them. */
export function ownQuestions(script: { blocks: readonly ScriptBlock[] }): number[] {
  return script.blocks.flatMap((block) => (block.kind === 'question' && !block.standard ? block.number : []))
}
