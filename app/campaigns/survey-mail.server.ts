import { createHash, randomBytes } from 'node:crypto'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { restsUntil } from '~/companies/cooldown.server'
import type { MessageBar } from '~/companies/message-consent'
import { messageBar } from '~/companies/message-consents.server'
import { queueMail } from '~/mail/mail.server'
import { surveyMessage } from '~/mail/messages'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { isLanguage, type Language } from '~/texts/text-keys'
import { reachedOutcomes } from './call-outcome'
import type { SurveyAsker } from './survey-asker'
import { askerColumns, recipientsOfSurveys, type Survey, surveyWording } from './survey-wording.server'

/** So many leave by one press of the button; the page says how many are left. */
const atOnce = 200
const inOrder = ['company.name_lower', 'company.id'] as const
const languageOf = sql<string | null>`coalesce(person.language, company.language)`

/** After a call the survey goes to those who were spoken with and did not refuse. */
const spokenWith = ['interested', 'joins_now', 'no_need_now', 'already_in_talks'] as const

/** SQL: where the survey goes, to the person or else to the company itself. */
const address = sql<string | null>`coalesce(person.email, company.email)`

/**
 * SQL over `company`: whether the calls of a campaign have brought it further than a survey in their place could:
 * somebody was reached, a callback is promised, the company was taken off the queue, or a caller has it in hand.
 * Calls that reached nobody do not.
 */
function isWithCallers(campaign: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    exists (
      select from call_task as task
      where task.campaign_id = ${campaign} and task.company_id = company.id
        and (task.status = 'callback' or (task.status = 'done' and coalesce(task.done_reason, '') not in ('max_attempts', 'wrong_number')))
    )
    or exists (
      select from call as reached
      where reached.campaign_id = ${campaign} and reached.company_id = company.id and reached.undone_at is null
        and reached.outcome in (${sql.join(reachedOutcomes)})
    )
    or exists (
      select from call as held
      where held.company_id = company.id and held.outcome is null and held.released_at is null
        and held.lease_until >= now()
    )
  )`
}

/** Why a company that a survey is for does not get it now, in the order in which it is asked. */
type LeftOut = 'no_address' | MessageBar | 'resting' | 'with_callers'

type SurveyInHand = Pick<Survey, 'id' | 'campaignId' | 'place'>

/** SQL over the rows of `awaiting`: why the survey must not go to the company now, or null when it may. */
function leftOut({ campaignId, place }: SurveyInHand): RawBuilder<LeftOut | null> {
  const withCallers = place === 'instead' ? isWithCallers(sql`${campaignId}::uuid`) : sql`false`
  return sql<LeftOut | null>`coalesce(
    case when ${address} is null then 'no_address' end,
    ${messageBar('email', address)},
    case when ${restsUntil('company.id', 'campaign_company.campaign_id')} is not null then 'resting' end,
    case when ${withCallers} then 'with_callers' end
  )`
}

/**
 * The companies on the list that the survey is for and has not gone to, each by one person who has an address, or by
 * its own where there is none. After calls it is for those who were spoken with.
 */
function awaiting(db: Db, survey: SurveyInHand) {
  const companies = db
    .selectFrom('campaign_company')
    .innerJoin('campaign', 'campaign.id', 'campaign_company.campaign_id')
    .innerJoin('employer_round', 'employer_round.id', 'campaign.round_id')
    .innerJoin('project', 'project.id', 'employer_round.project_id')
    .innerJoin('company', 'company.id', 'campaign_company.company_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('contact')
          .select(['contact.id', 'contact.email', 'contact.language', 'contact.source'])
          .whereRef('contact.company_id', '=', 'company.id')
          .where('contact.left_at', 'is', null)
          .where('contact.email', 'is not', null)
          .orderBy('contact.id')
          .limit(1)
          .as('person'),
      (join) => join.onTrue(),
    )
    .where('campaign_company.campaign_id', '=', survey.campaignId)
    .where('campaign_company.decision', '=', 'include')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('survey_recipient')
            .select('survey_recipient.id')
            .where('survey_recipient.survey_id', '=', survey.id)
            .whereRef('survey_recipient.company_id', '=', 'company.id'),
        ),
      ),
    )
  if (survey.place === 'instead') return companies
  return companies.where((eb) =>
    eb.exists(
      eb
        .selectFrom('call')
        .select('call.id')
        .where('call.campaign_id', '=', survey.campaignId)
        .whereRef('call.company_id', '=', 'company.id')
        .where('call.undone_at', 'is', null)
        .where('call.outcome', 'in', spokenWith),
    ),
  )
}

/** The companies that the survey may go to now. */
function openRecipients(db: Db, survey: SurveyInHand) {
  return awaiting(db, survey).where(leftOut(survey), 'is', null)
}

/** More companies than this are not counted. */
const mostCounted = 10_000

export type RecipientCounts = { open: number; leftOut: { reason: LeftOut; count: number }[] }

/** To how many companies the survey may go now, and how many of those it is for are left out, by reason. */
export async function countRecipients(db: Db, survey: SurveyInHand): Promise<RecipientCounts> {
  const rows = await db
    .selectFrom(awaiting(db, survey).select(leftOut(survey).as('reason')).limit(mostCounted).as('asked'))
    .select((eb) => ['asked.reason', eb.fn.countAll<number>().as('count')])
    .groupBy('asked.reason')
    .orderBy('count', 'desc')
    .execute()
  return {
    open: rows.find(({ reason }) => reason === null)?.count ?? 0,
    leftOut: rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }])),
  }
}

/** The companies that the next press of the button mails, in order, and the language in which each is written to. */
export async function listNextRecipients(
  db: Db,
  viewer: Pick<Viewer, 'userId'>,
  survey: SurveyInHand,
): Promise<({ companyName: string; language: Language } & SurveyAsker)[]> {
  const rows = await openRecipients(db, survey)
    .innerJoin('user_account as sender', (join) => join.on('sender.id', '=', viewer.userId))
    .select(['company.name as companyName', languageOf.as('language'), ...askerColumns])
    .orderBy(inOrder)
    .limit(atOnce)
    .execute()
  return rows.map((row) => ({ ...row, language: writtenIn(row.language) }))
}

const writtenIn = (language: string | null): Language => (isLanguage(language) ? language : 'fi')

/**
 * Sends the survey to the companies it may go to now, and says to how many. Bans and consents are looked at again
 * when a mail leaves; a company that rests after a contact of somebody else waits.
 */
export async function sendSurvey(trx: Trx, viewer: Pick<Viewer, 'userId'>, survey: Survey): Promise<number> {
  // Two who press the button at once send it once.
  await trx.selectFrom('survey').select('id').where('id', '=', survey.id).forUpdate().execute()
  const people = await openRecipients(trx, survey)
    .innerJoin('user_account as sender', (join) => join.on('sender.id', '=', viewer.userId))
    .select([
      ...askerColumns,
      'company.id as companyId',
      'campaign.round_id as roundId',
      'person.id as contactId',
      address.as('email'),
      languageOf.as('language'),
    ])
    .orderBy(inOrder)
    .limit(atOnce)
    .execute()
  for (const person of people) {
    const { id } = await trx
      .insertInto('survey_recipient')
      .values({
        survey_id: survey.id,
        company_id: person.companyId,
        contact_id: person.contactId,
        sent_by: viewer.userId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await mailSurvey(trx, survey, { ...person, id, userId: viewer.userId }, false)
    await recordActivity(trx, {
      actorId: viewer.userId,
      action: 'survey_sent',
      subject: ['survey_recipient', id],
      companyId: person.companyId,
      campaignId: survey.campaignId,
    })
  }
  return people.length
}

type Recipient = SurveyAsker & {
  id: string
  companyId: string
  roundId: string
  userId: string | null
  email: string | null
  language: string | null
}

async function mailSurvey(trx: Trx, survey: Survey, to: Recipient, again: boolean): Promise<void> {
  if (!to.email) return
  const language = writtenIn(to.language)
  const token = randomBytes(32).toString('base64url')
  await trx
    .insertInto('survey_link')
    .values({ token_hash: surveyLinkHash(token), recipient_id: to.id })
    .execute()
  const mailId = await queueMail(
    trx,
    surveyMessage({
      to: to.email,
      language,
      token,
      again,
      ...surveyWording(survey, to, language),
      employer: {
        companyId: to.companyId,
        roundId: to.roundId,
        userId: to.userId,
        campaignId: survey.campaignId,
      },
    }),
  )
  await trx.updateTable('survey_recipient').set({ mail_id: mailId }).where('id', '=', to.id).execute()
}

/** What is kept of the secret in a link. */
export function surveyLinkHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/**
 * Job: reminds once those who have neither answered nor refused, after the days the survey says. Bans, the consent of
 * sole traders, the rest after others' contacts and the campaign's calls are looked at anew; who may not be written to
 * now is asked again another morning.
 */
export async function remindOfSurveys(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const due = await recipientsOfSurveys(trx)
      .select([
        'recipient.id',
        'recipient.company_id as companyId',
        'recipient.sent_by as userId',
        'campaign.round_id as roundId',
        address.as('email'),
        languageOf.as('language'),
        'survey.id as surveyId',
        'survey.campaign_id as campaignId',
        sql<'instead' | 'after'>`survey.place`.as('place'),
        'survey.intro_fi as introFi',
        'survey.intro_sv as introSv',
        'survey.intro_en as introEn',
        'survey.closes_on as closesOn',
      ])
      .where('recipient.answered_at', 'is', null)
      .where('recipient.refused_at', 'is', null)
      .where('recipient.reminded_at', 'is', null)
      .where('person.left_at', 'is', null)
      .where(messageBar('email', address), 'is', null)
      .where(restsUntil('company.id', 'survey.campaign_id'), 'is', null)
      .where(sql<boolean>`(survey.place = 'after' or not ${isWithCallers(sql.ref('survey.campaign_id'))})`)
      .where('campaign.status', '<>', 'closed')
      .where('survey.closes_on', '>=', today())
      .where(sql<boolean>`recipient.sent_at + make_interval(days => survey.remind_after_days) < now()`)
      .limit(500)
      .forUpdate('recipient')
      .skipLocked()
      .execute()
    for (const { surveyId, campaignId, place, introFi, introSv, introEn, closesOn, ...to } of due) {
      await mailSurvey(
        trx,
        { id: surveyId, campaignId, place, introFi, introSv, introEn, closesOn },
        to,
        true,
      )
      await trx
        .updateTable('survey_recipient')
        .set({ reminded_at: new Date() })
        .where('id', '=', to.id)
        .execute()
    }
  })
}
