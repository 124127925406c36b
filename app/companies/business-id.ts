import { FinnishBusinessIds } from 'finnish-business-ids'

type BusinessIdReading =
  | { ok: true; businessId: string }
  | { ok: false; problem: 'business_id_missing' | 'business_id_format' | 'business_id_check_digit' }

/**
 * Reads a Finnish business ID (Y-tunnus) however it was written: `0538134-0`, `FI05381340`, `05381340`,
 * or with the leading zero that spreadsheets drop. The answer is always in the register's form `0538134-0`.
 */
export function readBusinessId(text: string): BusinessIdReading {
  const compact = text
    .toUpperCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/[\s\u200b\ufeff]/g, '')
  if (compact === '') return { ok: false, problem: 'business_id_missing' }

  const written = /^(?:FI|Y-?TUNNUS:?)*-?(\d{5,7})-?(\d)$/.exec(compact)
  if (!written) return { ok: false, problem: 'business_id_format' }

  const [, number = '', checkDigit = ''] = written
  const businessId = `${number.padStart(7, '0')}-${checkDigit}`
  if (businessId === '0000000-0') return { ok: false, problem: 'business_id_format' }
  if (!FinnishBusinessIds.isValidBusinessId(businessId)) {
    return { ok: false, problem: 'business_id_check_digit' }
  }
  return { ok: true, businessId }
}
