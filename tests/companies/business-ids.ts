import { FinnishBusinessIds } from 'finnish-business-ids'

/** So many different business IDs with right check digits, the same every time. */
export function businessIds(count: number): string[] {
  const ids: string[] = []
  for (let number = 1_000_000; ids.length < count; number += 1) {
    const digit = [...'0123456789'].find((each) => FinnishBusinessIds.isValidBusinessId(`${number}-${each}`))
    if (digit) ids.push(`${number}-${digit}`)
  }
  return ids
}
