const weights = [7, 9, 10, 5, 8, 4, 2]

/** The nth of the business IDs with a right check digit. */
export function businessIdOf(nth: number): string {
  // One number in eleven has no digit; three numbers for each leave room to pass it over.
  for (let number = 1_000_000 + nth * 3; ; number += 1) {
    const digits = String(number)
    const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
    const rest = sum % 11
    if (rest !== 1) return `${digits}-${rest === 0 ? 0 : 11 - rest}`
  }
}
