import type { Growth } from './company'

/** A turnover that changes less than this is steady: prices alone move it so much. */
const steadyWithin = { percent: 5 }

const growthWords: Record<Growth, readonly string[]> = {
  growing: ['growing', 'growth', 'kasvaa', 'kasvava', 'kasvussa', 'kasvu', 'växer', 'växande', 'tillväxt'],
  steady: [
    'steady',
    'stable',
    'flat',
    'ennallaan',
    'vakaa',
    'tasainen',
    'oförändrat',
    'oförändrad',
    'stabil',
  ],
  shrinking: [
    'shrinking',
    'declining',
    'supistuu',
    'supistuva',
    'laskeva',
    'laskussa',
    'minskar',
    'minskande',
  ],
}

/**
 * A growth of turnover read from a word or from a percentage such as `+12,5 %` or `-3.2`, which is given back with its
 * sign. Null when it is neither, and for a number between -1 and 1 without a percent sign: some tables write shares,
 * others percentages.
 */
export function readGrowth(text: string): { growth: Growth; percent: string | null } | null {
  const word = text.toLowerCase()
  for (const growth of ['growing', 'steady', 'shrinking'] as const)
    if (growthWords[growth].includes(word)) return { growth, percent: null }
  const written = /^([+-]?\d{1,6}(?:[.,]\d+)?)(%?)$/.exec(text.replace(/\s/g, '').replace(/[−–]/, '-'))
  if (!written?.[1]) return null
  const percent = Number(written[1].replace(',', '.'))
  if (!written[2] && percent !== 0 && Math.abs(percent) < 1) return null
  const rounded = Math.round(percent * 10) / 10
  return {
    growth:
      percent >= steadyWithin.percent ? 'growing' : percent <= -steadyWithin.percent ? 'shrinking' : 'steady',
    percent: `${rounded > 0 ? '+' : ''}${String(rounded).replace('.', ',')} %`,
  }
}
