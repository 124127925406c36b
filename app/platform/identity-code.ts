const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY'
/** Separator by century; the letters were added in 2023 when numbers began to run out. */
const CENTURY_OF: Record<string, number> = {
  '+': 1800,
  ...Object.fromEntries([...'-YXWVU'].map((separator) => [separator, 1900])),
  ...Object.fromEntries([...'ABCDEF'].map((separator) => [separator, 2000])),
}
const SHAPE = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])$/

/** True for a Finnish personal identity code: a real date, a known separator, the right check character. */
export function isFinnishIdentityCode(text: string): boolean {
  const [, day, month, year, separator = '', individual, check] = SHAPE.exec(text.toUpperCase()) ?? []
  const century = CENTURY_OF[separator]
  if (!day || !month || !year || !individual || century === undefined) return false
  if (!isCalendarDay(century + Number(year), Number(month), Number(day))) return false
  if (Number(individual) < 2) return false
  return CHECK_CHARACTERS[Number(`${day}${month}${year}${individual}`) % 31] === check
}

const SWEDISH_SHAPE = /^(?:19|20)?(\d{2})(\d{2})(\d{2})[-+]?(\d{4})$/

/** True for a Swedish personal identity number: month and day in range and the Luhn digit right. */
export function isSwedishIdentityNumber(text: string): boolean {
  const [, year, month, day, rest] = SWEDISH_SHAPE.exec(text) ?? []
  if (!year || !month || !day || !rest || !isCalendarDay(2000, Number(month), Number(day))) return false
  const sum = [...`${year}${month}${day}${rest}`].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const DASH = '-+\u2010-\u2015\u2212'
const GAP = '[ .\u00b7]?'
const FINNISH = new RegExp(
  `(?<!\\d)(?:\\d${GAP}){6}\\s?[${DASH}A-FU-Y]\\s?(?:\\d${GAP}){3}[0-9A-Y](?![\\p{L}\\d])`,
  'giu',
)
const SWEDISH = new RegExp(
  `(?<![\\p{L}\\d])(?:19|20)?(?:\\d${GAP}){6}[${DASH}]\\s?\\d{4}(?![\\p{L}\\d])`,
  'gu',
)
// After the word for it, whatever has the length of a code is one, mistyped or not.
const LABELLED = new RegExp(
  `(?:henkilötunnu\\p{L}*|hetu\\p{L}{0,3}|sotu|personnummer|personbeteckning|(?:personal )?identity (?:code|number)|social security number|ssn)[^\\d\\n]{0,12}(\\d[${DASH}\\d ./A-Y]{8,14}[\\dA-Y])(?!\\p{L})`,
  'giu',
)

/** Where codes stand in a text: right ones, ones with a mistyped check character, and ones spelt out of shape. */
export function identityCodesIn(text: string): { start: number; end: number }[] {
  const found = [
    ...[...text.matchAll(FINNISH)].filter(([code]) => hasFinnishShape(code)),
    ...[...text.matchAll(SWEDISH)].filter(([code]) => isSwedishIdentityNumber(plainCode(code))),
  ].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  for (const match of text.matchAll(LABELLED)) {
    const end = match.index + match[0].length
    const code = { start: end - (match[1]?.length ?? 0), end }
    if (!found.some(({ start }) => start >= code.start && start < code.end)) found.push(code)
  }
  return found.sort((one, other) => one.start - other.start)
}

/** What stands in the place of a code's letters and digits; its length stays, so that offsets do. */
const hidden = (length: number) => `••••••-${'•'.repeat(length - 7)}`
export const HIDDEN_CODE = /•{6}-•{3,}/g

/**
 * The text with every personal identity code hidden: the code is in no page, log, address or export (1050/2018
 * 29 §), and nothing after this can find it again.
 */
export function hideIdentityCodes(text: string): string {
  return identityCodesIn(text).reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + hidden(end - start) + rest.slice(end),
    text,
  )
}

const RIGHT_SHAPE = /(?<![\p{L}\d])\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![\p{L}\d])/giu

/**
 * The text with Finnish codes hidden whose check character is right, for what people type into any field: there a
 * telephone number must not be taken for a mistyped code.
 */
export function hideRightCodes(text: string): string {
  return text.replace(RIGHT_SHAPE, (code) => (isFinnishIdentityCode(code) ? hidden(code.length) : code))
}

const plainCode = (code: string) => code.replace(/[\s.·]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-')

const hasFinnishShape = (code: string) =>
  [...CHECK_CHARACTERS].some((check) =>
    isFinnishIdentityCode(plainCode(code).toUpperCase().slice(0, 10) + check),
  )
