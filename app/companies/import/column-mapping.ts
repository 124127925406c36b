import { normaliseEmail, normalisePhone, normaliseWebsite } from '~/platform/contact-details'
import { readBusinessId } from '../business-id'
import { ambiguousHeadings, foldHeading, headings } from './column-headings'
import {
  type ColumnMapping,
  type CompanyField,
  companyFields,
  fieldAt,
  requiredFields,
} from './company-field'
import { readDate } from './company-row'
import { findPreset } from './presets'

/**
 * Why a column is taken for a field: chosen so before, the system that wrote the file calls it so, its heading says
 * so, its heading contains the word, or its values look so.
 */
type GuessReason = 'remembered' | 'preset' | 'heading' | 'similar_heading' | 'values'

export type ColumnGuess = { column: number; field: CompanyField; reason: GuessReason }

const sampleRows = 200

/**
 * Guesses what the columns hold, each field and each column at most once: by the heading first, by the
 * values where the heading is silent or contradicted; the headings of a known system come first of all. Columns that
 * nothing is known about are left out.
 */
export function guessColumns(header: string[], rows: { cells: string[] }[]): ColumnGuess[] {
  const folded = header.map(foldHeading)
  const preset = findPreset(header)
  const others = new Set(folded.flatMap((heading, at) => (preset?.others.includes(heading) ? [at] : [])))
  const guesses = new Map<number, ColumnGuess>()
  const taken = new Set<CompanyField>()
  const take = (column: number, field: CompanyField | undefined, reason: GuessReason) => {
    if (!field || taken.has(field) || guesses.has(column) || others.has(column)) return
    if (contradicts(field, valuesOf(rows, column))) return
    taken.add(field)
    guesses.set(column, { column, field, reason })
  }

  folded.forEach((heading, column) => {
    take(column, preset?.columns[heading], 'preset')
  })
  for (const field of companyFields) {
    for (const heading of headings[field]) {
      const column = folded.indexOf(heading)
      if (column >= 0) take(column, field, 'heading')
    }
  }
  folded.forEach((heading, column) => {
    take(column, similarHeading(heading), 'similar_heading')
  })
  // A phone or an address after the person's name is the person's, before it the company's.
  const person = [...guesses.values()].find(({ field }) => personFields.includes(field))?.column
  for (const { headings, company, contact } of ambiguousHeadings) {
    folded.forEach((heading, column) => {
      if (!headings.includes(heading)) return
      const order = person !== undefined && column > person ? [contact, company] : [company, contact]
      take(
        column,
        order.find((field) => !taken.has(field)),
        'heading',
      )
    })
  }
  for (const [field, fits] of valueTests) {
    header.forEach((_, column) => {
      if (looksLike(fits, valuesOf(rows, column))) take(column, field, 'values')
    })
  }
  return [...guesses.values()].sort((a, b) => a.column - b.column)
}

/** The guesses as the mapping that the import uses. */
export function mappingOf(guesses: ColumnGuess[]): ColumnMapping {
  return Object.fromEntries(guesses.map(({ field, column }) => [field, column]))
}

/** The fields without which the mapping cannot be imported, in the order of the fields. */
export function missingFields(mapping: ColumnMapping): CompanyField[] {
  return requiredFields.filter((field) => mapping[field] === undefined)
}

function valuesOf(rows: { cells: string[] }[], column: number): string[] {
  return rows
    .slice(0, sampleRows)
    .map((row) => row.cells[column]?.trim() ?? '')
    .filter((value) => value !== '')
}

const personFields: CompanyField[] = ['contact_name', 'contact_first_name', 'contact_last_name']
const personWords = /yhteyshenkil|kontakt|contact|henkilon|paattajan/
const reachWords: [RegExp, CompanyField][] = [
  [/sahkoposti|email|epost/, 'contact_email'],
  [/puhelin|phone|mobile|telefon/, 'contact_phone'],
  [/titteli|rooli|tehtava|title|role|roll|befattning/, 'contact_role'],
]

/** A longer heading that contains a field's own word, e.g. `Y-tunnus (PRH)` or `Yhteyshenkilön sähköposti`. */
function similarHeading(heading: string): CompanyField | undefined {
  if (personWords.test(heading)) {
    return reachWords.find(([word]) => word.test(heading))?.[1]
  }
  return companyFields.find((field) =>
    headings[field].some(
      (word) => word.length >= 6 && heading.length > word.length && heading.includes(word),
    ),
  )
}

const companyName = /\b(oy|oyj|ab|abp|ky|ay|kb|tmi|ry|rf|osk|oy ab|säätiö)\.?$|^(oy|ab|tmi|f:ma)\b/i
const isDate = (text: string) => readDate(text) !== null

const valueTests: [CompanyField, (value: string) => boolean][] = [
  ['business_id', (value) => readBusinessId(value).ok],
  [
    'contact_email',
    (value) => normaliseEmail(value) !== null && !/^(info|asiakas|myynti|office|hello)/i.test(value),
  ],
  ['email', (value) => normaliseEmail(value) !== null],
  ['website', (value) => normaliseWebsite(value) !== null],
  ['postcode', (value) => /^\d{5}$/.test(value)],
  ['registered_on', isDate],
  ['phone', (value) => /^[+0(][\d\s()-]{5,}$/.test(value) && normalisePhone(value) !== null],
  ['name', (value) => companyName.test(value)],
]

function looksLike(fits: (value: string) => boolean, values: string[]): boolean {
  return values.length > 0 && values.filter(fits).length >= values.length * 0.6
}

/** A column headed as an ID whose values hardly ever are business IDs is some other system's own number. */
function contradicts(field: CompanyField, values: string[]): boolean {
  return field === 'business_id' && values.length > 0 && !values.some((value) => readBusinessId(value).ok)
}

export type FileColumn = {
  column: number
  heading: string
  /** Up to three different values of the column. */
  samples: string[]
  field: CompanyField | null
  /** Why it was taken for the field; null without a field. */
  reason: GuessReason | null
}

/** The columns of a file as the mapping page shows them. */
export function columnsOfFile(
  file: { header: string[]; rows: { cells: string[] }[] },
  guesses: ColumnGuess[],
): FileColumn[] {
  return file.header.map((heading, column) => {
    const guess = guesses.find((each) => each.column === column)
    const samples = [...new Set(valuesOf(file.rows, column))].slice(0, 3).map((value) => value.slice(0, 60))
    return { column, heading, samples, field: guess?.field ?? null, reason: guess?.reason ?? null }
  })
}

/** The columns with the mapping in force: where a person chose otherwise, the reason of the guess is gone. */
export function columnsAsChosen(columns: FileColumn[], mapping: ColumnMapping): FileColumn[] {
  return columns.map((each) => {
    const field = fieldAt(mapping, each.column) ?? null
    return { ...each, field, reason: field === each.field ? each.reason : null }
  })
}
