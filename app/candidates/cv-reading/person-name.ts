import { namesEmployer, namesJob } from './job-titles'
import { isPlace } from './places'
import { headingKind } from './section-headings'
import type { PlacedBlock } from './sections'

const TITLE = 'curriculum vit(?:ae|æ)|c\\.?v\\.?|resume|résumé|ansioluettelo|meritförteckning|europass'
const DOCUMENT_TITLE = new RegExp(
  `^(?:${TITLE})(?:\\s*[-–—:|/,]\\s*|\\s+|$)|(?:\\s*[-–—:|/,]\\s*|\\s+)(?:${TITLE})$`,
  'iu',
)
const WHOLE_NAME_LABEL = /^(?:nimi|name|full name|namn)(?:\s*:\s*|\s+)/i
const FIRST_NAME_LABEL =
  /^(?:etunim(?:i|et)|first names?|given names?|forenames?|förnamn)(?:\s*:\s*|\s+)(?!\(?s\)?:?$)/i
const SURNAME_LABEL = /^(?:sukunimi|surname|last name|family name|efternamn)(?:\s*:\s*|\s+)/i
const NOT_A_NAME = /(?<!\p{L})(?:us|me|about|the|our|for|and)(?!\p{L})/iu
const NAME_WORD = "\\p{Lu}[\\p{L}'’.-]*"
const NAME = new RegExp(`^${NAME_WORD}(?: (?:von|van|de|af|da|al|bin|el|${NAME_WORD})){1,3}$`, 'u')
const PART_OF_NAME = new RegExp(`^(?:(?:von|van|de|af|da|al|bin|el) )?${NAME_WORD}(?: ${NAME_WORD})?$`, 'u')
const SURNAME_FIRST = new RegExp(`^(${NAME_WORD}), (${NAME_WORD}(?: ${NAME_WORD}){0,2})$`, 'u')
const NOUN =
  /(?:tion|ment|ness|ance|ency|ology|ics|ship|ware|skills?|overview|highlights|career|focus)(?!\p{L})/iu
const CASE_ENDING = "(?:['’:]?(?:n|in|en|a|ä|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|s))?"
const USER_NAMES =
  /[\w.+-]+(?=@|\s?[([](?:at|ät|a)[)\]])|(?<=(?:linkedin|github|gitlab|facebook)\.com\/(?:in\/)?)[\w.%-]+/g
const CONTACT_DATA = /\S+@\S+|(?:https?:\/\/|www\.)\S+|\S+\.com\/\S*|\+?\d[\d\s().-]{5,}\d|\([^)]*\)/g
const BETWEEN_CELLS = /\t|\s[|•·∙⋅●/–—-]\s|,\s|\s{2,}/
const BLOCKS_SEARCHED = 14

/**
 * The candidate's name as the CV's first lines give it, or null: behind a label, on one line, or on two lines of
 * one look. A name that an e-mail address or a profile link repeats comes before any other, whatever its words
 * mean ("Baker" is a job too).
 */
export function findPersonName(blocks: PlacedBlock[]): string | null {
  const start = blocks.slice(0, BLOCKS_SEARCHED)
  const labelled = labelledName(start.map(({ text }) => text))
  if (labelled) return labelled

  const letters = lettersBySize(blocks)
  const largest = Math.max(...letters.keys(), 0)
  const inHeader = start.filter(({ section }) => section === 'header' || section === 'personal')
  const drawnLarge = blocks
    .filter(({ size, section }) => largest > 0 && size === largest && section !== 'work')
    .slice(0, 3)
  const searched = [...drawnLarge, ...inHeader]
  const userNames = blocks.flatMap((block) => block.text.match(USER_NAMES) ?? []).map(plain)
  const isRepeated = (text: string) => NAME.test(text) && isRepeatedIn(userNames, text)

  const candidates = searched.flatMap((block) => namesOn(block.text).map((text) => ({ text, block })))
  const found = candidates.find(({ text }) => isRepeated(text)) ?? candidates.find(({ text }) => isName(text))
  if (found) return withLinesAround(found, blocks, letters)
  return (
    wordUnderWord(drawnLarge.length > 0 ? drawnLarge : inHeader) ?? drawnLargest(blocks, largest, letters)
  )
}

/** A name behind its label on one line, or in two: "Etunimet: Aino Maria", "Sukunimi: Virtanen". */
function labelledName(lines: string[]): string | null {
  const behind = (label: RegExp, form: RegExp) =>
    lines
      .filter((line) => label.test(line))
      .map((line) => line.replace(label, '').trim())
      .find((line) => form.test(line))
  const whole = behind(WHOLE_NAME_LABEL, NAME)
  if (whole) return whole
  const parts = [behind(FIRST_NAME_LABEL, PART_OF_NAME), behind(SURNAME_LABEL, PART_OF_NAME)]
  return parts.every((part) => part !== undefined) ? parts.join(' ') : null
}

/** What could be a name on a line: whatever stands on it by itself, without addresses, numbers and the title. */
function namesOn(line: string): string[] {
  const turned = surnameFirst(line)
  if (turned) return [turned]
  return line
    .replace(CONTACT_DATA, '\t')
    .split(BETWEEN_CELLS)
    .map((cell) => cell.trim().replace(DOCUMENT_TITLE, '').trim())
    .filter((cell) => cell !== '')
}

/** "Virtanen, Aino Maria" as it is said: "Aino Maria Virtanen". */
function surnameFirst(line: string): string | null {
  const [, surname = '', first = ''] = SURNAME_FIRST.exec(line.replace(DOCUMENT_TITLE, '').trim()) ?? []
  const name = `${first} ${surname}`
  return isName(name) && !isPlace(surname) && !isPlace(first) ? name : null
}

/** A name that does not fit on its line goes on above or below it, drawn alike and unlike the running text. */
function withLinesAround(
  { text, block }: { text: string; block: PlacedBlock },
  blocks: PlacedBlock[],
  letters: Map<number, number>,
): string {
  if (text !== block.text.trim() || (block.size ?? 0) === usualSize(letters)) return text
  const at = blocks.indexOf(block)
  const beside = (line: PlacedBlock | undefined) =>
    line && looksAlike(block, line) && isPartOfName(line.text) ? line.text.trim() : ''
  return [beside(blocks[at - 1]), text, beside(blocks[at + 1])]
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll('- ', '-')
}

/** First name on one line and surname on the next. */
function wordUnderWord(lines: PlacedBlock[]): string | null {
  const [first, second] = lines
  if (!first || !second || !looksAlike(first, second)) return null
  const isWord = ({ text }: PlacedBlock) => isPartOfName(text) && !text.trim().includes(' ')
  return isWord(first) && isWord(second) ? `${first.text.trim()} ${second.text.trim()}` : null
}

const looksAlike = (one: PlacedBlock, other: PlacedBlock) =>
  one.size === other.size && one.style === other.style && !other.isHeading && other.kind !== 'bullet'

/** True when two parts of the name, or a long one, stand in an e-mail address or a profile link. */
function isRepeatedIn(userNames: string[], name: string): boolean {
  const parts = name
    .split(/\s+/)
    .map(plain)
    .filter((part) => part.length >= 3)
  return userNames.some((userName) => {
    const repeated = parts.filter((part) => userName.includes(part))
    return repeated.length >= 2 || repeated.some((part) => part.length >= 5)
  })
}

/** How many letters are drawn in each size; under 0 those of a size that is not told. */
function lettersBySize(blocks: PlacedBlock[]): Map<number, number> {
  const letters = new Map<number, number>()
  for (const { size, text } of blocks) letters.set(size ?? 0, (letters.get(size ?? 0) ?? 0) + text.length)
  return letters
}

/** The size that most of the text is drawn in; 0 where it is not told. */
function usualSize(letters: Map<number, number>): number {
  const [most] = [...letters].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? 0
}

/**
 * The largest line of the header when it has no form of a name: small letters only, or letters spaced out so far
 * that the gap between the names is lost. An e-mail address that holds the same letters gives the gap back.
 */
function drawnLargest(blocks: PlacedBlock[], largest: number, letters: Map<number, number>): string | null {
  const line = blocks.find((block) => block.section === 'header' && block.size === largest)?.text.trim()
  const usual = usualSize(letters)
  if (!line || usual === 0 || largest < 1.4 * usual || line.length > 40 || /\d/.test(line)) return null
  if (DOCUMENT_TITLE.test(line) || headingKind(line) !== null || namesJob(line)) return null
  const addresses = blocks.flatMap((block) => block.text.match(/[\w.+-]+(?=@)/g) ?? [])
  const same = addresses.find(
    (address) => plain(line).replace(/\P{L}/gu, '') === address.replace(/[._+-]/g, ''),
  )
  return same?.replace(/[._+-]/g, ' ') ?? inCapitals(line)
}

const hasNoOtherMeaning = (text: string) =>
  text.length <= 50 &&
  !NOT_A_NAME.test(text) &&
  !NOUN.test(text) &&
  headingKind(text) === null &&
  !DOCUMENT_TITLE.test(text) &&
  !namesJob(text) &&
  !namesEmployer(text) &&
  !isPlace(text)

const isName = (text: string) => NAME.test(text) && hasNoOtherMeaning(text)
const isPartOfName = (line: string) => PART_OF_NAME.test(line.trim()) && hasNoOtherMeaning(line.trim())

/**
 * Finds the name again in the text: whole, or one part of it with its capital letter, also with Finnish and
 * Swedish case endings. A part that the text also writes small is an ordinary word ("Mark", "Construction") and
 * counts only within the whole name; without a text every part counts.
 */
export function nameMatcher(name: string, text = ''): RegExp {
  const literally = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const around = text.replaceAll(name.toLowerCase(), '')
  const isOrdinaryWord = (part: string) =>
    new RegExp(`(?<![\\p{L}@./_-])${literally(part.toLowerCase())}(?![\\p{L}@_]|[.-]\\p{L})`, 'u').test(
      around,
    )
  const whole = name.split(/\s+/)
  const halves = whole.filter((part) => part.includes('-')).flatMap((part) => part.split('-'))
  const spellings = [...whole, ...halves]
    .filter((part) => part.length >= 3 && !isOrdinaryWord(part))
    .flatMap((part) => [part, inCapitals(part), part.toUpperCase(), ...inflectedStems(inCapitals(part))])
  const inOrder = whole.join(' ')
  const all = [inOrder, inOrder.toLowerCase(), inOrder.toUpperCase(), ...spellings]
  if (whole.length > 1) all.push(whole.join('').toUpperCase())
  return new RegExp(`(?<![\\p{L}])(?:${all.map(literally).join('|')})${CASE_ENDING}(?![\\p{L}])`, 'gu')
}

/** "aino VIRTANEN" as names are written: "Aino Virtanen". */
const inCapitals = (name: string) =>
  name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())

/** Stems that Finnish names take before a case ending: Virtanen → Virtase(n), Hietti → Hieti(n). */
function inflectedStems(name: string): string[] {
  if (/nen$/.test(name)) return [name.replace(/nen$/, 'se')]
  const weakened = name.replace(/([kpt])\1(?=\p{L}$)/u, '$1')
  return weakened === name ? [] : [weakened]
}

/** User names such as "mmeikalainen" that begin or end with the surname. */
export function holdsSurname(word: string, name: string): boolean {
  const surname = plain(name.split(/\s+/).at(-1) ?? '')
  const userName = plain(word)
  return surname.length >= 4 && (userName.startsWith(surname) || userName.endsWith(surname))
}

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
