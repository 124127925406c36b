/**
 * Business IDs nobody has. The register gives numbers out in order and is at those beginning with 3; ours begin with
 * 90, with a true check digit so that every form takes them.
 */
export function businessIdMaker(): () => string {
  let number = 9_000_000
  return () => {
    for (;;) {
      number += 1
      const digit = checkDigitOf(String(number))
      if (digit !== null) return `${number}-${digit}`
    }
  }
}

/** The check digit of seven digits, or null for the one number in eleven that is never given out. */
function checkDigitOf(digits: string): number | null {
  const weights = [7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  const rest = sum % 11
  if (rest === 1) return null
  return rest === 0 ? 0 : 11 - rest
}

/** Telephone numbers in E.164 whose subscriber part begins with 000, where no operator has subscribers. */
export function phoneMaker(): () => string {
  let number = 1000
  return () => {
    number += 1
    return `+35845000${number}`
  }
}
