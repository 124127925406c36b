import { HIDDEN_CODE, identityCodesIn } from '~/platform/identity-code'
import type { CvSentence, PersonalFact, PersonalFactKind, SectionKind } from './cv-reading'
import { namesJob } from './job-titles'
import { holdsSurname, nameMatcher } from './person-name'
import { endsInPlace } from './places'
import { SPOKEN_ANYWHERE, SPOKEN_OF_THE_PERSON } from './spoken-facts'

/**
 * `everywhere`: what the words mean does not depend on the section. `about the person`: only where a CV
 * speaks of the person, as the same words are skills elsewhere ("health" in a nurse's work).
 */
type Rule = {
  kind: PersonalFactKind
  where: 'everywhere' | 'about the person'
  /** Written in small letters and looked for in `inSmallLetters`, unless capitals tell something. */
  pattern: RegExp
  capitalsTell?: boolean
}

const ABOUT_THE_PERSON: SectionKind[] = ['header', 'personal', 'profile', 'interests', 'other']
const DATE = '\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?(?:19|20)\\d{2}'
const word = (words: string) => `(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`
// A pattern that is blind to case takes four times as long to make ready, and each file has its own process.
const everywhere = (kind: PersonalFactKind, pattern: string): Rule => ({
  kind,
  where: 'everywhere',
  pattern: new RegExp(pattern, 'gu'),
})
const withCapitals = (kind: PersonalFactKind, pattern: string): Rule => ({
  ...everywhere(kind, pattern),
  capitalsTell: true,
})
const aboutThePerson = (kind: PersonalFactKind, pattern: string): Rule => ({
  ...everywhere(kind, pattern),
  where: 'about the person',
})

export const DRIVING_LICENCE = new RegExp(
  `${word("(?:[a-e]{1,3}\\d?[- ]?)?ajokort\\p{L}*|ajo-oikeu\\p{L}*|[abce]{1,3}-kortti|driv(?:ing|er[’']?s?) licen[cs]es?|(?:[a-e]{1,3}\\d?[- ]?)?körkort")}`,
  'iu',
)

const RULES: Rule[] = [
  everywhere(
    'email',
    '[\\w.+-]+\\s?(?:@|[([](?:at|ät|a|snabel-a)[)\\]])\\s?[\\w-]+(?:(?:\\.|\\s(?:piste|punkt|dot)\\s)[\\w-]+)+',
  ),
  everywhere(
    'profile_link',
    '(?:https?://\\S+|www\\.\\S+)|(?:[\\w-]+\\.)*(?:linkedin\\.com|github\\.com|gitlab\\.com|facebook\\.com|instagram\\.com|twitter\\.com|x\\.com|behance\\.net|dribbble\\.com|indeed\\.com|xing\\.com|medium\\.com|youtube\\.com)/\\S+|[\\w-]+\\.github\\.io\\S*',
  ),
  aboutThePerson(
    'profile_link',
    `${word('(?:[\\w-]+\\.)+(?:com|fi|net|org|me|dev|se|eu|io|info)')}(?:/\\S*)?|${word('(?:linkedin|github|skype|whatsapp|telegram)\\s*:\\s*\\S+')}`,
  ),
  // A capital letter tells a street or a town from other words after a number.
  withCapitals(
    'address',
    "(?<!\\p{L})\\p{Lu}[\\p{L}-]*(?:katu|tie|kuja|polku|raitti|väylä|kaari|rinne|aukio|penger|gatan|vägen|gränd|stigen)\\s\\d{1,4}(?:\\s?[A-Za-z](?:\\s?\\d{1,4})?)?(?!\\p{L})|(?<!\\d)\\d{1,5}(?:st|nd|rd|th)?\\s(?:\\p{Lu}[\\p{L}'.]+\\s){0,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Square)(?![\\p{L}])|P\\.?\\s?O\\.?\\s?Box\\s\\d+|\\bPL\\s\\d{1,5}\\b",
  ),
  withCapitals('address', '(?<![\\d-])(?:(?:FI|SE|AX)-)?\\d{5}\\s\\p{Lu}\\p{L}{2,}'),
  everywhere(
    'birth_date',
    `${word('syntymäaika|synt\\.?(?:\\saika)?|syntynyt|syntymävuosi|syntymäpaikka|syntymäpäivä|date of birth|birth\\s?date|birthday|place of birth|year of birth|d\\.?o\\.?b\\.?|födelsedatum|född|födelseort|födelseår')}[:.]?`,
  ),
  aboutThePerson(
    'birth_date',
    `${word('born')}\\s|(?<!\\p{L})(?:s\\.|f\\.)\\s?(?:${DATE}|(?:\\d{1,2}[./]\\s?)?19\\d{2})`,
  ),
  everywhere(
    'age',
    `${word('\\d{2}[- ]?(?:-?vuotias|-vuotiaana|years[- ]old|år gammal|-årig)|aged \\d{2}|(?:ikä|age|ålder)\\s*:?\\s\\d{2}(?:\\s?(?:v|vuotta|years|år))?')}`,
  ),
  everywhere('gender', `${word('sukupuoli|gender|kön|sex')}\\s*:`),
  aboutThePerson('gender', '^(?:nainen|mies|female|male|kvinna|man|non-binary|muunsukupuolinen)$'),
  everywhere('marital_status', word('siviilisääty|marital status|civilstånd|perhesuhteet|civil status')),
  aboutThePerson(
    'marital_status',
    `${word(
      'naimisissa|(?:är|on) gift|avoliitossa|avioliitossa|eronnut|naimaton|leski|married|divorced|widowed|unmarried|sambo|ogift|frånskild|ensamstående|yksinhuoltaja|single (?:mother|father|parent)',
    )}|^(?:single|gift|skild|singel)$`,
  ),
  aboutThePerson(
    'family',
    `${word('(?:yksi|kaksi|kolme|neljä|viisi|\\d)\\s?(?:pientä\\s|aikuista\\s)?lasta|\\d lapsen (?:äiti|isä)|lapsen (?:äiti|isä)|huollettavia|(?:one|two|three|four|\\d)\\s(?:small\\s|young\\s)?child(?:ren)?|(?:mother|father) of|(?:ett|två|tre|fyra|\\d)\\sbarn|(?:mamma|pappa|mor|far) till')}|^(?:perhe|lapset|lapsia|family|children|familj|barn)\\s*:`,
  ),
  everywhere(
    'nationality',
    word(
      'kansalaisuus|nationality|citizenship|citizen of|nationalitet|medborgarskap|medborgare|syntymämaa|country of birth|födelseland|oleskelulupa|työlupa|uppehållstillstånd|residence permit|work permit|visa status',
    ),
  ),
  aboutThePerson(
    'nationality',
    word('(?:suomen|ruotsin|viron|venäjän|ukrainan|eu:n)\\skansalainen|eu citizen'),
  ),
  everywhere('driving_licence', DRIVING_LICENCE.source),
  everywhere(
    'military_service',
    word(
      'asepalvelu\\p{L}*|varusmiespalvelu\\p{L}*|siviilipalvelu\\p{L}*|varusmies|asevelvollisuu\\p{L}*|reservin\\s\\p{L}+|military service|conscript(?:ion)?|national service|värnplikt\\p{L}*|beväring\\p{L}*|civiltjänst\\p{L}*|sotilasarvo|military rank',
    ),
  ),
  everywhere(
    'health',
    word(
      'terveydentila\\p{L}*|osatyökyky\\p{L}*|työkyvyttömyys\\p{L}*|sairaslomalla|sairausloma\\p{L}*|kuntoutustuki\\p{L}*|työkyky(?:ni|äni)|tupakoimaton|savuton|raitis|non-smoker|rökfri|hälsotillstånd|state of health|sjukskriven|sjukledig|on sick leave|my disability|funktionsnedsättning|minulla on (?:adhd|autismi|diagnoosi|masennus)|disability pension',
    ),
  ),
  everywhere(
    'conviction',
    word(
      'rikosrekisteri\\p{L}*|rikostausta\\p{L}*|criminal record|no convictions|brottsregister|straffregister',
    ),
  ),
  ...SPOKEN_ANYWHERE.map(([kind, pattern]) => everywhere(kind, pattern)),
  ...SPOKEN_OF_THE_PERSON.map(([kind, pattern]) => aboutThePerson(kind, pattern)),
]

const PHONE =
  /(?<![\d.,/–-])(?:(?:\+|00)\d[\d\s().-]{6,17}\d|\(\d{3}\)\s?\d{3}-\d{4}|0\d{1,3}[\s-]?\d{3,4}[\s-]?\d{2,4}(?:[\s-]?\d{1,4})?)(?![\d.,/]\d)/gu
const LABELLED_PHONE =
  /(?<!\p{L})(?:puh(?:elin(?:numero)?)?|matkapuhelin|gsm|tel(?:ephone)?|phone|mobile|mob|tfn|telefon|mobil)\s?[.:]*\s?(\+?[\d][\d\s().-]{5,17}\d)/giu
const IDENTITY_LABEL =
  /(?<!\p{L})(?:henkilötunnus|hetu|sotu|personnummer|personbeteckning|personal identity (?:code|number)|social security number|ssn)(?!\p{L})/giu
const ADDRESS_LABEL =
  /^(?:osoite|kotiosoite|kotipaikka|kotikunta|asuinpaikka|asuinkunta|address|adress|hemort|bostadsort|location|residence)\s*(?::|$)/i
const LONGEST_LABEL = 30
/** A mark drawn from an icon font, which reads as any sign, and a user name. */
const HANDLE = /^[^\sa-zåäö\d•·*-]\s?[a-z\d][a-z\d._-]{2,30}$/iu
const DATE_ALONE = new RegExp(`(?<![\\d–-])${DATE}(?!\\s*[-–—]|\\d)`, 'gu')
const ADULT_BEFORE = new Date().getUTCFullYear() - 14

/**
 * What `findPersonalFacts` needs to know: the person's name, the line a sentence stands on, and what finds the
 * name again (every part of it, where not given).
 */
type FactContext = { name: string | null; line: string; namePattern?: RegExp | null }

/** The personal facts in one sentence, with offsets in the sentence. */
export function findPersonalFacts(
  sentence: CvSentence,
  { name, line, namePattern = name === null ? null : nameMatcher(name) }: FactContext,
): Found[] {
  const { text, section } = sentence
  const isAboutPerson = ABOUT_THE_PERSON.includes(section)
  const small = inSmallLetters(text)
  const facts: Found[] = []
  const add = (kind: PersonalFactKind, start: number, length: number) =>
    facts.some((fact) => fact.start === start && fact.end === start + length) ||
    facts.push({ kind, start, end: start + length })
  const addAll = (
    kind: PersonalFactKind,
    pattern: RegExp,
    accept: (found: string) => boolean = () => true,
    within = text,
  ) => {
    for (const match of within.matchAll(pattern))
      if (accept(match[0])) add(kind, match.index, match[0].length)
  }

  for (const { kind, where, pattern, capitalsTell } of RULES)
    if (where === 'everywhere' || isAboutPerson) addAll(kind, pattern, undefined, capitalsTell ? text : small)
  addAll('identity_code', IDENTITY_LABEL)
  addAll('identity_code', HIDDEN_CODE)
  for (const { start, end } of identityCodesIn(text)) add('identity_code', start, end - start)
  addAll('phone', LABELLED_PHONE)
  addAll('phone', PHONE, (found) => {
    const digits = found.replace(/\D/g, '').length
    return digits >= 7 && digits <= 15 && identityCodesIn(found).length === 0
  })
  if (section === 'header' || section === 'personal') {
    if (HANDLE.test(text)) add('profile_link', 0, text.length)
    addAll('birth_date', DATE_ALONE, (found) => Number(found.slice(-4)) <= ADULT_BEFORE)
    const label = labelBefore(text, line)
    if (label) for (const kind of kindsOfLabel(label)) add(kind, 0, text.length)
    const beforeFacts = text.slice(0, Math.min(text.length, ...facts.map((fact) => fact.start)))
    const place = beforeFacts.replace(/[\s|•·,–—-]+$/, '')
    if (endsInPlace(place)) add('address', 0, place.length)
    if (ADDRESS_LABEL.test(text) && text.includes(':')) add('address', 0, text.length)
  }
  if (name !== null && namePattern !== null) {
    addAll('name', namePattern)
    if (
      isAboutPerson &&
      facts.length === 0 &&
      text.length <= 40 &&
      text.split(/\s+/).some((part) => holdsSurname(part, name))
    )
      add('profile_link', 0, text.length)
  }
  if (facts.length === 0 && section === 'references') add('referee', 0, text.length)
  if (facts.length === 0 && section === 'header' && isContactLine(line) && !namesJob(text))
    add('address', 0, text.length)
  return facts.filter((fact) => !facts.some((other) => other !== fact && covers(other, fact)))
}

/** The first cell of a line whose later cells hold the text: "Syntynyt" before "1984, Oulu". */
function labelBefore(text: string, line: string): string | null {
  const [label = '', ...values] = line.split('\t')
  const isValue = values.some((value) => value.includes(text))
  return isValue && label.length <= LONGEST_LABEL ? label.trim() : null
}

/** What a label by itself says of what stands beside it. */
function kindsOfLabel(label: string): PersonalFactKind[] {
  if (ADDRESS_LABEL.test(label)) return ['address']
  const small = inSmallLetters(`${label.replace(/\s*:$/, '')}:`)
  return RULES.filter(({ pattern }) => small.search(pattern) === 0).map(({ kind }) => kind)
}

/** The same text without capitals, letter for letter: İ alone would become two. */
const inSmallLetters = (text: string) => text.replaceAll('İ', 'I').toLowerCase()

type Found = PersonalFact & { start: number; end: number }

/** True when one finding lies inside another; of two equal ones the earlier rule stands. */
const covers = (outer: Found, inner: Found) =>
  outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start

/** A line that holds an address, number or link: what else stands on it is of the same kind. */
const isContactLine = (line: string) =>
  /\S@\S+\.\S|(?:linkedin|github)\.com\//i.test(line) && line.length < 200

/** A short line without a job in a section of personal details is one of them, known or not. */
export const isPersonalBySection = (sentence: CvSentence): boolean =>
  sentence.section === 'personal' && sentence.text.length <= 60 && !namesJob(sentence.text)
