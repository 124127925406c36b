import { type SqlBool, sql } from 'kysely'
import { EXPORT_PORTION, type ExportColumns, type ListToExport } from '~/exports/exports.server'
import type { Db } from '~/platform/db.server'
import type { difficulties } from './call-outcome'
import { SURVEY_QUESTIONS, type SurveyQuestion } from './survey'

/** The words given to each question, several skills with commas between. */
const answers = sql<Partial<Record<SurveyQuestion, string>>>`(
  select coalesce(jsonb_object_agg(question, words), '{}') from (
    select question, string_agg(words, ', ' order by position) as words
    from survey_answer where survey_answer.recipient_id = recipient.id group by question
  ) as answered
)`

function answeredRecipients(db: Db, survey: { id: string }) {
  return db
    .selectFrom('survey_recipient as recipient')
    .innerJoin('company', 'company.id', 'recipient.company_id')
    .leftJoin('contact', 'contact.id', 'recipient.contact_id')
    .where('recipient.survey_id', '=', survey.id)
    .where('recipient.answered_at', 'is not', null)
    .select([
      'company.name as companyName',
      'company.business_id as businessId',
      'contact.name as contactName',
      'recipient.answered_at as answeredAt',
      answers.as('answers'),
      sql<SqlBool>`recipient.reviewed_at is not null`.as('reviewed'),
      sql<SqlBool>`recipient.need_id is not null`.as('needMade'),
    ])
}

type AnsweredRow = Awaited<ReturnType<ReturnType<typeof answeredRecipients>['execute']>>[number]

/** The answers to a survey that the viewer has found through its campaign, a company a row. */
export function surveyAnswersToExport(
  db: Db,
  campaign: { id: string },
  survey: { id: string },
): ListToExport<AnsweredRow> {
  return {
    list: 'survey_answers',
    address: `/campaigns/${campaign.id}/survey`,
    columns,
    rows: answeredRecipients(db, survey)
      .orderBy('recipient.answered_at')
      .orderBy('recipient.id')
      .stream(EXPORT_PORTION),
  }
}

const columns: ExportColumns<AnsweredRow> = (t) => [
  [t('campaigns:company'), (row) => row.companyName],
  [t('companies:business_id'), (row) => row.businessId],
  [t('exports:contact'), (row) => row.contactName],
  [t('exports:answered_at'), (row) => row.answeredAt],
  ...SURVEY_QUESTIONS.map(
    (question) =>
      [
        t(`surveys:question.${question}`),
        ({ answers }: AnsweredRow) =>
          question === 'difficulty' && answers.difficulty
            ? t(`campaigns:degree.${answers.difficulty as (typeof difficulties)[number]}`)
            : answers[question],
      ] as const,
  ),
  [t('surveys:reviewed'), (row) => Boolean(row.reviewed)],
  [t('surveys:need_made'), (row) => Boolean(row.needMade)],
]
