import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { recordActivity } from '~/activity/activity.server'
import type { Viewer } from '~/auth/viewer.server'
import type { Db, Trx } from '~/platform/db.server'
import { restAfterTry, usualCooldown } from './contact-event'

const settingKey = 'contact_cooldown_days'

/** SQL: how long a contact lets a company rest from everybody else. */
export const cooldown = sql`make_interval(days => coalesce(
  (select (value #>> '{}')::int from setting where key = ${settingKey}), ${usualCooldown.days}::int
))`
const afterTry = sql`make_interval(hours => ${restAfterTry.hours}::int)`
const rest = sql`case when event.reached then ${cooldown} else ${afterTry} end`

/** SQL over `event`: contacts that still let the company rest, whoever made them. */
function recentContacts(company: RawBuilder<unknown>) {
  return sql`event.company_id = ${company} and event.taken_back_at is null
    and event.at > now() - greatest(${cooldown}, ${afterTry}) and event.at + ${rest} > now()`
}

/** SQL over `event`: contacts that were no part of the campaign; neither its calls nor its own mail is. */
export function isOutside(campaign: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql`event.campaign_id is distinct from ${campaign} and not (event.subject_type = 'mail' and exists (
    select from mail where mail.id = event.subject_id and mail.campaign_id = ${campaign}
  ))`
}

/**
 * SQL: until when a company must rest because of contacts outside the campaign, or null when the campaign may call
 * it. A reason that was written for the campaign sets it free. Both names are columns of the query around.
 */
export function restsUntil(company: string, campaign: string): RawBuilder<Date | null> {
  return sql<Date | null>`(
    select max(event.at + ${rest}) from company_contact_event as event
    where ${recentContacts(sql.ref(company))}
      and ${isOutside(sql.ref(campaign))}
      and not ${isAllowed(company, campaign)}
  )`
}

/** SQL: whether a reason was written for the campaign to call the company nevertheless. Both names are columns. */
export function isAllowed(company: string, campaign: string): RawBuilder<SqlBool> {
  return sql`exists (
    select from contact_exception
    where contact_exception.company_id = ${sql.ref(company)}
      and contact_exception.campaign_id = ${sql.ref(campaign)}
      and contact_exception.expires_at > now()
  )`
}

/** Who is about to contact: a caller of a campaign, or a person of the house, for a project when that is known. */
export type Approach = { campaignId: string } | { userId: string; roundId?: string | null }

/**
 * The latest contact that speaks against another one now, or undefined. To a campaign every contact outside of it
 * does; to a person every contact by somebody else, and when a round is given (null for none) only those of other
 * projects. A reason written for the campaign, or by the person within a day, sets the company free.
 */
export async function findContactInTheWay(db: Db, companyId: string, approach: Approach) {
  const { rows } = await sql<ContactInTheWay>`
    select event.at, event.channel, event.reached, event.at + ${rest} as until,
      project.name as "projectName", campaign.name as "campaignName", person.name as "personName"
    from company_contact_event as event
    left join employer_round on employer_round.id = event.round_id
    left join project on project.id = employer_round.project_id
    left join campaign on campaign.id = event.campaign_id
    left join user_account as person on person.id = event.user_id
    where ${recentContacts(sql`${companyId}::uuid`)} and ${isOthers(approach)}
      and not exists (
        select from contact_exception
        where contact_exception.company_id = ${companyId} and contact_exception.expires_at > now()
          and ${
            'campaignId' in approach
              ? sql`contact_exception.campaign_id = ${approach.campaignId}`
              : sql`contact_exception.campaign_id is null and contact_exception.user_id = ${approach.userId}`
          }
      )
    order by event.at desc limit 1
  `.execute(db)
  return rows[0]
}

export type ContactInTheWay = {
  at: Date
  channel: string
  reached: boolean
  until: Date
  projectName: string | null
  campaignName: string | null
  personName: string | null
}

function isOthers(approach: Approach): RawBuilder<SqlBool> {
  if ('campaignId' in approach) return isOutside(sql`${approach.campaignId}::uuid`)
  const byAnother = sql<SqlBool>`event.user_id is distinct from ${approach.userId}::uuid`
  if (approach.roundId === undefined) return byAnother
  return sql`${byAnother} and employer_round.project_id is distinct from
    (select own.project_id from employer_round as own where own.id = ${approach.roundId}::uuid)`
}

/** Exceptions for a campaign last as long as a cooldown can; a person's own for the day's work. */
const exceptionLasts = { campaignDays: 365, personHours: 24 }

/** Writes why a company is contacted although it should rest; the reason stays on the company's page. */
export async function allowContact(
  trx: Trx,
  viewer: Pick<Viewer, 'userId'>,
  company: { id: string },
  given: { campaignId: string | null; reason: string },
): Promise<void> {
  const hours = given.campaignId ? exceptionLasts.campaignDays * 24 : exceptionLasts.personHours
  const { id } = await trx
    .insertInto('contact_exception')
    .values({
      company_id: company.id,
      campaign_id: given.campaignId,
      user_id: viewer.userId,
      reason: given.reason,
      expires_at: sql<Date>`now() + make_interval(hours => ${hours}::int)`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'contact_allowed',
    subject: ['contact_exception', id],
    companyId: company.id,
    campaignId: given.campaignId,
  })
}

/** Why the company was contacted although it should have rested, latest first. */
export function listContactExceptions(db: Db, companyId: string) {
  return db
    .selectFrom('contact_exception')
    .innerJoin('user_account as person', 'person.id', 'contact_exception.user_id')
    .leftJoin('campaign', 'campaign.id', 'contact_exception.campaign_id')
    .select([
      'contact_exception.id',
      'contact_exception.reason',
      'contact_exception.created_at as createdAt',
      'person.name as personName',
      'campaign.name as campaignName',
    ])
    .where('contact_exception.company_id', '=', companyId)
    .orderBy('contact_exception.id', 'desc')
    .limit(10)
    .execute()
}

export type ContactException = Awaited<ReturnType<typeof listContactExceptions>>[number]

/** The cooldown in days as it is set for the house. */
export async function readCooldownDays(db: Db): Promise<number> {
  const row = await db
    .selectFrom('setting')
    .select(sql<number>`(value #>> '{}')::int`.as('days'))
    .where('key', '=', settingKey)
    .executeTakeFirst()
  return row?.days ?? usualCooldown.days
}

/** Sets the cooldown for the house; 0 leaves only the rest after an unanswered try. */
export async function setCooldownDays(trx: Trx, viewer: Pick<Viewer, 'userId'>, days: number): Promise<void> {
  const value = sql<number>`to_jsonb(${days}::int)`
  await trx
    .insertInto('setting')
    .values({ key: settingKey, value, changed_by: viewer.userId })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value, changed_by: viewer.userId, changed_at: new Date() }),
    )
    .execute()
  await recordActivity(trx, {
    actorId: viewer.userId,
    action: 'cooldown_set',
    subject: ['setting', viewer.userId],
    detail: { days },
  })
}
