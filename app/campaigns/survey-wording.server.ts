import { sql } from 'kysely'
import { createFormat } from '~/texts/format'
import { translatorFor } from '~/texts/language.server'
import type { Language } from '~/texts/text-keys'
import { type SurveyAsker, tellAsker } from './survey-asker'

export type Survey = {
  id: string
  campaignId: string
  place: 'instead' | 'after'
  introFi: string | null
  introSv: string | null
  introEn: string | null
  closesOn: string
}

/** SQL over `sender`, `project` and `person`. */
export const askerColumns = [
  sql<string | null>`nullif(concat_ws(', ', sender.name, sender.organisation), '')`.as('sender'),
  sql<string>`project.name`.as('project'),
  sql<string | null>`case when person.email is not null then person.source end`.as('source'),
] as const

/** What the texts of the survey's mail name, in one language. */
export function surveyWording(survey: Survey, asker: SurveyAsker, language: Language) {
  const intro = { fi: survey.introFi, sv: survey.introSv, en: survey.introEn }[language]
  const t = translatorFor(language)
  return {
    intro: intro ?? t('surveys:intro_usual'),
    asker: tellAsker(t, asker),
    until: createFormat(language).day(survey.closesOn),
  }
}
