import { readTokens, type Token } from './text-tokens'

/**
 * Why a word about a person is no ground to look for anybody by (1325/2014 8 §, 609/1986 7 §, 380/2023 5 §). `other` is
 * said of a person too, and in a need may as well tell of a service or of customers.
 */
const PERSON_GROUNDS = [
  'age',
  'gender',
  'origin',
  'mother_tongue',
  'health',
  'family',
  'religion',
  'orientation',
  'union',
  'other',
] as const
type PersonGround = (typeof PERSON_GROUNDS)[number]

type WordRule = {
  ground: PersonGround
  /** Of one word in small letters. */
  word: RegExp
  /** The next word makes it tell of something else. */
  unlessNext?: RegExp
  /** It tells of a person only where nothing follows, or a word for somebody who works. */
  beforePerson?: boolean
  /** It tells of a person only where such people are turned away: "ei ulkomaalaisia", "homo ei sovi". */
  turnedAway?: boolean
  /** It tells of a person only after a word of preferring: "helst svensk". */
  preferred?: boolean
}

/*
 * Whole words in the forms of one person, as a longer word or a plural genitive is work with such people: "nuori mies",
 * but "nuorisotyö" and "nuorten ohjaaja". "Vastavalmistunut" is none of them: it tells of schooling, which one may finish
 * at any age.
 */

const YOUNG_THING =
  /^(?:yrity|ala[n]?$|startup|organisaatio|asia|teknologia|compan|start|field|industr|business|brand|technolog|företag|bolag|bransch)/
const SOUND_THING =
  /^(?:menoa$|järje|järki|maalaisjär|itsetun|itseluott|talou|yrity|suht|suhde|ilmapiir|työyhteis|työkulttuur|kilpailu|kunnianhimo|ruo[ak]|elintarvik|välipal|atmospher|food|eating|snack|meal|lifestyl|cultur|work|balanc|financ|compan|competit|luft|fläkt|mat$|arbetsmiljö|ekonomi|företag|konkurrens)/

/** In English and Swedish the care of an illness is two words. */
const CARER = /^(?:nurse|educator|clinic|coach|sköterska|sjuksköterska|mottagning)/

const WORDS: WordRule[] = [
  { ground: 'age', word: /^(?:nuor(?:i|ta|en|ekas|ekkaa)|ung(?:a|dom)?|young)$/, unlessNext: YOUNG_THING },
  {
    ground: 'age',
    word: /^(?:iäkä[st]|ikäise|elderly|gammal|pensionär|eläkelä|keski-ikäi)|^ikäinen$|vuotia[sa]|årig[at]?$|åring$/,
  },
  { ground: 'age', word: /^vanha[nat]?$/, beforePerson: true },
  {
    ground: 'gender',
    word: /^(?:mie(?:s|hen|stä|het|hiä)|nai(?:nen|sen|sta|set|sia)|mieshenkilö\p{L}*|naishenkilö\p{L}*|tyttö|poika|male|female|wom[ae]n|tjej(?:en)?|kille(?:n)?|manlig[at]?)$|^(?:miespuoli|naispuoli|kvinn(?:a|lig))/u,
  },
  {
    ground: 'origin',
    word: /^(?:ulkomaalai(?:nen|sen|sta)|maahanmuuttajat?|ulkomaalaistaustai(?:nen|sen|sta)|foreigners?|immigrants?|invandrare|finn)$|^(?:syntyperä|utlänning|infödd|kantasuomalai(?:nen|sen|sta|set|sia)$|(?:valko|tumma|vaalea)ihoi(?:nen|sen|sta|set|sia)$)|kansalai(?:nen|sta|sen|set)$|kansalaisuu|medborgar(?:e|skap)$|citizens?(?:hip)?$/,
  },
  { ground: 'origin', word: /suomalai(?:nen|sta|sen|set)$|finländare$|^utländsk/, beforePerson: true },
  {
    ground: 'origin',
    word: /^(?:(?:ulkomaa|venä|viro|somali|afrikka|aasia|turkki|iraki|pako|mustalai|ulkomaalaistaustai|maahanmuuttajataustai)(?:lais|läis|s)(?:ia|iä|et)|maahanmuuttajia|mamu(?:ja|t)?|roma(?:ni(?:a|t)?|neja)|somale(?:ja|ita)|somalit|arabe(?:ja|ita)|arabit|rom(?:a|er)|gyps(?:y|ies)|zigenare|finns|finnar|ryssar|russians)$/,
    turnedAway: true,
  },
  { ground: 'origin', word: /^(?:svensk|finsk|finländsk|finlandssvensk)$/, preferred: true },
  {
    ground: 'religion',
    word: /^(?:huivi(?:a|n|t|en|päi(?:nen|stä|siä))?|huiveja|hijab(?:ia|eja|s)?|burk[ah](?:a|t)?|turbaani(?:a|t)?|headscar(?:f|fs|ves)|slöj(?:a|or)|huvuddukar?|turban(?:er|s)?)$/,
    turnedAway: true,
  },
  {
    ground: 'orientation',
    word: /^(?:homo(?:a|n|t|ja)?|homoseksuaali\p{L}*|lesbo(?:a|n|t|ja)?|transihmi\p{L}*|hetero(?:a|t)?|gays?|lesbians?|homosexuals?|homosexuell[at]?|bög(?:en|ar)?|lesbisk[at]?|flator)$/u,
    unlessNext: /^(?:sapiens|rights)/,
  },
  {
    ground: 'mother_tongue',
    word: /^(?:äidinkiel(?:i|enä|enään|enäsi|eltään)|modersmål|modersmålstalare)$/,
    unlessNext: /^(?:opet|opiskel|lärar)/,
  },
  { ground: 'health', word: /^(?:terve(?:ttä|en)?|healthy|frisk)$/, unlessNext: SOUND_THING },
  {
    ground: 'health',
    word: /^(?:(?:hyvä|huippu|kova)kuntoi(?:nen|sen|sta|set|sia)|vältränad)$/,
    beforePerson: true,
  },
  {
    ground: 'health',
    word: /^(?:vammai(?:nen|sen|sta)|sairas(?:ta)?|sjuk|osatyökykyi(?:nen|sen|stä)|tupakoimato(?:n|nta))$|pitkäaikaissairas|^(?:raskaana|gravid|pregnant|disabled)/,
  },
  {
    ground: 'health',
    word: /^(?:diabete(?:s|sta|ksen|ksesta|kseen|kset)|diabeet(?:ikko|ikon|ikkoa|ikot)|diabetiker(?:n|na)?|diabetic|\p{L}*(?:astma|epilepsia|keliakia|allergia|skitsofrenia|fibromyalgia|migreeni|reuma|autismi)(?:n|a|ä|t|sta|stä|ssa|ssä|an|in|oita|ita)?|\p{L}*(?:astmaati|epilepti|allergi|autisti|skitsofreeni)(?:kko|kon|kkoa|nen|sen|sta|set|ker|kern))$/u,
    unlessNext: CARER,
  },
  {
    ground: 'health',
    word: /^(?:masennu(?:s|sta|ksen|ksesta|kset)|masentunu(?:t|tta|een|eet)|työuupumu(?:s|sta|ksen|ksesta)|adhd|syö(?:pä|vän|pää|västä|vät)|ms-tauti|\p{L}*(?:selkä|niska|polvi|sydän|vatsa|iho|mielenterveys|päihde|liikunta|kuulo|näkö)(?:vaiva|vaivan|vaivaa|vaivat|vaivoja|vaivoista|kipu|kivun|kipua|kipuja|vika|ongelma|ongelman|ongelmaa|ongelmat|ongelmia|ongelmista|häiriö|häiriötä|häiriöitä|rajoite|rajoitteita|vamma|vamman|vammaa|vammainen|vammaista)|\p{L}*sairau(?:s|tta|den|desta|det|ksia|ksista))$/u,
  },
  {
    ground: 'health',
    word: /^(?:asthma|asthmatic|epilepsy|epileptic|depression|depressed|migraines?|arthritis|schizophreni[ac]|allerg(?:y|ies|ic)|coeliac|celiac|autis(?:m|tic)|cancer|disabilit(?:y|ies)|illness(?:es)?|diseases?|astmatiker(?:n|na)?|epilepsi(?:n)?|depressionen|deprimerad|migrän(?:en)?|allergi(?:n|er|sk)?|celiaki|reumatism(?:en)?|schizofreni|autism(?:en)?|\p{L}*sjukdom(?:en|ar)?|rygg(?:besvär|problem|ont)|funktions(?:nedsättning(?:en|ar)?|hinder|hindrad)|utbränd)$/u,
    unlessNext: CARER,
  },
  {
    ground: 'family',
    word: /^(?:naimisissa|naimaton|lapseton|perheelli|perheetön|yksinhuoltaja(?!n)|barnlös|ogift|married|unmarried|childless)/,
  },
  { ground: 'family', word: /^gift$/, unlessNext: /^(?:shop|card|wrap|pack|store|item|set|bag)/ },
  {
    ground: 'religion',
    word: /^(?:krist(?:itty|ityn|en|na)|christians?|muslimi?|juutalai(?:nen|sen)|jewish|ateisti|atheist|uskonto)$|^uskovai/,
  },
  {
    ground: 'other',
    word: /^(?:lapset|työtön|työttömä[nä]*|arbetslös|unemployed)$/,
  },
]

/** Somebody in need of care or service, or the care: what stands beside it tells of work and not of who does it. */
const WORK_WITH =
  /^(?:asiakas|potilas|oppilas|hoito|hoidon|hoitoa|ohjaus|neuvonta|neuvonnan|kuntoutus|tutkimus|lääkitys|palvelut|palveluiden|osaaminen|tuntemus|care|treatment|prevention|nursing|therapy|rehabilitation|services|support|patients?|customers|clients|vård|vården|behandling|patienter|kunder|rådgivning)$|^(?:asiakka[an]|asiakkai|potilaa|potilai|potilast|oppilaa|oppilai|oppilast|hoidos|hoitami|ohjauks|ohjaami|neuvontaa|tukemi|avustami|kuntoutuks|ehkäis|torjun|förebygg)/

/** Whoever works, by the word for it or its ending. */
const SOMEBODY =
  /(?:jaa?|jää?|jan|jän|mies|nainen|ihminen|henkilö|ihmistä|henkilöä|tyyppi|kaveri|kokki|vetäjä|ari|eri|ööri|taustaa?|taustai(?:nen|sen|sta)|person|arbetare|sökande|bakgrund)$/

/** What tells that such people are turned away, before them or after. */
const TURNING_AWAY = /^(?:ei|eikä|eivät|ilman|no|not|without|ingen|inga|inte|ej|utan)$/
const DOES_NOT_DO =
  /^(?:sovi|sopi|käy|kelpaa|saa|oteta|palkata|hyväksytä|toivota|tule|passar|duger|accepteras|welcome|accepted|allowed)$/
/** How far before a word its denial may stand: "ei huivia eikä romaneja". */
const DENIAL_REACH = 4
const PREFERRING =
  /^(?:mielellään|mieluiten|mieluummin|ainoastaan|vain|kiitos|helst|gärna|bara|endast|enbart|tack|preferably|preferred|only|please)$/
/** Somebody turned away is the whole object: "ei ulkomaalaisia hakijoita", but "ei venäläisiä autoja". */
const TURNED_AWAY_AS =
  /^(?:hakij|työntekij|tekij|ihmis|henkilö|ehdok|taust|tänne|meille|töihin|pää|käy|people|applicant|candidate|worker|person|sökande|arbetare|här|på$|töissä|työssä|tässä|on$|at$)/

/** What joins such a word to another of its kind: "nuori ja reipas". */
const JOINS = /^(?:ja|tai|sekä|eikä|och|eller|and|or)$/

/** The ground on which the word at `at` tells of a person, or null. */
export function personGroundAt(tokens: readonly Token[], at: number): PersonGround | null {
  const token = tokens[at]
  if (!token) return null
  const rule = WORDS.find(({ word }) => word.test(token.norm))
  if (!rule) return null
  if (rule.turnedAway) return isTurnedAway(tokens, at) ? rule.ground : null
  if (rule.preferred && !PREFERRING.test(tokens[at - 1]?.norm ?? '')) return null
  const near = [tokens[at - 2], tokens[at - 1], tokens[at + 1], tokens[at + 2]]
  if (near.some((one) => one?.sentence === token.sentence && WORK_WITH.test(one.norm))) return null
  const next = tokens[at + 1]
  const following = next && next.gap !== 'break' ? next.norm : null
  if (following && rule.unlessNext?.test(following)) return null
  const isOfPerson = (word: string) => [SOMEBODY, JOINS, PREFERRING].some((one) => one.test(word))
  if (following && rule.beforePerson && !isOfPerson(following)) return null
  // "Täysi-ikäinen" is asked for by law in some work.
  if (token.norm === 'ikäinen' && tokens[at - 1]?.norm === 'täysi') return null
  return rule.ground
}

/** Whether such people are turned away, and not things or customers of theirs spoken of. */
function isTurnedAway(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const inSentence = (one: Token) => one.sentence === token?.sentence
  const before = tokens.slice(Math.max(0, at - DENIAL_REACH), at).filter(inSentence)
  const [next, afterNext] = tokens.slice(at + 1, at + 3).filter(inSentence)
  const deniedAfter = TURNING_AWAY.test(next?.norm ?? '') && DOES_NOT_DO.test(afterNext?.norm ?? '')
  if (deniedAfter) return true
  if (!before.some(({ norm }) => TURNING_AWAY.test(norm))) return false
  if (!next || next.gap === 'break' || next.gap === 'slash') return true
  return [TURNED_AWAY_AS, JOINS, PREFERRING, TURNING_AWAY].some((one) => one.test(next.norm))
}

/** Whether words tell of a person, whatever else stands in them. */
export function tellsOfPerson(words: string): boolean {
  const { tokens } = readTokens(words)
  return (
    tokens.some((_, at) => personGroundAt(tokens, at) !== null) ||
    PHRASES.some(([, phrase]) => words.search(phrase) >= 0)
  )
}

const YEARS = '(?:[1-7]\\d)'
const CLAUSE_END = '(?=\\s*(?:[.,;:!?)]|$))'

/** What several words say together, in running text. */
const PHRASES: [ground: PersonGround, phrase: RegExp][] = [
  [
    'age',
    new RegExp(
      `(?<!\\p{L})(?:(?:alle|yli|max\\.?|enintään|korkeintaan|under|över|högst|over|below|aged?)\\s${YEARS}(?:\\s?(?:v\\.?|vuotta|vuoden ikä\\p{L}*|år|years|years old|years of age)(?!\\p{L})(?!\\s\\p{L}*(?:kokemu|työkokemu|erfarenhet|experience|of experience))|${CLAUSE_END})|${YEARS}\\s?[-–]\\s?${YEARS}\\s?(?:v\\.?|år)(?!\\p{L})|${YEARS}\\syears old|ikä\\s?:?\\s${YEARS}|ikäraja|ikähaarukka|age limit|åldersgräns)`,
      'giu',
    ),
  ],
  [
    'mother_tongue',
    /(?<!\p{L})(?:native[ -](?:speaker|finnish|english|swedish|level)|(?:finnish|english|swedish) native|mother tongue|som modersmål|äidinkielen (?:tasoi|tasol)\p{L}*|syntyperäinen suomenkielinen)(?!\p{L})/giu,
  ],
  [
    'health',
    /(?<!\p{L})(?:back (?:pain|problems?)|mental health problems?|sick leave|perusterve|ont i ryggen|hyvä(?:n|ä|ssä)? (?:fyysi\p{L}+ kun|peruskun|fyysi\p{L}+ peruskun)\p{L}+|god (?:fysik|kondition)|(?:in )?good physical (?:shape|condition|health)|physically fit|able[ -]bodied)(?!\p{L})/giu,
  ],
  [
    'union',
    /(?<!\p{L})(?:(?:ammatti)?liittoon kuulu\p{L}*|ei (?:ammatti)?liiton jäse\p{L}+|järjestäytymätö(?:n|nt[aä])|non[ -]union\p{L}*|no(?:t a)? union members?|(?:inte|ej) (?:\p{L}+ )?(?:i facket|fackansluten|fackligt ansluten)|oorganiserad[et]?)(?!\p{L})/giu,
  ],
  [
    'family',
    /(?<!\p{L})(?:ei (?:pieniä )?lapsia|ei perhettä|no (?:children|kids|family)|inga barn|utan barn)(?!\p{L})/giu,
  ],
]

type PersonWords = { ground: Exclude<PersonGround, 'other'>; words: string[] }

/**
 * What a need's text says of a person, each ground once with all the words that say it, as written. A greeting
 * ("Terve!") and work with people ("diabeteksen hoito", "nuori asiakas") are none of it.
 */
export function personWordsIn(text: string): PersonWords[] {
  const { tokens } = readTokens(text)
  const found: PersonWords[] = []
  const add = (ground: PersonGround, words: string) => {
    if (ground === 'other') return
    const already = found.find((one) => one.ground === ground)
    if (!already) found.push({ ground, words: [words] })
    else if (!already.words.some((one) => one.toLowerCase().includes(words.toLowerCase())))
      already.words.push(words)
  }
  for (const [ground, phrase] of PHRASES)
    for (const [words] of text.matchAll(phrase)) add(ground, words.trim())
  for (const [at, token] of tokens.entries()) {
    const ground = personGroundAt(tokens, at)
    if (ground && !isGreeting(token, text)) add(ground, text.slice(token.start, token.end))
  }
  return found.sort((one, other) => PERSON_GROUNDS.indexOf(one.ground) - PERSON_GROUNDS.indexOf(other.ground))
}

function isGreeting({ norm, end }: Token, text: string): boolean {
  return norm === 'terve' && text[end] === '!'
}
