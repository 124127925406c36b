import { nameMatcher } from './cv-reading/person-name'
import { findPersonalFacts } from './cv-reading/personal-facts'
import { cutIntoSentences } from './cv-reading/sentences'

/**
 * What must not be read in a de-identified profile: the person's name, where they have been, and for
 * somebody under non-disclosure the places that tell where they live.
 */
export type Identity = { name: string; organisations: readonly string[]; places?: readonly string[] }

/** What stands in a text where something was hidden. */
export const MASK = '[…]'
const COMPANY_WORD = 'Oyj?|Ab|Abp|Ky|Tmi|ry|rf|Ltd|LLC|Inc|GmbH|AB|OÜ|AS'
const NAMED_COMPANY = new RegExp(
  `(?:\\p{Lu}[\\p{L}\\d&.'-]*\\s){1,4}(?:${COMPANY_WORD})(?::\\p{L}+)?(?![\\p{L}\\d])`,
  'gu',
)
const YEAR = '(?:\\d{1,2}[./])?(?:19|20)\\d{2}'
const PERIOD = new RegExp(
  `(?<![\\p{L}\\d])${YEAR}\\s?[-–—](?:\\s?${YEAR}|\\s?\\d{2}(?!\\d)|(?=[\\s.,;)]|$))`,
  'gu',
)
const SINGLE_YEAR = new RegExp(`(?<![\\p{L}\\d])${YEAR}(?!\\d)`, 'gu')
/**
 * Products whose versions are years. After any other word a year tells when: 'vuonna 2015', 'Hygieniapassi 2015'. A list
 * that misses one hides a version; a looser rule would tell an age.
 */
const VERSIONED_BY_YEAR = new RegExp(
  `(?<![\\p{L}\\d])(?:${[
    '(?:SQL|Windows|Exchange|SharePoint|Project|Office|Team Foundation) Server',
    'SharePoint|Visual Studio|Visio|Microsoft Project|(?:Microsoft|MS) ?Office|Office|Excel|Outlook|PowerPoint',
    'AutoCAD(?: LT)?|Revit|Inventor|Navisworks|Civil 3D|3ds Max|Maya|SolidWorks|Solid Edge|Tekla Structures|Mastercam',
    'ECMAScript|COBOL|Fortran',
  ].join('|')})\\s$`,
  'iu',
)

type Masked = { text: string | null; leftOut: number }

/**
 * A text without the person in it. Sentences that hold a personal fact (contact, age, family, health…) are left
 * out and counted; names of the person and of employers and schools, and years, become '[…]'. Null when nothing
 * is left to read.
 */
export function maskIdentity(text: string | null, identity: Identity): Masked {
  if (!text?.trim()) return { text: null, leftOut: 0 }
  const kept: string[] = []
  let leftOut = 0
  for (const { start, end } of cutIntoSentences(text)) {
    const sentence = text.slice(start, end).trim()
    if (!sentence) continue
    if (isPersonal(sentence, identity.name)) leftOut++
    else kept.push(masked(sentence, identity))
  }
  const readable = kept.filter((sentence) => /\p{L}{2}/u.test(sentence.replaceAll(MASK, '')))
  return { text: readable.length > 0 ? readable.join(' ') : null, leftOut }
}

function isPersonal(sentence: string, name: string): boolean {
  const whole = {
    text: sentence,
    section: 'profile' as const,
    start: 0,
    end: sentence.length,
    personal: false,
  }
  // The person's own name is masked below, which keeps the rest of the sentence.
  return findPersonalFacts(whole, { name, namePattern: nameMatcher(name, sentence), line: sentence }).some(
    (fact) => fact.kind !== 'name',
  )
}

function masked(sentence: string, { name, organisations, places = [] }: Identity): string {
  let text = sentence.replace(nameMatcher(name, sentence), MASK)
  for (const part of name.split(/[\s-]+/)) text = text.replace(formsOfName(part), MASK)
  for (const organisation of organisations.flatMap(spokenNames)) {
    text = text.replace(formsOf(organisation, '\\p{Ll}{1,6}'), MASK)
  }
  for (const place of places) text = text.replace(formsOfPlace(place), MASK)
  return text
    .replace(NAMED_COMPANY, MASK)
    .replace(PERIOD, MASK)
    .replace(SINGLE_YEAR, (year: string, at: number, whole: string) =>
      VERSIONED_BY_YEAR.test(whole.slice(0, at)) ? year : MASK,
    )
    .replace(/\[…\](?:[\s,-]*\[…\])+/g, MASK)
}

/** A person's name with any ending; the last letter of a longer one may change before it: Koski, Kosken. */
function formsOfName(part: string): RegExp {
  return part.length >= 5 ? formsOf(part.slice(0, -1), '\\p{Ll}{1,7}') : formsOf(part, '\\p{Ll}{1,6}')
}

/** A place in any case, whatever its stem does: 'Kauniainen', 'Kauniaisissa'. Rather a word too many than one too few. */
function formsOfPlace(place: string): RegExp {
  return formsOf(place.slice(0, Math.max(4, place.length - 3)), '\\p{Ll}{1,14}')
}

/** A name as such or with an ending: 'Nordea', 'Nordean', 'Nordealla', "Nordea's". */
function formsOf(name: string, ending: string): RegExp {
  if (name.length < 2) return /(?!)/gu
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
  return new RegExp(`(?<![\\p{L}\\d])${plain}(?:[:'’]?${ending})?(?![\\p{L}\\d])`, 'gu')
}

/** 'Nordea Bank Oyj' is spoken of as 'Nordea Bank' and as 'Nordea'; the longer first. */
function spokenNames(organisation: string): string[] {
  const whole = organisation.replace(new RegExp(`\\s+(?:${COMPANY_WORD})$`, 'u'), '').trim()
  const [first = ''] = whole.split(/\s+/)
  return /^\p{Lu}/u.test(first) && first.length >= 4 && first !== whole ? [whole, first] : [whole]
}
