import { sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import { recordContact } from '~/companies/contact-ledger.server'
import { suppressTarget } from '~/companies/suppressions.server'
import { aboutPerson, MOST_SKILLS } from '~/needs/need'
import { addNeed } from '~/needs/needs.server'
import { today } from '~/platform/dates'
import type { Db, Trx } from '~/platform/db.server'
import { changeAtVersion } from '~/platform/versions.server'
import { resolveSkillWords } from '~/skills/skill-words'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { visibleCampaigns } from './campaigns.server'
import { namesSkills, type SurveyAnswerForm, type SurveyQuestion, type SurveyReviewForm } from './survey'
import { surveyLinkHash } from './survey-mail.server'
import { offeredSkills } from './survey-offer.server'
import { recipientsOfSurveys } from './survey-wording.server'

function recipientsOf(db: Db) {
  return recipientsOfSurveys(db).select([
    'recipient.id',
    'recipient.company_id as companyId',
    'recipient.contact_id as contactId',
    'recipient.sent_by as sentBy',
    'recipient.answered_at as answeredAt',
    'recipient.refused_at as refusedAt',
    'recipient.reviewed_at as reviewedAt',
    'recipient.need_id as needId',
    'recipient.version',
    'survey.campaign_id as campaignId',
    'survey.place',
    sql<SurveyQuestion[]>`survey.questions`.as('questions'),
    'survey.closes_on as closesOn',
    'campaign.round_id as roundId',
    'campaign.name as campaignName',
    'company.name as companyName',
    sql<string | null>`coalesce(person.email, company.email)`.as('email'),
  ])
}

/** Whom a personal link was sent to, for their own form; undefined when no such link was sent. */
export async function findSurveyByLink(db: Db, token: string) {
  const found = await recipientsOf(db)
    .innerJoin('survey_link', 'survey_link.recipient_id', 'recipient.id')
    .where('survey_link.token_hash', '=', surveyLinkHash(token))
    .executeTakeFirst()
  return found && { ...found, closed: found.closesOn < today() }
}

type SurveyRecipient = NonNullable<Awaited<ReturnType<typeof findSurveyByLink>>>

/** Notes that the form behind a link was opened, the first time. */
export async function noteOpening(db: Db, recipient: { id: string }): Promise<void> {
  await db
    .updateTable('survey_recipient')
    .set({ opened_at: new Date() })
    .where('id', '=', recipient.id)
    .where('opened_at', 'is', null)
    .execute()
}

/** An answer to be checked, of a campaign that the viewer sees. */
export function findSurveyAnswer(db: Db, viewer: Viewer, recipientId: string) {
  return recipientsOf(db)
    .where('recipient.id', '=', recipientId)
    .where('recipient.answered_at', 'is not', null)
    .where('survey.campaign_id', 'in', visibleCampaigns(db, viewer).select('campaign.id'))
    .executeTakeFirst()
}

/** What was answered, by question; skills are several words. */
export async function readAnswers(db: Db, recipient: { id: string }) {
  const rows = await db
    .selectFrom('survey_answer')
    .select(['question', 'words'])
    .where('recipient_id', '=', recipient.id)
    .orderBy('question')
    .orderBy('position')
    .execute()
  const answers: Partial<Record<SurveyQuestion, string[]>> = {}
  for (const { question, words } of rows) {
    const key = question as SurveyQuestion
    answers[key] = [...(answers[key] ?? []), words]
  }
  return answers
}

/** Keeps the answers in place of earlier ones; the ledger and, where the survey stands for a call, the queue follow. */
export async function keepAnswers(
  trx: Trx,
  recipient: SurveyRecipient,
  form: SurveyAnswerForm,
): Promise<boolean> {
  const { vocabulary } = loadVocabulary()
  const rows = recipient.questions.flatMap((question) => {
    const given = form[question]
    const words = Array.isArray(given) ? given : given ? [given] : []
    return words.map((one, position) => ({
      recipient_id: recipient.id,
      question,
      position,
      words: one,
      skill_id: namesSkills(question) ? (resolveSkillWords(one, vocabulary) ?? null) : null,
    }))
  })
  if (rows.length === 0) return false
  await trx.deleteFrom('survey_answer').where('recipient_id', '=', recipient.id).execute()
  await trx.insertInto('survey_answer').values(rows).execute()
  await trx
    .updateTable('survey_recipient')
    .set((eb) => ({
      answered_at: new Date(),
      reviewed_at: null,
      reviewed_by: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', recipient.id)
    .execute()
  await recordContact(trx, {
    companyId: recipient.companyId,
    channel: 'survey',
    subject: ['survey', recipient.id],
    reached: true,
    userId: recipient.sentBy,
    roundId: recipient.roundId,
    campaignId: recipient.campaignId,
  })
  await leaveQueue(trx, recipient, 'survey_answered')
  return true
}

/** Ends mail to this address for good, and the survey with it. */
export async function refuseSurvey(trx: Trx, recipient: SurveyRecipient): Promise<void> {
  if (recipient.refusedAt) return
  await trx
    .updateTable('survey_recipient')
    .set((eb) => ({ refused_at: new Date(), version: eb('version', '+', 1) }))
    .where('id', '=', recipient.id)
    .execute()
  if (recipient.email && recipient.sentBy)
    await suppressTarget(
      trx,
      { userId: recipient.sentBy },
      { ok: true, email: recipient.email },
      { target: recipient.email, channel: 'email', reason: 'asked', askedHow: 'link' },
    )
  await leaveQueue(trx, recipient, 'survey_refused')
}

async function leaveQueue(
  trx: Trx,
  recipient: SurveyRecipient,
  reason: 'survey_answered' | 'survey_refused',
): Promise<void> {
  if (recipient.place === 'instead')
    await trx
      .updateTable('call_task')
      .set({ status: 'done', done_reason: reason, callback_for: null })
      .where('campaign_id', '=', recipient.campaignId)
      .where('company_id', '=', recipient.companyId)
      .where('status', '<>', 'done')
      .execute()
  await recordActivity(trx, {
    actorId: null,
    action: reason,
    subject: ['survey_recipient', recipient.id],
    companyId: recipient.companyId,
    campaignId: recipient.campaignId,
  })
}

/** What speaks against the skills chosen of those that the answer offers: words about a person nobody has looked at. */
export async function pointOutOffered(
  db: Db,
  recipient: { id: string },
  form: SurveyReviewForm,
): Promise<string[]> {
  if (form.decision !== 'accept' || form.wordsChecked) return []
  const chosen = await skillsConfirmed(db, recipient, { ...form, skills: [] })
  return chosen.flatMap((words) => aboutPerson(words))
}

/** A person's check: the answer becomes a need as corrected, or is left. False when it was changed meanwhile. */
export async function reviewAnswer(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  recipient: { id: string; companyId: string; contactId: string | null; campaignId: string },
  form: SurveyReviewForm,
): Promise<boolean> {
  const skills = form.decision === 'accept' ? await skillsConfirmed(trx, recipient, form) : []
  const needId =
    form.decision === 'accept'
      ? await addNeed(
          trx,
          viewer,
          { companyId: recipient.companyId },
          {
            title: form.title,
            description: form.description,
            skills: skills.map((words) => ({ words, must: true, level: null })),
            languages: [],
            headcount: 1,
            forms: [],
            remote: form.remote,
            contactId: recipient.contactId ?? undefined,
          },
        )
      : null
  const reviewed = await changeAtVersion(
    trx,
    'survey_recipient',
    { id: recipient.id, version: form.version },
    { reviewed_at: new Date(), reviewed_by: viewer.userId, ...(needId && { need_id: needId }) },
  )
  if (!reviewed) return false
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'survey_reviewed',
    subject: ['survey_recipient', recipient.id],
    companyId: recipient.companyId,
    campaignId: recipient.campaignId,
  })
  return true
}

/** The skills chosen of those that the answer offers, and those written beside them, each once. */
async function skillsConfirmed(
  db: Db,
  recipient: { id: string },
  { offered, skills }: { offered: number[]; skills: string[] },
): Promise<string[]> {
  const offer = offeredSkills(await readAnswers(db, recipient), 'fi')
  const chosen = offer.flatMap(({ words }, number) => (offered.includes(number) ? words : []))
  return [...new Set([...chosen, ...skills])].slice(0, MOST_SKILLS)
}
