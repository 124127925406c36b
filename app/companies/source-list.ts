import { z } from 'zod'
import { optionalDay, optionalText, text, version } from '~/platform/fields'

export const listProviders = [
  'own_crm',
  'vainu',
  'register',
  'event',
  'referral',
  'network',
  'other',
] as const
export type ListProvider = (typeof listProviders)[number]

/** Where a list of companies came from and by what it was chosen; keywords are separated by commas. */
export const SourceListForm = z.object({
  name: text(200),
  roundId: z.uuid().optional(),
  provider: z.enum(listProviders),
  criteria: optionalText(1000),
  keywords: optionalText(1000).transform((words) => splitKeywords(words ?? '')),
  licenceNote: optionalText(500),
  runOn: optionalDay(),
})
export type SourceListForm = z.output<typeof SourceListForm>

export const SourceListChangeForm = SourceListForm.extend({ version: version() })
export type SourceListChangeForm = z.output<typeof SourceListChangeForm>

export const ListedCompanyForm = z.object({ company: text(300) })

/** Keywords as a person or a cell lists them: lower case, each once. */
export function splitKeywords(text: string): string[] {
  const words = text.split(/[,;|/\n]/).map((word) => word.trim().toLowerCase().slice(0, 60))
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 50)
}
