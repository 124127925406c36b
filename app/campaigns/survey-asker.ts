import { contactSources } from '~/companies/company'
import type { Translate } from '~/texts/text'

/** Who asks, as the recipient reads it: the person who sent the survey, the project, and where the address is from. */
export type SurveyAsker = {
  /** Null when the account is gone. */
  sender: string | null
  project: string
  /** How a person's address became known; null for the company's own address. */
  source: string | null
}

/** What everybody who is asked is told (GDPR, article 14): who asks, for what, and where the address is from. */
export function tellAsker(t: Translate, { sender, project, source }: SurveyAsker): string {
  const known = contactSources.find((name) => name === source)
  return t('surveys:asker', {
    sender: sender ?? 'Silta',
    project,
    source: t(known ? `companies:contact_sources.${known}` : 'surveys:source_company'),
  })
}
