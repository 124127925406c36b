/** What staff can have opened, each in words: `person:reading.what.<what>`. */
const READINGS = [
  'candidate',
  'assessments',
  'consent_paper',
  'contacts',
  'cv',
  'cv_file',
  'matching',
  'presentation',
  'presentation_preview',
  'sealed_list',
  'other',
] as const

export function isReadingInWords(what: string): what is (typeof READINGS)[number] {
  return READINGS.some((known) => known === what)
}
