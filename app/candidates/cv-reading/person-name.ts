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
const BLOCKS_SEARCHED = 14

/** The candidate's name as the CV's first lines give it, or null. Letters drawn largest come first. */
export function findPersonName(blocks: PlacedBlock[]): string | null {
  const start = blocks.slice(0, BLOCKS_SEARCHED)
  const labelled = start
    .flatMap((block) => block.text.split('\n'))
    .find((line) => LABEL.test(line) && NAME.test(line.replace(LABEL, '').trim()))
  if (labelled) return labelled.replace(LABEL, '').trim()

  const largest = Math.max(...blocks.map((block) => block.size ?? 0))
  const byProminence = [
    ...blocks
      .filter((block) => largest > 0 && block.size === largest && block.section !== 'work')
      .slice(0, 3),
    ...start.filter((block) => block.section === 'header' || block.section === 'personal'),
  ]
  for (const block of byProminence) {
    for (const cell of block.text.split(/\t|\s[|•–—-]\s|,\s/)) {
      const candidate = cell.replace(DOCUMENT_TITLE, '').trim()
      if (isName(candidate)) return candidate
    }
  }
  return drawnLargest(blocks, largest)
}

/**
 * The largest line of the header when it has no form of a name: letters spaced out so far that the gap between
 * the names is lost. An e-mail address that holds the same letters gives the gap back.
 */
function drawnLargest(blocks: PlacedBlock[], largest: number): string | null {
  const sizes = blocks.map((block) => block.size ?? 0).sort((one, other) => one - other)
  const usual = sizes[sizes.length >> 1] ?? 0
  const line = blocks.find((block) => block.section === 'header' && block.size === largest)?.text.trim()
  if (!line || largest < 1.4 * usual || line.length > 40 || /\d/.test(line)) return null
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
  headingKind(text) === null &&
  !namesJob(text) &&
  !namesEmployer(text) &&
  !isPlace(text)

/**
 * Finds the name again later in the text: whole, turned round, or one part of it with its capital letter,
 * also with Finnish and Swedish case endings.
 */
export function nameMatcher(name: string): RegExp {
  const parts = name.split(/\s+/).filter((part) => part.length >= 3)
  const escaped = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const spellings = escaped.flatMap((part) => {
    const title = part.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    return [part, title, part.toUpperCase(), ...inflectedStems(title)]
  })
  if (parts.length > 1) spellings.push(escaped.join('').toUpperCase())
  if (spellings.length === 0) return /(?!)/gu
  return new RegExp(
    `(?<![\\p{L}])(?:${spellings.join('|')})(?:['’:]?(?:n|in|en|a|ä|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|s))?(?![\\p{L}])`,
    'gu',
  )
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
