import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import type { SurveyForm, SurveyQuestion } from './survey'

/** The survey of a campaign that the viewer has found before, or undefined. */
export function findSurvey(db: Db, campaign: { id: string }) {
  return db
    .selectFrom('survey')
    .select([
      'id',
      'place',
      'questions',
      'intro_fi as introFi',
      'intro_sv as introSv',
      'intro_en as introEn',
      'remind_after_days as remindAfterDays',
      'closes_on as closesOn',
      'version',
    ])
    .$narrowType<{ place: 'instead' | 'after'; questions: SurveyQuestion[] }>()
    .where('campaign_id', '=', campaign.id)
    .executeTakeFirst()
}

/** Makes or changes the survey of a campaign. False when it was changed since `form.version`. */
export async function setSurvey(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  campaign: { id: string },
  form: SurveyForm,
): Promise<boolean> {
  const values = {
    place: form.place,
    questions: form.questions,
    intro_fi: form.introFi ?? null,
    intro_sv: form.introSv ?? null,
    intro_en: form.introEn ?? null,
    remind_after_days: form.remindAfterDays ?? null,
    closes_on: form.closesOn,
    version: form.version + 1,
  }
  const kept =
    form.version === 0
      ? await trx
          .insertInto('survey')
          .values({ ...values, campaign_id: campaign.id, created_by: viewer.userId })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst()
      : await trx
          .updateTable('survey')
          .set(values)
          .where('campaign_id', '=', campaign.id)
          .where('version', '=', form.version)
          .returning('id')
          .executeTakeFirst()
  if (!kept) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'survey_set',
    subject: ['campaign', campaign.id],
    campaignId: campaign.id,
  })
  return true
}

/** To how many the survey of a campaign went and what came of it; nought where there is none. */
export async function countSurvey(db: Db, campaign: { id: string }) {
  return db
    .selectFrom('survey_recipient')
    .innerJoin('survey', 'survey.id', 'survey_recipient.survey_id')
    .select((eb) => [
      eb.fn.countAll<number>().as('sent'),
      sql<number>`count(opened_at)`.as('opened'),
      sql<number>`count(need_id)`.as('needs'),
      sql<number>`count(*) filter (where answered_at is not null)`.as('answered'),
      sql<number>`count(*) filter (where refused_at is not null)`.as('refused'),
      sql<number>`count(*) filter (where answered_at is null and refused_at is null)`.as('waiting'),
      sql<number>`count(*) filter (where answered_at is not null and reviewed_at is null)`.as('to_review'),
    ])
    .where('survey.campaign_id', '=', campaign.id)
    .executeTakeFirstOrThrow()
}

export type SurveyFigure = keyof Awaited<ReturnType<typeof countSurvey>>

/** The answers, those to be checked first. */
export function listSurveyAnswers(db: Db, survey: { id: string }) {
  return db
    .selectFrom('survey_recipient')
    .innerJoin('company', 'company.id', 'survey_recipient.company_id')
    .select([
      'survey_recipient.id',
      'company.name as companyName',
      'survey_recipient.answered_at as answeredAt',
      'survey_recipient.reviewed_at as reviewedAt',
    ])
    .where('survey_recipient.survey_id', '=', survey.id)
    .where('survey_recipient.answered_at', 'is not', null)
    .orderBy(sql`survey_recipient.reviewed_at is not null`)
    .orderBy('survey_recipient.answered_at', 'desc')
    .limit(200)
    .execute()
}
