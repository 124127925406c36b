import { sql } from 'kysely'
import type { Db, Trx } from '~/platform/db.server'
import type { TextKey } from '~/texts/text-keys'

type ActionOf<Key> = Key extends `activity:${infer Action}` ? Action : never

/** What happened, in the past tense: 'company_added'. Each has its words, `activity:<action>`. */
export type ActivityAction = ActionOf<TextKey>

type ActivityEntry = {
  actorId: string | null
  action: ActivityAction
  subject: [type: string, id: string]
  companyId?: string | null
  candidateId?: string | null
  campaignId?: string | null
  roundId?: string | null
  /** Codes and numbers only; names and contact data stay in their own tables so that they can be erased. */
  detail?: Record<string, string | number | boolean | null | string[]>
}

/** Writes one line of the timeline in the transaction of the change it tells about. */
export async function recordActivity(trx: Trx, entry: ActivityEntry): Promise<void> {
  await trx
    .insertInto('activity')
    .values({
      actor_id: entry.actorId,
      action: entry.action,
      subject_type: entry.subject[0],
      subject_id: entry.subject[1],
      company_id: entry.companyId ?? null,
      candidate_id: entry.candidateId ?? null,
      campaign_id: entry.campaignId ?? null,
      round_id: entry.roundId ?? null,
      detail: entry.detail ?? {},
    })
    .execute()
}

type TimelineOf =
  | { companyId: string }
  | { candidateId: string }
  | { campaignId: string }
  | { subject: [string, string] }

/**
 * A page of the timeline, newest first. `before` is the id of the last line already shown.
 * The caller has found the record through its own visibleX first.
 */
export async function listActivity(
  db: Db,
  of: TimelineOf,
  page: { before?: string | null; limit?: number } = {},
) {
  const limit = page.limit ?? 20
  let lines = db
    .selectFrom('activity')
    .leftJoin('user_account as actor', 'actor.id', 'activity.actor_id')
    .select([
      'activity.id',
      'activity.at',
      'activity.action',
      'activity.subject_type as subjectType',
      'activity.subject_id as subjectId',
      'activity.detail',
      'actor.name as actorName',
    ])
    .orderBy('activity.id', 'desc')
    .limit(limit + 1)
  if ('companyId' in of) lines = lines.where('activity.company_id', '=', of.companyId)
  else if ('candidateId' in of) lines = lines.where('activity.candidate_id', '=', of.candidateId)
  else if ('campaignId' in of) lines = lines.where('activity.campaign_id', '=', of.campaignId)
  else
    lines = lines
      .where('activity.subject_type', '=', of.subject[0])
      .where('activity.subject_id', '=', of.subject[1])
  if (page.before) lines = lines.where('activity.id', '<', page.before)
  const found = await lines.execute()
  return { lines: found.slice(0, limit), more: found.length > limit }
}

export type ActivityLine = Awaited<ReturnType<typeof listActivity>>['lines'][number]

/** Notes that `userId` read a person's data or was shown a company (906/2019 17 §). */
export async function recordReading(
  db: Db,
  userId: string,
  what: string,
  about: { candidateId?: string; companyId?: string },
): Promise<void> {
  await db
    .insertInto('reading')
    .values({
      user_id: userId,
      what,
      candidate_id: about.candidateId ?? null,
      company_id: about.companyId ?? null,
    })
    .execute()
}

/** The same of several people whom one page told of, in one statement. */
export async function recordReadings(
  db: Db,
  userId: string,
  what: string,
  candidateIds: readonly string[],
): Promise<void> {
  if (candidateIds.length === 0) return
  await db
    .insertInto('reading')
    .values([...new Set(candidateIds)].map((candidate_id) => ({ user_id: userId, what, candidate_id })))
    .execute()
}

/** Writes one line on the timeline of each of many companies, as an import does, in one statement. */
export async function recordActivityOfCompanies(
  trx: Trx,
  entry: { actorId: string | null; action: ActivityAction; subject: [type: string, id: string] },
  companyIds: string[],
): Promise<void> {
  await sql`
    insert into activity (actor_id, action, subject_type, subject_id, company_id)
    select ${entry.actorId}::uuid, ${entry.action}, ${entry.subject[0]}, ${entry.subject[1]}::uuid, company_id
    from unnest(${companyIds}::uuid[]) as company_id
  `.execute(trx)
}

/** Takes the lines about one subject off the timelines of companies that are removed with it. */
export async function forgetActivityOfCompanies(
  trx: Trx,
  subject: [type: string, id: string],
  companyIds: string[],
): Promise<void> {
  await sql`
    delete from activity
    where company_id = any(${companyIds}::uuid[]) and subject_type = ${subject[0]} and subject_id = ${subject[1]}::uuid
  `.execute(trx)
}
