/** How a stem may go on: a pattern the rest of the word must match whole. */
export type Endings = RegExp

/** A beginning shared by some forms of a word, and the endings those forms have. An empty rest is tested too. */
export type Stem = { stem: string; endings: Endings }

const vowel = '[aeiouyäöå]'
const finnishCase = `n|t|a|ä|ta|tä|tta|ttä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|na|nä|h${vowel}n|${vowel}n|seen|siin|hin|den|ten|tten`
const finnishTail = '(?:ni|si|nsa|nsä|mme|nne|an|än|en)?(?:kin|kaan|kään|ko|kö|han|hän|pa|pä)?'
const finnishEndings = new RegExp(`^(?:[eij]{0,2}(?:${finnishCase})${finnishTail})?$`)
const finnishVerbEndings =
  /^(?:n|t|mme|tte|vat|vät|i|in|it|imme|itte|ivat|ivät|[nlrs][uy]t|[nlrs]eet|t?t[uy]|t?t[uy]j[aä]|[td]?[aä]{1,2}n|t?tiin|t[uy]a|isi[a-zäö]{0,4}|mi(?:nen|sen|sta|stä|sessa|sessä|seen)|v[aä]t?|v[aä]n|essa|essä|m[aä](?:lla|llä|ssa|ssä|sta|stä|[aä]n)|[aä])?$/
const nameAfterVowel = new RegExp(`^(?:s|kin|kaan|kään|(?:${finnishCase})${finnishTail})?$`)
const nameAfterConsonant = new RegExp(`^(?:s|kin|kaan|kään|[ei](?:${finnishCase})${finnishTail})?$`)
const swedishEndings =
  /^(?:s|ns?|ens?|ets?|ts?|as?|ars?|ers?|ors?|r|na|nas|arnas?|ernas?|ornas?|es?|ande|andet|ad|ade|at)?$/
const englishEndings = /^(?:s|es)?$/
const none = /^$/

/** Second halves that make a compound of any skill word: `Javaosaaja`, `siivoustyö`, `databaskunskaper`. */
const compoundHalves = new RegExp(
  '^[sn]?(?:' +
    [
      // Finnish
      'osaa[jm]|kiel[iet]|harrast|henkilö|taito|taid|kehit[tyä]|kooda|ohjelmoi|ohjelmist|ohjelma|järjestelm|ympäristö|asiantunti|työ|töi|taulu|ongelm|asia|asio|tehtäv|kokemu|koulutu|kurssi|projekti|palvelu|käyttö|käytö|käyttäj|tuki|tuen|tukea|hallin|ylläpi|konsult|suunnitteli|suunnittelu|suunnittelua|insinöör|arkkiteh|tiimi|alusta|sovellu|kirjasto|integraatio|putk|klusteri|kontti|kontei|testau|testaa|automaatio|automatisoi|rapor|sertifi|tietämy|tuntemu|perusteet|perusteid|pohjai|skripti|palvelin|palvelim|rajapin|robotti|robote|ala$|alan$|alalla$|alalta$|alaa$|asentaj|asennu|huolto|huollo|korja|tekni|mestar|valmist|hommi|hommat|keikk|duuni|linja|laite|lait[te]|kone|koneen|konei',
      // Swedish
      'utveckl|fråg|ärend|sid[ao]|rout|medarbet|serv[er]r?|programmer|kunskap|erfarenhet|kompeten|kurs|arbet|miljö|lösning|system|hanter|administ|support|ansvarig|ingenjör|arkitekt|plattform|tjänst|verktyg|bibliotek|ramverk|språk|analys|analyt|drift|design|uppgift|jobb|maskin|montör|mekanik',
      // both
      'specialist|teknik|admin',
    ].join('|') +
    ')',
)

/** Whether the rest of a word, after one that is a skill's, is an everyday second half. */
export function isCompoundHalf(rest: string): boolean {
  return rest.length >= 3 && compoundHalves.test(rest)
}

/** Pattern of the endings names take after an apostrophe: `ServiceNow'ta`. One letter is left to English: `don't`. */
export const apostropheEnding = 'ta|tä|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|hin|hun|iin|een'

/** Pattern of the endings abbreviations take after a colon: `AWS:n`, `C#:lla`, `HR:s`. */
export const colonEnding = `(?:[ei]?(?:${finnishCase})${finnishTail}|s|en|et|er|ar)`

/** A word that has one form only. */
export function fixedStem(word: string): Stem[] {
  return [{ stem: word, endings: none }]
}

/** A product's name or another word used in every language: foreign names bend with -i- in Finnish, -s elsewhere. */
export function nameStems(word: string): Stem[] {
  const endsInVowel = /[aeiouyäöå]$/.test(word)
  if (word.length < 3 || !/\p{L}$/u.test(word)) return fixedStem(word)
  if (word.length === 3 && !endsInVowel) return [{ stem: word, endings: englishEndings }]
  const stems = [{ stem: word, endings: endsInVowel ? nameAfterVowel : nameAfterConsonant }]
  if (/[ue]s$/.test(word)) stems.push({ stem: `${word.slice(0, -1)}ks`, endings: nameAfterConsonant })
  return stems
}

export function englishStems(word: string): Stem[] {
  if (word.length < 3) return fixedStem(word)
  const stems = [{ stem: word, endings: englishEndings }]
  if (/[^aeiouys]s$|[aeo]s$/.test(word) && word.length > 4)
    stems.push({ stem: word.slice(0, -1), endings: none })
  if (/[^aeiou]y$/.test(word)) stems.push({ stem: `${word.slice(0, -1)}ies`, endings: none })
  return stems
}

/** Letters a Swedish stem keeps at least when it is not the word itself. */
const shortestSwedishStem = 4

export function swedishStems(word: string): Stem[] {
  if (word.length < 3) return fixedStem(word)
  const stems = new Set([word])
  if (/[ae]$/.test(word)) stems.add(word.slice(0, -1))
  if (/[^aeiouyåäö]e[lr]$/.test(word)) stems.add(word.slice(0, -2) + word.slice(-1))
  if (/[aeiouyåäö][bdgklmnprt]$/.test(word)) stems.add(word + word.slice(-1))
  return [...stems]
    .filter((stem) => stem === word || stem.length >= shortestSwedishStem)
    .map((stem) => ({ stem, endings: swedishEndings }))
}

/** Stems of a Finnish noun, adjective or verb from its dictionary form. Too many stems do no harm: the ending must fit as well. */
export function finnishStems(word: string): Stem[] {
  if (word.length < 3) return fixedStem(word)
  const nouns = [...finnishNounStems(word)].map((stem) => ({ stem, endings: finnishEndings }))
  const verbs = [...finnishVerbStems(word)].map((stem) => ({ stem, endings: finnishVerbEndings }))
  return [...nouns, ...verbs].filter(({ stem }) => stem.length >= 3)
}

function finnishNounStems(word: string): Set<string> {
  const stems = new Set([word])
  const last = word.slice(-1)
  const body = word.slice(0, -1)

  if (word.endsWith('nen')) stems.add(`${word.slice(0, -3)}s`)
  else if (last === 'e') {
    for (const form of [word, ...strengthened(word)]) stems.add(form).add(`${form}e`)
  } else if (/[aäoöuyi]/.test(last)) {
    for (const form of [word, ...weakened(word)]) {
      const formBody = form.slice(0, -1)
      stems.add(form)
      if (last === 'a') stems.add(`${formBody}o`).add(`${formBody}i`)
      if (last === 'ä') stems.add(`${formBody}ö`).add(`${formBody}i`)
      if (last === 'i') stems.add(`${formBody}e`)
    }
    if (/[aäi]/.test(last) && body.length >= 4) stems.add(body)
    if (word.endsWith('si')) stems.add(`${word.slice(0, -2)}de`).add(`${word.slice(0, -2)}te`)
  } else if (last === 's') {
    stems.add(`${body}ks`)
    if (/(?:uu|yy)s$/.test(word)) stems.add(`${body}d`).add(`${body}t`)
    if (word.endsWith('mies')) stems.add(`${body}h`)
    if (/[aäi]s$/.test(word)) {
      for (const form of [body, ...strengthened(body)]) stems.add(form).add(form + form.slice(-1))
    }
  } else if (/[aeiouyäö]t$/.test(word)) {
    for (const form of [body, ...strengthened(body)])
      for (const stem of finnishNounStems(form)) stems.add(stem)
  } else if (/[iöäa]n$/.test(word)) {
    for (const form of [body, ...strengthened(body)]) stems.add(`${form}m`)
  }
  return stems
}

function finnishVerbStems(word: string): Set<string> {
  const stems = new Set<string>()
  if (/[aouie]a$|[äöyie]ä$/.test(word)) {
    const stem = word.slice(0, -1)
    for (const form of [stem, ...weakened(stem)]) {
      stems.add(form)
      if (/[aäe]$/.test(form)) stems.add(form.slice(0, -1))
      // Antaa, antoi; kaivaa, kaivoi: two syllables with a in the first.
      if (/^[^aeiouyäö]*a[ui]?[^aeiouyäö]+a$/.test(form)) stems.add(`${form.slice(0, -1)}o`)
    }
    if (/t[aä]$/.test(stem)) stems.add(`${stem.slice(0, -2)}s`)
  } else if (/d[aä]$/.test(word)) stems.add(word.slice(0, -2))
  else if (/[aouie]ta$|[äöyie]tä$/.test(word)) {
    const root = word.slice(0, -2)
    const link = word.slice(-1)
    for (const form of [root, ...strengthened(root)]) stems.add(form + link).add(`${form}s`)
    stems.add(`${root}n`).add(`${root}t`)
  } else if (/(?:ll|nn|rr|st)[aä]$/.test(word)) {
    const root = word.slice(0, -2)
    for (const form of [root, ...strengthenedBefore(root)]) stems.add(form).add(`${form}e`)
  }
  return stems
}

const weakPairs: [strong: string, weak: string][] = [
  ['kk', 'k'],
  ['pp', 'p'],
  ['tt', 't'],
  ['nk', 'ng'],
  ['nt', 'nn'],
  ['lt', 'll'],
  ['rt', 'rr'],
  ['mp', 'mm'],
  ['lp', 'lv'],
  ['rp', 'rv'],
  ['ht', 'hd'],
  ['lk', 'l'],
  ['rk', 'r'],
  ['k', ''],
  ['p', 'v'],
  ['t', 'd'],
]

/** `tietokanta` to `tietokanna`, `tekniikka` to `tekniika`: the stem before n, ssa, lla and the like. */
function weakened(word: string): string[] {
  const [, head = '', cluster = '', ending = ''] = /^(.*?)([^aeiouyäöå]*)([aeiouyäö])$/.exec(word) ?? []
  const pair = weakPairs.find(
    ([strong]) => cluster === strong || (strong.length === 2 && cluster.endsWith(strong)),
  )
  return pair && head !== '' ? [head + cluster.slice(0, -pair[0].length) + pair[1] + ending] : []
}

/** `laite` to `laitte`, `asiakas` (without s) to `asiakka`: words whose basic form is the weak one. */
function strengthened(word: string): string[] {
  const [, head = '', cluster = '', ending = ''] = /^(.*?)([^aeiouyäöå]*)([aeiouyäö])$/.exec(word) ?? []
  if (head === '' || cluster === '') return []
  return weakPairs
    .filter(([, weak]) => weak !== '' && cluster === weak)
    .map(([strong]) => head + strong + ending)
}

/** `harjoitel` to `harjoittel`. */
function strengthenedBefore(root: string): string[] {
  return strengthened(root.slice(0, -1)).map((form) => form + root.slice(-1))
}
