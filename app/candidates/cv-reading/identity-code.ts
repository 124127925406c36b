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
