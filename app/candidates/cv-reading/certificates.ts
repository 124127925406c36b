import type { Certificate } from './cv-reading'
import { periodIn } from './periods'
import { DRIVING_LICENCE } from './personal-facts'
import type { PlacedBlock } from './sections'

/** Cards and certificates that are known by name wherever they stand in a CV. */
const KNOWN =
  /(?<!\p{L})(?:hygieniapassi|hygienpass|hygiene passport|työturvallisuuskortti|arbetarskyddskort|occupational safety card|tulityökortti|heta arbeten|hot work (?:card|licen[cs]e)|trukkikortti|trukinkuljettajan lupa|trukinajolupa|truckkort|forklift (?:card|licen[cs]e)|anniskelupassi|serveringspass|ensiapu\s?(?:ea\s?)?[12]|ea\s?[12]|hätäensiapu\p{L}*|förstahjälp\p{L}*\s?[12]?|första hjälpen(?:\s?fhj)?\s?[12]?|fhj\s?[12]|first aid(?: certificate| 1| 2)?|tieturva\s?[12]?|vägsäkerhet\s?[12]|sähkötyöturvallisuus(?:kortti)?(?:\s?sfs\s?6002)?|sfs\s?6002|elarbetssäkerhet|järjestyksenvalvoja(?:kortti)?|ordningsvaktskort|vartijakortti|vesityökortti|asbestikortti|nostolava(?:kortti)?|henkilönostin(?:kortti)?|kuumatyökortti|lääkelupa|love-(?:lääke)?lupa|lääkehoidon lupa|taksinkuljettajan ajolupa|ammattipätevyys|yrkeskompetens|istqb(?:[ \w-]{0,30}level)?|pmp|prince2(?: foundation| practitioner)?|itil(?: v?[34])?(?: foundation)?|(?:certified |professional )scrum ?master|csm|psm [i]{1,3}|cka|ckad|ccna|ccnp|cissp|comptia [\w+]+|aws certified[\w –-]{0,50}|microsoft certified[\w: –-]{0,60}|google cloud certified[\w –-]{0,40}|oracle certified[\w ]{0,40}|hätäensiapukortti)(?!\p{L})/giu

/** Certificates from their section, one an item, and known cards from anywhere else. */
export function readCertificates(blocks: PlacedBlock[]): Certificate[] {
  const found = new Map<string, Certificate>()
  const add = (name: string, year: string | null) => {
    const key = name.toLowerCase().replace(/\s+/g, ' ')
    const known = found.get(key)
    if (!known || known.year === null) found.set(key, { name: known?.name ?? name, year })
  }
  for (const block of blocks) {
    if (block.isHeading || block.section === 'references') continue
    if (block.section === 'certificates') {
      for (const item of itemsOf(block.text)) {
        const { name, year } = withoutDate(item)
        if (/\p{L}{2}/u.test(name) && !DRIVING_LICENCE.test(name)) add(name, year)
      }
    } else
      for (const match of block.text.matchAll(KNOWN)) {
        const around = block.text.slice(match.index, match.index + match[0].length + 24)
        add(match[0].trim(), yearOf(around.split(/[,;\n]/, 1)[0] ?? ''))
      }
  }
  return [...found.values()]
}

/** "Hygieniapassi, tulityökortti, EA1" is three; a name with a comma in a longer sentence stays whole. */
function itemsOf(text: string): string[] {
  const known = [...text.matchAll(KNOWN)].length
  return known > 1 ? text.split(/\s*[,;•|]\s*|\t|\s(?:ja|och|and)\s/) : [text.replaceAll('\t', ' ')]
}

/** How long a card holds says nothing of when it was got. */
const VALIDITY = /\s*\((?:voimassa|giltig\p{L}*|i kraft|valid|expires)[^)]*\)/giu

function withoutDate(text: string): Certificate {
  const item = text.replace(VALIDITY, '')
  const period = periodIn(item)
  const bare = period ? `${item.slice(0, period.start)} ${item.slice(period.end)}` : item
  return {
    name: bare
      .replace(/\(\s*\)/g, '')
      .replace(/\s+/g, ' ')
      .replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, ''),
    year: yearOf(item),
  }
}

const yearOf = (text: string) => {
  const period = periodIn(text)
  return (period?.from ?? period?.to)?.slice(0, 4) ?? null
}
