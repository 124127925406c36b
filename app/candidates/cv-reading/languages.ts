import { CEFR_LEVELS, type CefrLevel, type LanguageSkill } from './cv-reading'
import type { PlacedBlock } from './sections'

/** ISO 639-1 code and the language's names in Finnish, Swedish, English and itself. */
const NAMES: Record<string, string> = {
  fi: 'suomi|suomen kieli|suomea|finska|finnish',
  sv: 'ruotsi|ruotsin kieli|ruotsia|svenska|swedish',
  en: 'englanti|englannin kieli|englantia|engelska|english',
  de: 'saksa|saksan kieli|saksaa|tyska|german|deutsch',
  fr: 'ranska|ranskan kieli|ranskaa|franska|french|français',
  es: 'espanja|espanjan kieli|espanjaa|spanska|spanish|español',
  it: 'italia|italian kieli|italiaa|italienska|italian',
  pt: 'portugali|portugalin kieli|portugisiska|portuguese|português',
  ru: 'venäjä|venäjän kieli|venäjää|ryska|russian|русский',
  et: 'viro|viron kieli|viroa|eesti|estniska|estonian',
  lv: 'latvia|lettiska|latvian',
  lt: 'liettua|litauiska|lithuanian',
  uk: 'ukraina|ukrainan kieli|ukrainska|ukrainian|українська',
  pl: 'puola|puolan kieli|polska|polish',
  no: 'norja|norjan kieli|norska|norwegian|bokmål',
  da: 'tanska|tanskan kieli|danska|danish',
  nl: 'hollanti|nederländska|holländska|dutch',
  ar: 'arabia|arabian kieli|arabiska|arabic',
  fa: 'persia|farsi|dari|persiska|persian',
  ku: 'kurdi|sorani|kurmandži|kurdiska|kurdish',
  so: 'somali|somalia|somaliska',
  tr: 'turkki|turkin kieli|turkiska|turkish',
  vi: 'vietnam|vietnamin kieli|vietnamesiska|vietnamese',
  th: 'thai|thaikieli|thaimaan kieli|thailändska',
  zh: 'kiina|kiinan kieli|mandariini|kinesiska|chinese|mandarin',
  ja: 'japani|japanin kieli|japanska|japanese',
  ko: 'korea|korean kieli|koreanska|korean',
  hi: 'hindi',
  ur: 'urdu',
  bn: 'bengali|bangla',
  ne: 'nepali|nepalin kieli',
  ta: 'tamili|tamil',
  tl: 'tagalog|filipino',
  am: 'amhara|amharic',
  ti: 'tigrinja|tigrinya',
  sw: 'swahili',
  sq: 'albania|albanian kieli|albanska|albanian',
  ro: 'romania|romanian kieli|rumänska|romanian',
  hu: 'unkari|unkarin kieli|ungerska|hungarian',
  el: 'kreikka|kreikan kieli|grekiska|greek',
  bg: 'bulgaria|bulgariska|bulgarian',
  cs: 'tšekki|tjeckiska|czech',
  sr: 'serbia|serbiska|serbian',
  hr: 'kroatia|kroatiska|croatian',
  he: 'heprea|hebreiska|hebrew',
  se: 'pohjoissaame|saame|saamen kieli|nordsamiska|northern sámi|sami',
  is: 'islanti|isländska|icelandic',
  // No two-letter code exists: the sign language codes are ISO 639-3.
  fse: 'suomalainen viittomakieli|viittomakieli|finskt teckenspråk|finnish sign language|teckenspråk|sign language',
}
const CODE_OF = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)),
)
const NAME_PATTERN = [...CODE_OF.keys()].sort((one, other) => other.length - one.length).join('|')
const NAMED = new RegExp(`(?<![\\p{L}-])(?:${NAME_PATTERN})(?![\\p{L}])`, 'giu')

const NATIVE =
  /(?<!\p{L})(?:äidinkieli|äidinkielenä|äidinkielen taso\p{L}*|natiivi\p{L}*|modersmål\p{L}*|native|mother tongue|first language|bilingual|kaksikielinen|tvåspråkig)(?!\p{L})/iu
/** Words to levels, an estimate: the first that fits counts, so the stronger stand first. */
const WORDS: [RegExp, CefrLevel][] = [
  [
    /(?<!\p{L})(?:erinomai\p{L}*|täydelli\p{L}*|utmärkt\p{L}*|excellent|full professional|proficient|mastery|near[- ]native)(?!\p{L})/iu,
    'C1',
  ],
  [
    /(?<!\p{L})(?:sujuv\p{L}*|flytande|fluent(?:ly)?|kiitettäv\p{L}*|advanced|professional working|very good|erittäin hyvä\p{L}*|mycket goda?|professional)(?!\p{L})/iu,
    'C1',
  ],
  [
    /(?<!\p{L})(?:hyvä|hyvin|hyvät|vahva\p{L}*|stark\p{L}*|strong|goda?|good|upper[- ]intermediate|conversational|työkiel\p{L}*)(?!\p{L})/iu,
    'B2',
  ],
  [
    /(?<!\p{L})(?:keskitaso\p{L}*|kohtalai\p{L}*|tyydyttäv\p{L}*|intermediate|limited working|medel\p{L}*|satisfactory|keskusteluta\p{L}*|moderate|fair)(?!\p{L})/iu,
    'B1',
  ],
  [
    /(?<!\p{L})(?:perus\p{L}*|alkee\p{L}*|auttav\p{L}*|vähän|välttäv\p{L}*|grund\p{L}*|basic\p{L}*|elementary|beginner|notions|lite|nöjaktig\p{L}*|limited)(?!\p{L})/iu,
    'A2',
  ],
]
const CEFR = /(?<![\p{L}\d])([ABC][12])(?:\s?[-–/]\s?([ABC][12]))?(?![\p{L}\d])/gu
/** Grades of the Finnish national certificates of language proficiency, 1 to 6, are those of the CEFR (Opetushallitus). */
const YKI = /(?<!\p{L})yki(?:-\p{L}+)?\s?(?:\p{L}+\s)?:?\s?([1-6])(?!\d)/iu
/** IELTS bands beside the CEFR as its makers publish them. */
const IELTS = /(?<!\p{L})ielts\s?:?\s?(\d(?:[.,]\d)?)(?!\d)/iu
const IELTS_BANDS: [from: number, level: CefrLevel][] = [
  [8.5, 'C2'],
  [7, 'C1'],
  [5.5, 'B2'],
  [4, 'B1'],
]
const LEGEND =
  /levels?\s*:\s*A1|tasot?\s*:\s*A1|nivåer?\s*:\s*A1|common european framework|eurooppalainen viitekehys/i

/** A language named in a stretch of text, with what is said of it up to the next language. */
type Naming = { code: string; said: string }

/**
 * Languages and levels. Names count in the languages section, and elsewhere only beside "mother tongue" or a
 * CEFR level. Several CEFR levels for one language (listening, reading, …) give the weakest.
 */
export function readLanguages(blocks: PlacedBlock[]): { languages: LanguageSkill[]; unclear: PlacedBlock[] } {
  const found = new Map<string, LanguageSkill>()
  const unclear: PlacedBlock[] = []
  let current: LanguageSkill | null = null
  for (const block of blocks) {
    const inSection = block.section === 'languages'
    if (block.isHeading) {
      current = null
      // Europass has "Mother tongue(s)" as a heading over the names.
      if (!NATIVE.test(block.text)) continue
    }
    if (LEGEND.test(block.text)) continue
    const namings = namingsIn(block.text)
    const isNative = NATIVE.test(block.text) || (inSection && underNativeHeading(blocks, block))
    if (!inSection && !isLanguageLine(block, namings)) continue

    if (namings.length === 0) {
      // A table row of levels, or a level on the line under its language.
      if (current && current.level === null) Object.assign(current, levelIn(block.text))
      else if (inSection && !block.isHeading && /\p{L}{4}/u.test(block.text) && !levelIn(block.text).level)
        unclear.push(block)
      continue
    }
    for (const { code, said } of namings) {
      const stated = levelIn(said)
      const level =
        stated.level === null && isNative && (namings.length === 1 || underNativeHeading(blocks, block))
          ? ({ level: 'native', levelFrom: 'words' } as const)
          : stated
      const skill: LanguageSkill = { language: code, said: said.replace(/\s+/g, ' ').trim(), ...level }
      const earlier = found.get(code)
      if (!earlier || earlier.level === null) found.set(code, skill)
      current = found.get(code) ?? null
    }
  }
  return { languages: [...found.values()], unclear }
}

/** The code of a language by its whole name, or null. */
export function languageCodeOf(name: string): string | null {
  return CODE_OF.get(name.toLowerCase()) ?? null
}

/** Whether a few words name a language, in Finnish, Swedish, English or itself. */
export function namesLanguage(words: string): boolean {
  return namingsIn(words).length > 0
}

/** "Suomi (äidinkieli), englanti (C1)" → each language with its own words; "äidinkieli: suomi" too. */
function namingsIn(text: string): Naming[] {
  const names = [...text.matchAll(NAMED)]
  return names.flatMap((match, index) => {
    const code = CODE_OF.get(match[0].toLowerCase())
    const isFirst = index === 0
    const said = text.slice(isFirst ? 0 : match.index, names[index + 1]?.index ?? text.length)
    return code ? [{ code, said: said.replace(/[\s,;(•|/–-]+$/u, '') }] : []
  })
}

/** Outside its section a line speaks of languages when it says so: "Äidinkieli: suomi", "English C1". */
function isLanguageLine(block: PlacedBlock, namings: Naming[]): boolean {
  if (block.section === 'references' || block.text.length > 160 || namings.length === 0) return false
  const label =
    /^(?:kielitaito|kielet|languages?|language skills|språk|språkkunskaper|äidinkieli|mother tongue|native language|modersmål)\s*[:\t]/i
  if (label.test(block.text)) return true
  return namings.some(({ said }) => said.length < 60 && [...said.matchAll(CEFR)].length > 0)
}

function underNativeHeading(blocks: PlacedBlock[], block: PlacedBlock): boolean {
  const heading = blocks.slice(0, blocks.indexOf(block)).findLast((earlier) => earlier.isHeading)
  return heading !== undefined && NATIVE.test(heading.text)
}

function levelOfTest(said: string): CefrLevel | null {
  const grade = YKI.exec(said)?.[1]
  if (grade) return CEFR_LEVELS[Number(grade) - 1] ?? null
  const band = Number(IELTS.exec(said)?.[1]?.replace(',', '.'))
  return IELTS_BANDS.find(([from]) => band >= from)?.[1] ?? null
}

/** The level that words say, in Finnish, Swedish or English: "C1", "YKI 3", "hyvä"; an estimate unless by the CEFR. */
export function levelIn(said: string): Pick<LanguageSkill, 'level' | 'levelFrom'> {
  const named = [...said.matchAll(CEFR)].map((match) => match[1] as CefrLevel)
  const weakest = CEFR_LEVELS.find((level) => named.includes(level))
  if (weakest) return { level: weakest, levelFrom: 'cefr' }
  if (NATIVE.test(said)) return { level: 'native', levelFrom: 'words' }
  const tested = levelOfTest(said)
  if (tested) return { level: tested, levelFrom: 'words' }
  const worded = WORDS.find(([pattern]) => pattern.test(said))
  return worded ? { level: worded[1], levelFrom: 'words' } : { level: null, levelFrom: null }
}
