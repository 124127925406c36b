import { readPlainText } from './plain-text'
import type { DocumentText } from './text-blocks'

// Groups that hold no running text: fonts, colours, styles, pictures, headers and what programs note for themselves.
const HIDDEN =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|generator|themedata|latentstyles|datastore|listtable|listoverridetable|rsidtbl|fldinst|xmlnstbl|colorschememapping|nonshppict)$/
const BREAKS: Record<string, string> = {
  par: '\n',
  line: '\n',
  row: '\n',
  sect: '\n',
  page: '\n',
  cell: '\t',
  tab: '\t',
  bullet: '•',
  endash: '–',
  emdash: '—',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
}
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)/gi
const WINDOWS = new TextDecoder('windows-1252')

/** Reads Rich Text Format: its running text, with items and tabs, without looks. */
export function readRtf(bytes: Uint8Array): DocumentText {
  const source = WINDOWS.decode(bytes)
  let text = ''
  const groups: { hidden: boolean; fallback: number }[] = [{ hidden: false, fallback: 1 }]
  let skip = 0 // letters that repeat a \u character for old readers
  const write = (letters: string) => {
    if (groups.at(-1)?.hidden) return
    const kept = letters.slice(skip)
    skip = Math.max(0, skip - letters.length)
    text += kept
  }
  for (const [, word, number, hex, symbol, brace, plain] of source.matchAll(TOKEN)) {
    const group = groups.at(-1)
    if (brace === '{') groups.push({ hidden: group?.hidden ?? false, fallback: group?.fallback ?? 1 })
    else if (brace === '}') {
      if (groups.length > 1) groups.pop()
      skip = 0
    } else if (word && group) {
      const name = word.toLowerCase()
      if (HIDDEN.test(name)) group.hidden = true
      else if (name === 'uc') group.fallback = Number(number ?? 1)
      else if (name === 'u' && number) {
        write(String.fromCharCode((Number(number) + 65536) % 65536))
        skip = group.fallback
      } else if (BREAKS[name]) write(BREAKS[name])
    } else if (hex) write(WINDOWS.decode(Uint8Array.of(Number.parseInt(hex, 16))))
    else if (symbol === '*' && group) group.hidden = true
    else if (symbol === '~') write(' ')
    else if (symbol && '\\{}-_'.includes(symbol)) write(symbol === '-' ? '' : symbol === '_' ? '-' : symbol)
    else if (plain) write(plain)
  }
  return { blocks: readPlainText(text), pages: null, hasPhoto: /\\pict\b/.test(source), hasPictures: false }
}
