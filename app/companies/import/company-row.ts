import { normaliseEmail, normalisePhone, normaliseWebsite } from '~/platform/contact-details'
import { readBusinessId } from '../business-id'
import type { Growth } from '../company'
import { readGrowth } from '../growth'
import { type LegalForm, legalFormOfName, readLegalForm } from '../legal-form'
import { readSizeBand, type SizeBand } from '../size-band'
import { splitKeywords } from '../source-list'
import type { ColumnMapping, CompanyField } from './company-field'
import type { FileRow } from './company-file.server'

/** Problems for which a row is refused; the row stays in the list of bad rows with its line. */
const refusingProblems = [
  'broken_quotes',
  'too_many_cells',
  'unreadable_characters',
  'business_id_format',
  'business_id_check_digit',
  'name_missing',
  'name_too_long',
] as const

/** Problems for which one value is left out and the rest of the row is taken. */
const valueProblems = [
  'too_few_cells',
  'date_invalid',
  'phone_invalid',
  'email_invalid',
  'website_invalid',
  'postcode_invalid',
  'employees_invalid',
  'growth_invalid',
  'form_unknown',
  'language_unknown',
  'contact_phone_invalid',
  'contact_email_invalid',
  'contact_without_name',
  'value_too_long',
] as const

type RowProblem = (typeof refusingProblems)[number] | (typeof valueProblems)[number]

export type CompanyRow = {
  line: number
  /** Null for a company that the row names without one. */
  businessId: string | null
  name: string
  form: LegalForm | null
  registeredOn: string | null
  industry: string | null
  industryCode: string | null
  industryCode2025: string | null
  /** A municipality, or whatever place the row names: a post town, a village, one abroad. */
  municipality: string | null
  street: string | null
  postcode: string | null
  website: string | null
  phone: string | null
  email: string | null
  sizeBand: SizeBand | null
  growth: Growth | null
  /** How the growth is known: what the file says, else the percentage that it gives. */
  growthSource: string | null
  funded: string | null
  language: 'fi' | 'sv' | 'en' | null
  keywords: string[]
  /** Cut at `webTextCharacters`. */
  webText: string | null
  contact: { name: string; role: string | null; phone: string | null; email: string | null } | null
}

/** More of a company's pages than this is not kept. */
const webTextCharacters = 20_000

export type CheckedRow = { line: number; problems: RowProblem[]; company: CompanyRow | null }

/** Reads one row of the file. `company` is null when the row is refused; `problems` may name left-out values too. */
export function checkCompanyRow(row: FileRow, mapping: ColumnMapping): CheckedRow {
  const problems: RowProblem[] = row.problem ? [row.problem] : []
  const cells = cellsOf(row, mapping, problems)
  const named = readNamed(row, cells, problems)
  if (problems.some(refuses)) return { line: row.line, problems, company: null }

  const company: CompanyRow = { ...named, ...readFacts(cells, named.name), contact: null }
  const contact = readContact(cells)
  if (contact.name.length > 200) problems.push('value_too_long')
  else if (contact.name !== '') company.contact = contact
  else if (contact.phone ?? contact.email) problems.push('contact_without_name')
  return { line: row.line, problems: [...new Set(problems)], company }
}

/** The cells of a row by the field that the mapping gives them. What cannot be read becomes one of `problems`. */
type Cells = {
  /** The clean text, empty when there is none. */
  text: (field: CompanyField) => string
  value: <T>(field: CompanyField, read: (text: string) => T | null, problem: RowProblem) => T | null
  /** Text of at most `longest` characters. */
  words: (field: CompanyField, longest: number) => string | null
}

function cellsOf(row: FileRow, mapping: ColumnMapping, problems: RowProblem[]): Cells {
  const text: Cells['text'] = (field) => {
    const column = mapping[field]
    return column === undefined ? '' : cleanCell(row.cells[column] ?? '')
  }
  const value: Cells['value'] = (field, read, problem) => {
    const written = text(field)
    if (written === '') return null
    const value = read(written)
    if (value === null) problems.push(problem)
    return value
  }
  const words: Cells['words'] = (field, longest) =>
    value(field, (written) => (written.length <= longest ? written : null), 'value_too_long')
  return { text, value, words }
}

/** Which company the row is about; the problems for which a row is refused are all found here. */
function readNamed(row: FileRow, { text }: Cells, problems: RowProblem[]) {
  const businessId = readBusinessId(text('business_id'))
  if (!businessId.ok && businessId.problem !== 'business_id_missing') problems.push(businessId.problem)
  const name = readCompanyName(text('name'))
  if (name === '') problems.push('name_missing')
  if (name.length > 200) problems.push('name_too_long')
  if (row.cells.some((each) => each.includes('\ufffd'))) problems.push('unreadable_characters')
  return { line: row.line, businessId: businessId.ok ? businessId.businessId : null, name }
}

function readFacts({ text, value, words }: Cells, name: string) {
  const growth = value('growth', readGrowth, 'growth_invalid')
  const industry = splitIndustry(words('industry', 200), words('industry_code', 10))
  return {
    form: value('form', readLegalForm, 'form_unknown') ?? legalFormOfName(name),
    registeredOn: value('registered_on', readDate, 'date_invalid'),
    industry: industry.name,
    industryCode: industry.code,
    industryCode2025: words('industry_code_2025', 10),
    municipality: value(
      'municipality',
      (written) => (written.length <= 80 ? titleCase(written) : null),
      'value_too_long',
    ),
    street: words('street', 200),
    postcode: value('postcode', readPostcode, 'postcode_invalid'),
    website: value('website', normaliseWebsite, 'website_invalid'),
    phone: value('phone', (written) => normalisePhone(firstOf(written)), 'phone_invalid'),
    email: value('email', (written) => normaliseEmail(firstOf(written)), 'email_invalid'),
    sizeBand: value('employees', readSizeBand, 'employees_invalid'),
    growth: growth?.growth ?? null,
    growthSource: words('growth_source', 200) ?? growth?.percent ?? null,
    funded: isNothing(text('funded')) ? null : words('funded', 200),
    language: value('language', readLanguage, 'language_unknown'),
    keywords: splitKeywords(text('keywords')),
    webText: text('web_text').slice(0, webTextCharacters) || null,
  }
}

function readContact({ text, value, words }: Cells) {
  return {
    name: text('contact_name') || `${text('contact_first_name')} ${text('contact_last_name')}`.trim(),
    role: words('contact_role', 100),
    phone: value('contact_phone', (written) => normalisePhone(firstOf(written)), 'contact_phone_invalid'),
    email: value('contact_email', (written) => normaliseEmail(firstOf(written)), 'contact_email_invalid'),
  }
}

function refuses(problem: RowProblem): boolean {
  return refusingProblems.some((refusing) => refusing === problem)
}

/** A cell without invisible characters, doubled spaces and the `="…"` by which exports keep leading zeros. */
function cleanCell(text: string): string {
  const formula = /^="(.*)"$/s.exec(text.trim())
  return (formula?.[1] ?? text)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
}

const formWords: Record<string, string> = {
  OY: 'Oy',
  AB: 'Ab',
  OYJ: 'Oyj',
  ABP: 'Abp',
  KY: 'Ky',
  AY: 'Ay',
  TMI: 'Tmi',
}

/** A company's name with its form word written as the register does: `PUNOLA MEDIA OY` ends in `Oy`. */
function readCompanyName(text: string): string {
  const unquoted = /^"(.*)"$/.exec(text)?.[1] ?? text
  return unquoted.replace(/(?<=^|\s)(OYJ|OY|ABP|AB|KY|AY|TMI)(?=$|\s)/g, (word) => formWords[word] ?? word)
}

/** `62010 Ohjelmistojen suunnittelu` as the code and the words; a code of its own column wins. */
function splitIndustry(industry: string | null, code: string | null) {
  const written = /^(\d{2,5})\s*[-–:.]?\s+(.+)$/.exec(industry ?? '')
  return { name: written?.[2] ?? industry, code: code ?? written?.[1] ?? null }
}

/** A calendar day 'YYYY-MM-DD' read from `2023-05-10`, `10.5.2023` or `10/05/2023`; null when there is no such day. */
export function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text)
  const finnish = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)
  const [year, month, day] = iso ? iso.slice(1, 4) : finnish ? finnish.slice(1, 4).reverse() : []
  if (!year || !month || !day) return null
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : null
}

const nothingWords = new Set(['', '0', '-', '–', 'ei', 'nej', 'no', 'none', 'false', 'ei rahoitusta', 'n/a'])
const isNothing = (text: string) => nothingWords.has(text.toLowerCase())

/** Five digits; the zero that a spreadsheet drops is put back. */
function readPostcode(text: string): string | null {
  const digits = text.replace(/^(FI|AX)-?/i, '').replace(/\s/g, '')
  return /^\d{3,5}$/.test(digits) ? digits.padStart(5, '0') : null
}

const languageWords = {
  fi: ['fi', 'fin', 'suomi', 'finska', 'finnish'],
  sv: ['sv', 'swe', 'ruotsi', 'svenska', 'swedish'],
  en: ['en', 'eng', 'englanti', 'engelska', 'english'],
}

function readLanguage(text: string): 'fi' | 'sv' | 'en' | null {
  const word = text.toLowerCase()
  return (['fi', 'sv', 'en'] as const).find((language) => languageWords[language].includes(word)) ?? null
}

const lowerWords = new Set(['kunta', 'kaupunki', 'kommun', 'stad', 'mlk', 'i', 'ja', 'och'])

/** `ÄÄNEKOSKI` as `Äänekoski`; a name already in mixed case is left as written. */
function titleCase(text: string): string {
  if (text !== text.toUpperCase() && text !== text.toLowerCase()) return text
  return text
    .toLowerCase()
    .replace(/[\p{L}]+/gu, (word, at: number) =>
      at > 0 && lowerWords.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )
}

/** The first of several numbers or addresses in one cell. */
function firstOf(text: string): string {
  return text.split(/[;,|]|\s\/\s/)[0]?.trim() ?? ''
}
