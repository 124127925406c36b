import { isBareDate } from './pdf-gutters'
import type { TextLine } from './pdf-layout'
import { periodIn } from './periods'
import { isPlace } from './places'
import { headingKind } from './section-headings'
import { isNumberedItem, type TextBlock, withoutBullet } from './text-blocks'

const SUSPENDED = /^(?:ja|tai|sekä|eli|och|eller|samt|and|or)\b/i
// First halves of words that keep their hyphen when a line breaks at it.
const KEEPS_HYPHEN =
  /^(?:cloud|front|back|end|low|high|real|full|cross|test|event|data|self|well|long|short|part|hands|on|off|in|user|object|open|closed|multi|non|problem|decision|large|small|mid|third|first|second|re|co|e|community|customer|client|server|web|mobile|team|cost|time|best|state|of|the|top|world|two|three|one|so|all|entry|senior|junior|fast|result|detail|goal|service|domain|model|micro|api|vice|ex)$/i

/** A list item or paragraph while its lines are being collected. */
type Growing = { block: TextBlock; last: TextLine; textX: number; isItem: boolean }

/** Joins wrapped lines into blocks and mends words broken at line ends. */
export function blocksOfLines(lines: TextLine[], options: { hyphenates: boolean }): TextBlock[] {
  const measure = measureColumns(lines)
  const words = new Set(lines.flatMap((line) => line.text.toLowerCase().match(/[\p{L}-]+/gu) ?? []))
  const blocks: TextBlock[] = []
  let growing: Growing | null = null
  for (const line of lines) {
    const { text } = line
    const item = isNumberedItem(text) ? text : withoutBullet(text)
    if (growing && item === null && continues(growing, line, measure)) {
      const { passage, beside } = splitBeside(growing.block.text)
      growing.block.text = joinWrapped(passage, text, { words, ...options }) + beside
      growing.last = line
      if (growing.isItem && growing.textX <= line.x) growing.textX = line.x
      continue
    }
    if (item === '') {
      // A mark alone on its line: its text is drawn on the next baseline.
      growing = null
      continue
    }
    const caps = text === text.toUpperCase() && text !== text.toLowerCase()
    const block: TextBlock = {
      text: item ?? text,
      kind: item === null ? 'paragraph' : 'bullet',
      style: `${Math.round(line.size * 2) / 2}|${line.font}|${caps}`,
      size: line.size,
      opensColumn: line.opensColumn,
    }
    blocks.push(block)
    growing = { block, last: line, textX: line.x, isItem: item !== null }
  }
  return blocks
}

type Measure = { edgeOf: (line: TextLine) => number; leadingOf: (line: TextLine) => number }

/** How far lines with the same start reach, and how far apart lines of one size stand. */
function measureColumns(lines: TextLine[]): Measure {
  const edges = new Map<string, number>()
  const gaps = new Map<string, number[]>()
  const edgeKey = (line: TextLine) => `${line.region}|${Math.round(line.size)}|${Math.round(line.x / 40)}`
  const sizeKey = (line: TextLine) => `${Math.round(line.size * 2)}`
  lines.forEach((line, index) => {
    if (!line.text.includes('\t'))
      edges.set(edgeKey(line), Math.max(edges.get(edgeKey(line)) ?? 0, line.right))
    const next = lines[index + 1]
    if (!next || next.page !== line.page || next.column !== line.column) return
    const gap = line.y - next.y
    if (gap > 0 && gap < 2.4 * line.size) gaps.set(sizeKey(line), [...(gaps.get(sizeKey(line)) ?? []), gap])
  })
  return {
    edgeOf: (line) => edges.get(edgeKey(line)) ?? line.right,
    leadingOf: (line) => {
      const sorted = (gaps.get(sizeKey(line)) ?? []).sort((one, other) => one - other)
      return sorted[Math.floor(sorted.length * 0.35)] ?? 1.2 * line.size
    },
  }
}

/** Whether a line without a mark of its own goes on with what the line before it began. */
function continues(growing: Growing, line: TextLine, measure: Measure): boolean {
  const { last, block } = growing
  if (last.column !== line.column || line.opensColumn || line.text.includes('\t')) return false
  if (headingKind(line.text) !== null || headingKind(block.text) !== null) return false
  if (Math.abs(last.size - line.size) > 0.7) return false
  if (isBareDate(line.text) || isBareDate(block.text)) return false

  const startsLow = /^[\p{Ll}\d(&,]/u.test(line.text)
  // A line that ends in its period names a job or a school; what it was like begins below.
  if (!startsLow && /\d$/.test(last.text) && periodIn(last.text)) return false
  if (last.page !== line.page) return startsLow && !/[.!?:]$/.test(block.text)

  const gap = last.y - line.y
  if (gap <= 0 || gap > Math.max(1.22 * measure.leadingOf(last), 1.3 * line.size)) return false
  const hangs = growing.isItem && line.x > growing.textX + 3
  if (growing.isItem && line.x < growing.textX - 3) return false
  if (hangs) return true
  if (Math.abs(line.x - last.x) > 3 && !growing.isItem) return false
  if (/[\u00AD-]$/.test(last.text) && startsLow) return true

  // A line is wrapped where the next word would not have fitted on it.
  const firstWord = line.text.split(/\s/, 1)[0] ?? ''
  const letterWidth = (line.right - line.x) / Math.max(line.text.length, 1)
  const wouldFit = last.right + (firstWord.length + 1) * letterWidth <= measure.edgeOf(last) + 1
  if (wouldFit) return false
  if (
    startsLow ||
    /[,;&(]$|\b(?:and|or|the|of|in|for|with|to|a|ja|sekä|tai|och|samt|med|av|i)$/i.test(last.text)
  )
    return true
  // Before a capital letter only a line as long as running text, at the spacing of running text, is taken for
  // a wrapped one.
  const length = Math.max(...last.text.split('\t').map((cell) => cell.length))
  return last.font === line.font && length > 45 && gap <= 1.04 * measure.leadingOf(last) + 0.2
}

/** Parts a line from the dates and places that stand to the right of it. */
function splitBeside(text: string): { passage: string; beside: string } {
  const [passage = '', ...cells] = text.split('\t')
  const isBeside = cells.length > 0 && cells.every((cell) => isBareDate(cell) || isPlace(cell))
  return isBeside && !isBareDate(passage)
    ? { passage, beside: `\t${cells.join('\t')}` }
    : { passage: text, beside: '' }
}

/** Joins two halves of a wrapped passage; mends a hyphen that only marks the break. */
function joinWrapped(
  before: string,
  after: string,
  { words, hyphenates }: { words: Set<string>; hyphenates: boolean },
): string {
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after
  if (!/\p{L}-$/u.test(before) || !/^\p{L}/u.test(after)) return `${before} ${after}`
  if (SUSPENDED.test(after)) return `${before} ${after}`
  const head = /[\p{L}\d]+(?=-$)/u.exec(before)?.[0] ?? ''
  const tail = /^[\p{L}]+/u.exec(after)?.[0] ?? ''
  const whole = `${head}${tail}`.toLowerCase()
  const hyphened = `${head}-${tail}`.toLowerCase()
  const isAcronym = head === head.toUpperCase()
  const isBreak =
    hyphenates &&
    /^\p{Ll}/u.test(after) &&
    !isAcronym &&
    (words.has(whole) || !(words.has(hyphened) || KEEPS_HYPHEN.test(head)))
  return isBreak ? before.slice(0, -1) + after : before + after
}
