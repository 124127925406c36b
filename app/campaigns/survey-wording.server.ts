import { sql } from 'kysely'
import type { Db } from '~/platform/db.server'
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

/** Those a survey was sent to, beside the survey, its campaign, the company, who sent it, for which project, to whom. */
export function recipientsOfSurveys(db: Db) {
  return db
    .selectFrom('survey_recipient as recipient')
    .innerJoin('survey', 'survey.id', 'recipient.survey_id')
    .innerJoin('campaign', 'campaign.id', 'survey.campaign_id')
    .innerJoin('company', 'company.id', 'recipient.company_id')
    .innerJoin('employer_round', 'employer_round.id', 'campaign.round_id')
    .innerJoin('project', 'project.id', 'employer_round.project_id')
    .leftJoin('user_account as sender', 'sender.id', 'recipient.sent_by')
    .leftJoin('contact as person', 'person.id', 'recipient.contact_id')
    .select(askerColumns)
}

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
