import { periodIn } from './periods'
import { headingKind } from './section-headings'
import {
  closeLetterSpacing,
  isNumberedItem,
  plainCharacters,
  type TextBlock,
  withoutBullet,
} from './text-blocks'

// Letters. Hard-wrapped text is at least this long before it wraps, and longer before a capital letter is
// taken to go on with the sentence.
const LONG_LINE = 40
const FULL_LINE = 68

/** Reads text that was pasted or saved as a text file. Hard-wrapped lines are joined. */
export function readPlainText(source: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let open: TextBlock | null = null
  let lastLength = 0
  for (const raw of plainCharacters(source).split('\n')) {
    const line = closeLetterSpacing(raw.trim())
      .replace(/\s*\t\s*| {3,}/g, '\t')
      .replace(/ {2,}/g, ' ')
    if (line === '') {
      open = null
      continue
    }
    const item = isNumberedItem(line) ? line : withoutBullet(line)
    const goesOn =
      open !== null && item === null && !line.includes('\t') && isWrapped(open.text, line, lastLength)
    if (open && goesOn) open.text = `${open.text} ${line}`
    else {
      open = { text: item ?? line, kind: item === null ? 'paragraph' : 'bullet', style: null, size: null }
      if (open.text !== '') blocks.push(open)
    }
    lastLength = line.length
  }
  return blocks
}

/** Whether a line goes on with the line before it, as in text that was wrapped by a mail program. */
function isWrapped(before: string, line: string, lengthBefore: number): boolean {
  if (headingKind(line) !== null || headingKind(before) !== null || /\S@\S/.test(before + line)) return false
  if (/[.!?:\d]$/.test(before) || periodIn(line) !== null) return false
  if (/^\p{Ll}/u.test(line)) return lengthBefore >= LONG_LINE || /[,-]$/.test(before)
  return lengthBefore >= FULL_LINE
}
