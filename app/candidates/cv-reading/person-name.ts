import { namesEmployer, namesJob } from './job-titles'
import { isPlace } from './places'
import { headingKind } from './section-headings'
import type { PlacedBlock } from './sections'

const DOCUMENT_TITLE =
  /^(?:curriculum vit(?:ae|æ)|c\.?v\.?|resume|résumé|ansioluettelo|meritförteckning|europass)(?:\s*[-–—:|/,]\s*|\s+|$)/i
const LABEL =
  /^(?:nimi|etunimet|sukunimi|name|full name|first name|surname|last name|namn|förnamn|efternamn)\s*:?\s+/i
const NOT_A_NAME = /(?<!\p{L})(?:us|me|about|the|our|for|and)(?!\p{L})/iu
const NAME = /^\p{Lu}[\p{L}'’.-]*(?: (?:von|van|de|af|da|al|bin|el|\p{Lu}[\p{L}'’.-]*)){1,3}$/u
const NOUN =
  /(?:tion|ment|ness|ance|ency|ology|ics|ship|ware|skills?|overview|highlights|career|focus)(?!\p{L})/iu
const CASE_ENDING = "(?:['’:]?(?:n|in|en|a|ä|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|s))?"
const USER_NAMES = /[\w.+-]+(?=@)|(?<=(?:linkedin|github|gitlab|facebook)\.com\/(?:in\/)?)[\w.%-]+/g
const BLOCKS_SEARCHED = 14

/**
 * The candidate's name as the CV's first lines give it, or null. A name that an e-mail address or a profile
 * link repeats comes before any other, whatever its words mean ("Baker" is a job too).
 */
export function findPersonName(blocks: PlacedBlock[]): string | null {
  const start = blocks.slice(0, BLOCKS_SEARCHED)
  const labelled = start
    .map((block) => block.text)
    .find((line) => LABEL.test(line) && NAME.test(line.replace(LABEL, '').trim()))
  if (labelled) return labelled.replace(LABEL, '').trim()

  const largest = Math.max(...blocks.map((block) => block.size ?? 0))
  const candidates = [
    ...blocks
      .filter((block) => largest > 0 && block.size === largest && block.section !== 'work')
      .slice(0, 3),
    ...start.filter((block) => block.section === 'header' || block.section === 'personal'),
  ].flatMap((block) =>
    block.text.split(/\t|\s[|•–—-]\s|,\s/).map((cell) => cell.replace(DOCUMENT_TITLE, '').trim()),
  )
  const userNames = blocks.flatMap((block) => block.text.match(USER_NAMES) ?? []).map(plain)
  const certain = candidates.find((text) => NAME.test(text) && isRepeatedIn(userNames, text))
  if (certain) return certain

  return candidates.find(isName) ?? drawnLargest(blocks, largest, usualSize(blocks))
}

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

/** The size that most of the text is drawn in; 0 where sizes are not known. */
function usualSize(blocks: PlacedBlock[]): number {
  const sizes = blocks.map((block) => block.size ?? 0).sort((one, other) => one - other)
  return sizes[sizes.length >> 1] ?? 0
}

/**
 * The largest line of the header when it has no form of a name: letters spaced out so far that the gap between
 * the names is lost. An e-mail address that holds the same letters gives the gap back.
 */
function drawnLargest(blocks: PlacedBlock[], largest: number, usual: number): string | null {
  const line = blocks.find((block) => block.section === 'header' && block.size === largest)?.text.trim()
  if (!line || usual === 0 || largest < 1.4 * usual || line.length > 40 || /\d/.test(line)) return null
  if (DOCUMENT_TITLE.test(line) || headingKind(line) !== null || namesJob(line)) return null
  const addresses = blocks.flatMap((block) => block.text.match(/[\w.+-]+(?=@)/g) ?? [])
  const same = addresses.find(
    (address) => plain(line).replace(/\P{L}/gu, '') === address.replace(/[._+-]/g, ''),
  )
  return same?.replace(/[._+-]/g, ' ') ?? line
}

const isName = (text: string) =>
  NAME.test(text) &&
  text.length <= 50 &&
  !NOT_A_NAME.test(text) &&
  !NOUN.test(text) &&
  headingKind(text) === null &&
  !namesJob(text) &&
  !namesEmployer(text) &&
  !isPlace(text)

/**
 * Finds the name again in the text: whole, or one part of it with its capital letter, also with Finnish and
 * Swedish case endings. A part that the text also writes small is an ordinary word ("Mark", "Construction") and
 * counts only within the whole name; without a text every part counts.
 */
export function nameMatcher(name: string, text = ''): RegExp {
  const literally = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const isOrdinaryWord = (part: string) =>
    new RegExp(`(?<![\\p{L}@./_-])${literally(part.toLowerCase())}(?![\\p{L}@_]|[.-]\\p{L})`, 'u').test(text)
  const parts = name.split(/\s+/).filter((part) => part.length >= 3)
  const spellings = parts
    .filter((part) => !isOrdinaryWord(part))
    .flatMap((part) => {
      const title = part.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
      return [part, title, part.toUpperCase(), ...inflectedStems(title)]
    })
  const whole = name.split(/\s+/)
  const all = [whole.join(' '), whole.join(' ').toUpperCase(), ...spellings]
  if (whole.length > 1) all.push(whole.join('').toUpperCase())
  return new RegExp(`(?<![\\p{L}])(?:${all.map(literally).join('|')})${CASE_ENDING}(?![\\p{L}])`, 'gu')
}

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
