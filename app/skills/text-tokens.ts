import { apostropheEnding, colonEnding } from './word-forms'

/** What stands between a token and the one before it. */
type Gap =
  /** nothing but a hyphen or a dot: `React-kehittäjä`, `Node.js` */
  | 'tight'
  /** spaces only, or one line break inside a sentence */
  | 'space'
  /** a slash: `CI/CD` */
  | 'slash'
  /** anything else: comma, bracket, bullet, end of sentence */
  | 'break'

export type Token = {
  /** As written, without an ending after a colon or an apostrophe. */
  raw: string
  /** `raw` in small letters, apostrophes removed. */
  norm: string
  /** Ending after a colon or an apostrophe: `lla` of `C#:lla`. */
  colonEnding?: string
  /** Offsets in the text, end exclusive, such an ending included. */
  start: number
  end: number
  gap: Gap
  /** Index in `sentences`. */
  sentence: number
}

/** Offsets in the text, end exclusive, and the tokens inside, first and last inclusive. */
type Sentence = { start: number; end: number; firstToken: number; lastToken: number }

const tokenPattern = new RegExp(
  `(?:(?<![\\p{L}\\p{N}])\\.(?=\\p{L}))?[\\p{L}\\p{N}]+(?:['’](?!(?:${apostropheEnding})(?!\\p{L}))\\p{L}+)*[+#]*(?:(?::(?<colon>${colonEnding})|['’](?<apostrophe>${apostropheEnding}))(?![\\p{L}\\p{N}]))?`,
  'gu',
)

/**
 * Cuts a text into words. `C#`, `C++` and `.NET` are one word each; `Node.js`, `CI/CD` and `React-kehittäjä` are two,
 * with the gap telling how they were joined.
 */
export function readTokens(text: string): { tokens: Token[]; sentences: Sentence[] } {
  const sentences = splitSentences(text)
  const tokens: Token[] = []
  let sentence = 0
  let previousEnd = 0
  for (const match of text.matchAll(tokenPattern)) {
    const ending = match.groups?.colon ?? match.groups?.apostrophe
    const raw = ending ? match[0].slice(0, -ending.length - 1) : match[0]
    const start = match.index
    const end = start + match[0].length
    while (sentence < sentences.length - 1 && start >= (sentences[sentence]?.end ?? 0)) sentence++
    const within = sentences[sentence]
    if (within) {
      if (within.lastToken < 0) within.firstToken = tokens.length
      within.lastToken = tokens.length
    }
    tokens.push({
      raw,
      norm: raw.toLowerCase().normalize('NFKC').replace(/['’]/g, ''),
      colonEnding: ending,
      start,
      end,
      gap: tokens.at(-1)?.sentence !== sentence ? 'break' : gapBetween(text.slice(previousEnd, start)),
      sentence,
    })
    previousEnd = end
  }
  return { tokens, sentences }
}

function gapBetween(between: string): Gap {
  if (/^(?:[-.‐‑–\u00ad]|-\r?\n)?$/.test(between)) return 'tight'
  if (/^\s*\/\s*$/.test(between)) return 'slash'
  // A hyphen after a space opens the second half of a Finnish compound: "Power BI -osaaja".
  // A hyphen before one ends a first half: "sosiaali- ja terveysala", "mental- och missbrukarvård".
  if (/^(?:-?[ \t\u00a0]+-?|[ \t]*\r?\n[ \t]*)$/.test(between)) return 'space'
  return 'break'
}

const abbreviation =
  /(?:^|[\s(])(?:esim|mm|yms|jne|ym|ks|eli|n|t\.ex|bl\.a|m\.m|dvs|etc|e\.g|i\.e|ca|noin|incl|sis|vs)\.$/i

/** Characters; a text without stops is cut there, so that no input takes long. */
const longestSentence = 1500

/** Ends a sentence at . ! ? before a capital letter, at bullets, blank lines, and line breaks that do not wrap a sentence. */
function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  const close = (end: number) => {
    while (end - start > longestSentence) {
      const space = text.lastIndexOf(' ', start + longestSentence)
      add(space > start ? space : start + longestSentence)
    }
    add(end)
  }
  const add = (end: number) => {
    if (text.slice(start, end).trim() !== '') sentences.push({ start, end, firstToken: 0, lastToken: -1 })
    start = end
  }
  for (const match of text.matchAll(/[.!?]+["”)]?\s+(?=["“(]?[\p{Lu}\p{N}•])|[•●▪◦‣·]|\r?\n\s*/gu)) {
    const end = match.index + match[0].length
    if (/^\s/.test(match[0])) {
      if (!wraps(text, match.index, match[0], end)) close(end)
    } else if (/^[.!?]/.test(match[0])) {
      if (!abbreviation.test(text.slice(Math.max(0, match.index - 12), match.index + 1))) close(end)
    } else close(match.index)
  }
  close(text.length)
  return sentences
}

/** A single line break wraps a sentence when the line before is open and the next one goes on in small letters. */
function wraps(text: string, at: number, gap: string, next: number): boolean {
  if (gap.split('\n').length > 2) return false
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  if (before.length < 40 || /[.:;!?]\s*$/.test(before)) return false
  return /^\p{Ll}/u.test(text.slice(next, next + 1)) || /[,\-(/]\s*$/.test(before)
}
