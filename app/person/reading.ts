/** What staff can have opened, each in words: `person:reading.what.<what>`. */
const READINGS = [
  'candidate',
  'assessments',
  'cv',
  'cv_file',
  'presentation',
  'presentation_preview',
  'other',
] as const

export function isReadingInWords(what: string): what is (typeof READINGS)[number] {
  return READINGS.some((known) => known === what)
}
