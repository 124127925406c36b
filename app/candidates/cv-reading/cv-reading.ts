/** What the CV reader returns: the one place where its output is described. Pure types and limits. */

/** Largest file that is read, in bytes. */
export const LARGEST_CV_BYTES = 10 * 1024 * 1024
/** Most pages that are read. */
export const MOST_CV_PAGES = 40

/**
 * Why a file could not be read. Bad input always ends in one of these and never in an exception.
 * - `empty`: no bytes, or a document in which neither a letter nor a picture was reached
 * - `too_large`: above LARGEST_CV_BYTES, or unpacks to far more than a CV holds
 * - `not_a_cv_format`: the content (not the name) is none of the formats below
 * - `encrypted`: opens only with a password
 * - `scanned`: pictures of pages in which no text was recognised, or looked for yet
 * - `damaged`: the right format, broken inside
 * - `too_many_pages`: above MOST_CV_PAGES
 * - `took_too_long`, `needs_too_much_memory`: the reading process was stopped
 */
export const CV_PROBLEMS = [
  'empty',
  'too_large',
  'not_a_cv_format',
  'encrypted',
  'scanned',
  'damaged',
  'too_many_pages',
  'took_too_long',
  'needs_too_much_memory',
] as const
export type CvProblem = (typeof CV_PROBLEMS)[number]

export type CvFormat = 'pdf' | 'docx' | 'odt' | 'rtf' | 'scan' | 'europass' | 'json_resume' | 'text' | 'form'

export type SectionKind =
  | 'header'
  | 'personal'
  | 'profile'
  | 'work'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certificates'
  | 'courses'
  | 'projects'
  | 'publications'
  | 'awards'
  | 'volunteering'
  | 'positions_of_trust'
  | 'interests'
  | 'references'
  | 'other'

/** `heading` is the CV's own words; empty for what stands before the first heading. */
export type CvSection = { kind: SectionKind; heading: string; start: number; end: number }

/**
 * The unit that evidence quotes: a sentence, a list item or a cell of a line. `text` equals
 * `reading.text.slice(start, end)`. A sentence with `personal` set holds something that must not travel
 * to an employer or into matching: never quote it, never read skills from it.
 */
export type CvSentence = { text: string; section: SectionKind; start: number; end: number; personal: boolean }

/** A month (`2019-03`) or a year (`2019`) as the CV gives it. */
export type CvMonth = string

/** `to` is null both for work that goes on (`ongoing`) and where the CV gives no end. */
export type WorkEntry = {
  title: string | null
  employer: string | null
  from: CvMonth | null
  to: CvMonth | null
  ongoing: boolean
}
export type EducationEntry = {
  title: string | null
  school: string | null
  from: CvMonth | null
  to: CvMonth | null
}

export const CEFR_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
export type CefrLevel = (typeof CEFR_LEVELS)[number]
/**
 * `language` is an ISO 639-1 code. `levelFrom` tells whether the CV names the CEFR level itself or the
 * level was estimated from words such as "fluent"; `said` is the CV's own wording.
 */
export type LanguageSkill = {
  language: string
  level: CefrLevel | 'native' | null
  levelFrom: 'cefr' | 'words' | null
  said: string
}

export type Certificate = { name: string; year: string | null }

/** Recognised text below this, in per cent, is to be compared with the original line by line. */
export const LOW_CONFIDENCE = 75

/** What is recognised in order to be kept out of everything that travels. */
const PERSONAL_FACTS = [
  'name',
  'email',
  'phone',
  'address',
  'profile_link',
  'identity_code',
  'birth_date',
  'age',
  'gender',
  'marital_status',
  'family',
  'nationality',
  'driving_licence',
  'military_service',
  'religion',
  'unemployment',
  'health',
  'conviction',
  'referee',
  'photo',
] as const
export type PersonalFactKind = (typeof PERSONAL_FACTS)[number]

/** Where a personal fact stands in `text`; both offsets are null for what is not text, such as a photo. */
export type PersonalFact = { kind: PersonalFactKind; start: number | null; end: number | null }

/** A passage that the reader could not place, quoted so that a person can. */
export type NotUnderstood = {
  text: string
  section: SectionKind
  why: 'heading' | 'work' | 'education' | 'language' | 'unplaced'
}

export type CvReading = {
  format: CvFormat
  /** The language the CV is written in; null when it is too short or in none of the three. */
  language: 'fi' | 'sv' | 'en' | null
  pages: number | null
  /** How sure the recognition of a scan's text was, in per cent; null where the file carries its text. */
  confidence: number | null
  /** False when the document has neither work, education nor skills: an article, an advert, a letter. */
  looksLikeCv: boolean
  /** Everything that was read, in reading order, personal facts included: for the person and the coach. */
  text: string
  /** The same with every personal sentence blanked out: offsets are those of `text`. */
  travelText: string
  sentences: CvSentence[]
  sections: CvSection[]
  work: WorkEntry[]
  education: EducationEntry[]
  languages: LanguageSkill[]
  certificates: Certificate[]
  personalFacts: PersonalFact[]
  notUnderstood: NotUnderstood[]
}

export type CvReadingResult = { reading: CvReading } | { problem: CvProblem }
