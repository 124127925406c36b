export const sizeBands = ['1-4', '5-9', '10-49', '50-249', '250+'] as const
export type SizeBand = (typeof sizeBands)[number]

/** The band of a head count, counted from the number or from the lower end of a range such as `10–19 henkilöä`. */
export function readSizeBand(text: string): SizeBand | null {
  const digits = /\d+/.exec(text.replace(/(\d)[\s\u00a0](?=\d{3}\b)/g, '$1'))
  if (!digits) return null
  const employees = Number(digits[0])
  if (employees < 5) return '1-4'
  if (employees < 10) return '5-9'
  if (employees < 50) return '10-49'
  return employees < 250 ? '50-249' : '250+'
}
