import { headingKind } from './section-headings'
import {
  closeLetterSpacing,
  isNumberedItem,
  plainCharacters,
  type TextBlock,
  withoutBullet,
} from './text-blocks'

const LONG_LINE = 60 // letters; pasted text that was hard-wrapped is longer than this before it wraps

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
      open !== null &&
      item === null &&
      headingKind(line) === null &&
      headingKind(open.text) === null &&
      (/^\p{Ll}/u.test(line) || (lastLength > LONG_LINE && !/[.!?:]$/.test(open.text))) &&
      !line.includes('\t')
    if (open && goesOn) open.text = `${open.text} ${line}`
    else {
      open = { text: item ?? line, kind: item === null ? 'paragraph' : 'bullet', style: null, size: null }
      if (open.text !== '') blocks.push(open)
    }
    lastLength = line.length
  }
  return blocks
}
