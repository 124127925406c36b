import { readTokens, type Token } from './text-tokens'

/**
 * Why a word about a person is no ground to look for anybody by (1325/2014 8 §, 609/1986 7 §, 380/2023 5 §). `other` is
 * said of a person too, and in a need may as well tell of a service or of customers.
 */
export const PERSON_GROUNDS = [
  'age',
  'gender',
  'origin',
  'mother_tongue',
  'health',
  'family',
  'religion',
  'other',
] as const
export type PersonGround = (typeof PERSON_GROUNDS)[number]

type WordRule = {
  ground: PersonGround
  /** Of one word in small letters. */
  word: RegExp
  /** The next word makes it tell of something else. */
  unlessNext?: RegExp
  /** It tells of a person only where nothing follows, or a word for somebody who works. */
  beforePerson?: boolean
}

/*
 * Whole words in the forms of one person, as a longer word or a plural genitive is work with such people: "nuori mies",
 * but "nuorisotyö" and "nuorten ohjaaja".
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
    word: /^(?:ulkomaalai(?:nen|sen|sta)|maahanmuuttajat?|ulkomaalaistaustai(?:nen|sen|sta)|foreigners?|immigrants?|invandrare|finns?)$|^(?:syntyperä|utlänning|infödd)|kansalai(?:nen|sta|sen|set)$|kansalaisuu|medborgar(?:e|skap)$|citizens?(?:hip)?$/,
  },
  { ground: 'origin', word: /suomalai(?:nen|sta|sen|set)$|finländare$|^utländsk/, beforePerson: true },
  { ground: 'mother_tongue', word: /^(?:äidinkiel(?:i|enä|eltään)|modersmål)$/ },
  { ground: 'health', word: /^(?:terve(?:ttä|en)?|healthy|frisk)$/, unlessNext: SOUND_THING },
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

/** What joins such a word to another of its kind: "nuori ja reipas". */
const JOINS = /^(?:ja|tai|sekä|och|eller|and|or)$/

/** The ground on which the word at `at` tells of a person, or null. */
export function personGroundAt(tokens: readonly Token[], at: number): PersonGround | null {
  const token = tokens[at]
  if (!token) return null
  const rule = WORDS.find(({ word }) => word.test(token.norm))
  if (!rule) return null
  const near = [tokens[at - 2], tokens[at - 1], tokens[at + 1], tokens[at + 2]]
  if (near.some((one) => one?.sentence === token.sentence && WORK_WITH.test(one.norm))) return null
  const next = tokens[at + 1]
  const following = next && next.gap !== 'break' ? next.norm : null
  if (following && rule.unlessNext?.test(following)) return null
  if (following && rule.beforePerson && !SOMEBODY.test(following) && !JOINS.test(following)) return null
  // "Täysi-ikäinen" is asked for by law in some work.
  if (token.norm === 'ikäinen' && tokens[at - 1]?.norm === 'täysi') return null
  return rule.ground
}

/** Whether words tell of a person, whatever else stands in them. */
export function tellsOfPerson(words: string): boolean {
  const { tokens } = readTokens(words)
  return tokens.some((_, at) => personGroundAt(tokens, at) !== null)
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
    /(?<!\p{L})(?:native (?:speaker|finnish|english|swedish|level)|(?:finnish|english|swedish) native|mother tongue|som modersmål|syntyperäinen suomenkielinen)(?!\p{L})/giu,
  ],
  [
    'health',
    /(?<!\p{L})(?:back (?:pain|problems?)|mental health problems?|sick leave|perusterve|ont i ryggen)(?!\p{L})/giu,
  ],
  [
    'family',
    /(?<!\p{L})(?:ei (?:pieniä )?lapsia|ei perhettä|no (?:children|kids|family)|inga barn|utan barn)(?!\p{L})/giu,
  ],
]

export type PersonWords = { ground: Exclude<PersonGround, 'other'>; words: string }

/**
 * What a need's text says of a person, each ground once with the first words that say it. A greeting ("Terve!") and
 * work with people ("diabeteksen hoito", "nuori asiakas") are none of it.
 */
export function personWordsIn(text: string): PersonWords[] {
  const { tokens } = readTokens(text)
  const found: PersonWords[] = []
  const add = (ground: PersonGround, words: string) => {
    if (ground !== 'other' && !found.some((one) => one.ground === ground)) found.push({ ground, words })
  }
  for (const [at, token] of tokens.entries()) {
    const ground = personGroundAt(tokens, at)
    if (ground && !isGreeting(token, text)) add(ground, text.slice(token.start, token.end))
  }
  for (const [ground, phrase] of PHRASES)
    for (const [words] of text.matchAll(phrase)) add(ground, words.trim())
  return found
}

function isGreeting({ norm, end }: Token, text: string): boolean {
  return norm === 'terve' && text[end] === '!'
}
