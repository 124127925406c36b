import type { CvMonth } from './cv-reading'

/** A point or stretch of time as a CV writes it, and where it stands in the text searched. */
type Period = {
  from: CvMonth | null
  to: CvMonth | null
  ongoing: boolean
  /** A single point ("May 2016"): `to` holds it and `from` is null. */
  isPoint: boolean
  start: number
  end: number
}

const MONTHS = [
  'tammikuu|tammi|januari|january|jan',
  'helmikuu|helmi|februari|february|feb',
  'maaliskuu|maalis|mars|march|mar',
  'huhtikuu|huhti|april|apr',
  'toukokuu|touko|maj|may',
  'kesäkuu|kesä|juni|june|jun',
  'heinäkuu|heinä|juli|july|jul',
  'elokuu|elo|augusti|august|aug',
  'syyskuu|syys|september|sept|sep',
  'lokakuu|loka|oktober|october|okt|oct',
  'marraskuu|marras|november|nov',
  'joulukuu|joulu|december|dec',
]
const MONTH_NAME = `(?:${MONTHS.join('|')})(?:n|ta|ssa|sta|hun)?\\.?`
const YEAR = '(?:19[4-9]\\d|20[0-4]\\d)'
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])'
const POINT = [
  `${MONTH_NAME},?\\s?['’]\\d{2}`,
  `(?:\\d{1,2}\\.?\\s)?${MONTH_NAME},?\\s?(?:\\d{1,2},\\s)?['’]?${YEAR}`,
  `${YEAR}[-./](?:0[1-9]|1[0-2])(?:[-./][0-3]\\d)?(?!\\d)`,
  `\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?${YEAR}`,
  `${MONTH_NUMBER}\\s?[./-]\\s?${YEAR}`,
  `(?:kesä|summer|sommaren|spring|fall|autumn|winter|syksy|kevät|talvi|våren|hösten)\\s${YEAR}`,
  YEAR,
].join('|')
const ONGOING =
  'present|current|currently|now|today|ongoing|to date|till date|jatkuu|nykyinen|nykyään|nyt|nykyhetki|toistaiseksi|tähän päivään|edelleen|voimassa|nuvarande|nu|pågående|pågår|tills vidare|idag'
const DASH = '(?:-|–|—|−|->|→|\\bto\\b|\\buntil\\b|\\btill\\b|\\btil\\b|\\.\\.\\.?|…)'
const NOT_INSIDE = '(?<![\\p{L}\\d.,/_-])'
const NOT_BEFORE = '(?![\\p{L}\\d]|[./]\\d|-\\d{3})'

const RANGE = new RegExp(
  `${NOT_INSIDE}(?<from>${POINT})\\s*${DASH}\\s*(?:(?<to>${POINT})|(?<ongoing>${ONGOING})|(?<shortYear>\\d{2})(?!\\d))${NOT_BEFORE}`,
  'iu',
)
// "01/18 – 12/22": two digits are a year only where both ends say so.
const SHORT_RANGE = new RegExp(
  `${NOT_INSIDE}(?<from>(?:0?[1-9]|1[0-2])/\\d{2})\\s*[-–—]\\s*(?:(?<to>(?:0?[1-9]|1[0-2])/\\d{2})|(?<ongoing>${ONGOING})(?!\\p{L})|(?=$|\\t|\\)|\\p{L}))(?![\\d/])`,
  'iu',
)
// "5–8/2019", "6.–8.2019", "kesä–elokuu 2019", "Jan – Mar 2020": one year for both ends.
const SHARED_YEAR = new RegExp(
  `${NOT_INSIDE}(?<first>${MONTH_NUMBER}\\.?|${MONTH_NAME})\\s*[-–—]\\s*(?<second>${MONTH_NUMBER}[./]\\s?|${MONTH_NAME}\\s)(?<year>${YEAR})${NOT_BEFORE}`,
  'iu',
)
// "8/2019 – Lähihoitaja" began then; "2019 – Hygieniapassi" was then.
const OPEN_RANGE = new RegExp(
  `${NOT_INSIDE}(?:(?<from>${POINT})\\s*(?:-|–|—|−|->|→)\\s*(?=$|\\t|\\))|(?<month>${MONTH_NUMBER}[./]${YEAR})\\s?[-–—]\\s(?=\\p{L}))`,
  'iu',
)
const SINCE = new RegExp(
  `(?:\\b(?:since|from|sedan|från och med|from och med)\\s(?<from>${POINT})${NOT_BEFORE})|(?:${NOT_INSIDE}(?<before>${POINT})\\s(?:alkaen|lähtien|onwards))`,
  'iu',
)
const SINGLE = new RegExp(`${NOT_INSIDE}(?<at>${POINT})${NOT_BEFORE}`, 'iu')

/** The first stretch of time in the text, or else its first single date; null when there is neither. */
export function periodIn(text: string): Period | null {
  const shared = SHARED_YEAR.exec(text)
  const range = RANGE.exec(text)
  if (shared?.groups && (!range || shared.index <= range.index)) {
    const { first = '', second = '', year = '' } = shared.groups
    return found(shared, monthOf(`${first} ${year}`, year), monthOf(`${second} ${year}`, year), false)
  }
  if (range?.groups) {
    const { from = '', to, ongoing, shortYear } = range.groups
    const start = parsePoint(from)
    const end = to ? parsePoint(to) : shortYear ? `${start.slice(0, 2)}${shortYear}` : null
    return found(range, start, end, ongoing !== undefined)
  }
  const short = SHORT_RANGE.exec(text)
  if (short?.groups) {
    const { from = '', to, ongoing } = short.groups
    return found(short, shortPoint(from), to ? shortPoint(to) : null, ongoing !== undefined || !to)
  }
  const open = OPEN_RANGE.exec(text)
  if (open?.groups) return found(open, parsePoint(open.groups.from ?? open.groups.month ?? ''), null, true)
  const since = SINCE.exec(text)
  if (since?.groups)
    return found(since, parsePoint(since.groups.from ?? since.groups.before ?? ''), null, true)
  const single = SINGLE.exec(text)
  if (!single?.groups) return null
  return { ...found(single, null, parsePoint(single.groups.at ?? ''), false), isPoint: true }
}

function found(match: RegExpExecArray, from: CvMonth | null, to: CvMonth | null, ongoing: boolean): Period {
  return { from, to, ongoing, isPoint: false, start: match.index, end: match.index + match[0].length }
}

/** "Sept 2018", "3/2019", "31.5.2021", "2019-03", "2019" → `YYYY-MM`, or `YYYY` where no month is given. */
function parsePoint(text: string): CvMonth {
  const inTwo = /['’](\d{2})$/.exec(text)?.[1]
  const year = new RegExp(YEAR).exec(text)?.[0] ?? (inTwo ? inFull(inTwo) : '')
  // A season is not a month, though "kesä" also shortens "kesäkuu".
  if (/^(?:kesä|summer|sommaren|spring|fall|autumn|winter|syksy|kevät|talvi|våren|hösten)\s/i.test(text))
    return year
  return monthOf(text, year)
}

/** "01/18" is January 2018. */
function shortPoint(text: string): CvMonth {
  const [month = '', year = ''] = text.split('/')
  return withMonth(inFull(year), Number(month))
}

/** Years of two digits: from 50 on they are of the last century. */
const inFull = (year: string) => `${Number(year) < 50 ? '20' : '19'}${year}`

function monthOf(text: string, year: string): CvMonth {
  const lower = text.toLowerCase()
  const named = MONTHS.findIndex((names) => new RegExp(`(?<!\\p{L})(?:${names})`, 'iu').test(lower))
  if (named >= 0) return withMonth(year, named + 1)
  const numbers =
    lower
      .replace(year, ' ')
      .match(/\d{1,2}/g)
      ?.map(Number) ?? []
  if (numbers.length === 0) return year
  if (numbers.length === 1 || lower.startsWith(year)) return withMonth(year, numbers[0] ?? 0)
  // Day before month as written here; month first only where the other reading is impossible.
  const [first = 0, second = 0] = numbers
  return withMonth(year, second > 12 ? first : second)
}

const withMonth = (year: string, month: number): CvMonth =>
  month >= 1 && month <= 12 ? `${year}-${String(month).padStart(2, '0')}` : year
