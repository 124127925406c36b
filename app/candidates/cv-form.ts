import { z } from 'zod'
import { optionalText, text } from '~/platform/fields'
import { LANGUAGE_LEVELS, type LanguageLevel } from './candidate'
import type { CvMonth, CvReading } from './cv-reading/cv-reading'
import { periodIn } from './cv-reading/periods'
import type { StructuredCv } from './cv-reading/structured-cv'

const MONTH = /^(?:(0?[1-9]|1[0-2])\s?[./-]\s?)?((?:19|20)\d{2})$/
const LONGEST_HEAD = 140 // letters of a line that names a job
const ISO_MONTH = /^(19|20)\d{2}-(0[1-9]|1[0-2])$/

/** '3/2019', '03.2019', '2019' or '2019-03' as the reader writes it: `2019-03` or `2019`. */
const month = () =>
  z
    .string()
    .trim()
    .refine((words) => MONTH.test(words) || ISO_MONTH.test(words), { error: 'cvs:form.month' })
    .transform((words): CvMonth => {
      const [, monthOfYear, year = words] = MONTH.exec(words) ?? []
      return monthOfYear ? `${year}-${monthOfYear.padStart(2, '0')}` : year
    })

/** A month as people write it: '3/2019'. */
export const writtenMonth = (at: CvMonth | null): string => {
  const [year = '', monthOfYear] = (at ?? '').split('-')
  return monthOfYear ? `${Number(monthOfYear)}/${year}` : year
}

const Work = z.object({
  title: text(120),
  employer: optionalText(120),
  from: month().optional(),
  to: month().optional(),
  tasks: optionalText(2000),
})
const Education = z.object({
  title: text(160),
  school: optionalText(160),
  from: month().optional(),
  to: month().optional(),
})

/** A CV filled in here. An empty end of work means that it goes on. */
export const CvFormSchema = z.object({
  language: z.enum(['fi', 'sv', 'en']),
  headline: optionalText(120),
  summary: optionalText(2000),
  work: z.array(Work).max(30).default([]),
  education: z.array(Education).max(20).default([]),
  languages: z
    .array(
      z.object({
        language: z.string().regex(/^[a-z]{2}$/, { error: 'errors:choice' }),
        level: z.enum(LANGUAGE_LEVELS),
      }),
    )
    .max(12)
    .default([]),
  certificates: z
    .array(z.object({ name: text(120), year: optionalText(4) }))
    .max(30)
    .default([]),
  skills: optionalText(3000),
})
export type CvForm = z.output<typeof CvFormSchema>

/** Who the printed document is about; left out where only its meaning is read. */
export type CvPerson = { name: string; contacts: string[] }

const NATIVE = { fi: 'äidinkieli', sv: 'modersmål', en: 'mother tongue' }

/** The form as a structured CV, so that it is read by the rules for every other CV. */
export function structuredCvOfForm(
  form: CvForm,
  person: CvPerson = { name: '', contacts: [] },
): StructuredCv {
  const languageNames = new Intl.DisplayNames([form.language], { type: 'language' })
  return {
    name: person.name,
    headline: form.headline ?? '',
    personal: person.contacts,
    summary: form.summary ?? '',
    work: form.work.map(({ title, employer, from, to, tasks }) => ({
      title,
      employer: employer ?? null,
      from: from ?? null,
      to: to ?? null,
      ongoing: from !== undefined && to === undefined,
      descriptions: [tasks ?? ''],
    })),
    education: form.education.map(({ title, school, from, to }) => ({
      title,
      school: school ?? null,
      from: from ?? null,
      to: to ?? null,
      descriptions: [],
    })),
    languages: form.languages.map(
      ({ language, level }) =>
        `${languageNames.of(language)}: ${level === 'native' ? NATIVE[form.language] : level}`,
    ),
    certificates: form.certificates.map(({ name, year }) => [name, year].filter(Boolean).join(', ')),
    skills: (form.skills ?? '')
      .split(/[\n,;]/)
      .map((skill) => skill.trim())
      .filter(Boolean)
      .map((skill) => `• ${skill}`),
    others: [],
    hasPhoto: false,
  }
}

/** What the reader found, as the form's first values: to be corrected and saved as the next version. */
export function formOfReading(reading: CvReading, cvText: string, language: CvForm['language']) {
  const linesOf = (kind: string) =>
    reading.sentences
      .filter(({ section, personal }) => section === kind && !personal)
      .map(({ start, end }) => cvText.slice(start, end))
      .filter((line) => !reading.sections.some(({ heading }) => heading === line))
  return {
    language: reading.language ?? language,
    headline: '',
    summary: linesOf('profile').join(' '),
    work: reading.work.map(({ title, employer, from, to }, index) => ({
      title: title ?? '',
      employer: employer ?? '',
      from: writtenMonth(from),
      to: writtenMonth(to),
      tasks: tasksIn(reading, linesOf('work'))[index]?.join('\n') ?? '',
    })),
    education: reading.education.map(({ title, school, from, to }) => ({
      title: title ?? '',
      school: school ?? '',
      from: writtenMonth(from),
      to: writtenMonth(to),
    })),
    languages: reading.languages.map(({ language: code, level }) => ({
      language: code,
      level: (level ?? '') as LanguageLevel | '',
    })),
    certificates: reading.certificates.map(({ name, year }) => ({ name, year: year ?? '' })),
    skills: linesOf('skills').join('\n'),
  }
}

/** What each job was like: the lines after the one that names it, without its dates. */
function tasksIn({ work }: CvReading, lines: string[]): string[][] {
  const tasks: string[][] = work.map(() => [])
  let at = -1
  for (const line of lines) {
    const named = work.findIndex(
      ({ title, employer }, index) =>
        index >= at && [title, employer].some((name) => name !== null && line.includes(name)),
    )
    const isHead = named >= 0 && line.length < LONGEST_HEAD
    if (isHead) at = named
    else if (!isOnlyPeriod(line)) tasks[at]?.push(line)
  }
  return tasks
}

function isOnlyPeriod(line: string): boolean {
  const period = periodIn(line)
  return period !== null && line.length - (period.end - period.start) <= 4
}

/** A saved form as the first values of its next version. */
export function formToEdit(form: CvForm) {
  const written = <Entry extends { from?: CvMonth; to?: CvMonth }>(entry: Entry) => ({
    ...entry,
    from: writtenMonth(entry.from ?? null),
    to: writtenMonth(entry.to ?? null),
  })
  return { ...form, work: form.work.map(written), education: form.education.map(written) }
}
