import { sql } from 'kysely'
import type { Db, Trx } from '~/platform/db.server'
import type { ContactChannel } from './contact-event'

/** What a contact was: a call, a meeting, a presentation, or a line somebody wrote by hand. */
type ContactSubject = [type: 'call' | 'meeting' | 'presentation' | 'mail' | 'survey' | 'note', id: string]

type ContactEvent = {
  companyId: string
  channel: ContactChannel
  subject: ContactSubject
  /** Whether somebody of the company was met with; false for a call that nobody answered. */
  reached: boolean
  /** Whose dealing it is, of the house or a caller. */
  userId: string | null
  roundId: string | null
  campaignId?: string | null
  /** When it happened or will happen; now when left out. */
  at?: Date
  note?: string | null
}

/**
 * Writes a contact with a company into the ledger, in the transaction of its cause. The same subject has one line
 * for each company and channel: written again it changes, also after it was taken back.
 */
export async function recordContact(trx: Trx, contact: ContactEvent): Promise<void> {
  const at = contact.at ?? sql<Date>`now()`
  await trx
    .insertInto('company_contact_event')
    .values({
      company_id: contact.companyId,
      at,
      channel: contact.channel,
      reached: contact.reached,
      round_id: contact.roundId,
      campaign_id: contact.campaignId ?? null,
      user_id: contact.userId,
      subject_type: contact.subject[0],
      subject_id: contact.subject[1],
      note: contact.note ?? null,
    })
    .onConflict((conflict) =>
      conflict.constraint('company_contact_event_subject_key').doUpdateSet((eb) => ({
        at: eb.ref('excluded.at'),
        reached: eb.ref('excluded.reached'),
        round_id: eb.ref('excluded.round_id'),
        user_id: eb.ref('excluded.user_id'),
        taken_back_at: null,
      })),
    )
    .execute()
  if (contact.reached) await refreshLastContact(trx, [contact.companyId])
}

/** Takes the lines of a subject out of force, for one company or for all: the call was undone, the meeting cancelled. */
export async function takeBackContact(trx: Trx, subject: ContactSubject, companyId?: string): Promise<void> {
  let lines = trx
    .updateTable('company_contact_event')
    .set({ taken_back_at: new Date() })
    .where('subject_type', '=', subject[0])
    .where('subject_id', '=', subject[1])
    .where('taken_back_at', 'is', null)
  if (companyId) lines = lines.where('company_id', '=', companyId)
  const taken = await lines.returning('company_id as companyId').execute()
  await refreshLastContact(
    trx,
    taken.map((line) => line.companyId),
  )
}

/** Brings `company.last_contact_at` to what the ledger says; a meeting still to come is no contact yet. */
async function refreshLastContact(trx: Trx, companyIds: string[]): Promise<void> {
  if (companyIds.length === 0) return
  await sql`
    update company set last_contact_at = (${latestContact})
    where id = any(${companyIds}::uuid[]) and last_contact_at is distinct from (${latestContact})
  `.execute(trx)
}

const latestContact = sql`
  select max(event.at) from company_contact_event as event
  where event.company_id = company.id and event.reached and event.taken_back_at is null and event.at <= now()
`

/** Job: meetings whose time has come since yesterday become the last contact of their companies. */
export async function refreshPassedContacts(db: Db): Promise<void> {
  await sql`
    update company set last_contact_at = (${latestContact})
    where id in (
      select company_id from company_contact_event
      where taken_back_at is null and reached and at between now() - interval '2 days' and now()
    ) and last_contact_at is distinct from (${latestContact})
  `.execute(db)
}

/** The contacts with a company, latest first, without a word about candidates. */
export function listContactEvents(db: Db, companyId: string, page: { limit: number; offset?: number }) {
  return db
    .selectFrom('company_contact_event as event')
    .leftJoin('employer_round', 'employer_round.id', 'event.round_id')
    .leftJoin('project', 'project.id', 'employer_round.project_id')
    .leftJoin('campaign', 'campaign.id', 'event.campaign_id')
    .leftJoin('user_account as person', 'person.id', 'event.user_id')
    .select([
      'event.id',
      'event.at',
      'event.channel',
      'event.reached',
      'event.note',
      'project.name as projectName',
      'campaign.name as campaignName',
      'person.name as personName',
    ])
    .where('event.company_id', '=', companyId)
    .where('event.taken_back_at', 'is', null)
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute()
}

export type ContactLine = Awaited<ReturnType<typeof listContactEvents>>[number]

/** Writes the ledger of calls, meetings and presentations that were loaded in bulk, past the functions above. */
export async function fillContactLedger(trx: Trx): Promise<void> {
  await sql`
    insert into company_contact_event
      (company_id, at, channel, reached, round_id, campaign_id, user_id, subject_type, subject_id)
    select call.company_id, call.ended_at, 'call', call.outcome not in ('no_answer', 'busy', 'wrong_number'),
      campaign.round_id, call.campaign_id, call.caller_id, 'call', call.id
    from call join campaign on campaign.id = call.campaign_id
    where call.outcome is not null and call.undone_at is null
    union all
    select meeting_company.company_id, meeting.starts_at, 'meeting', true, meeting.round_id, call.campaign_id,
      meeting.host_id, 'meeting', meeting.id
    from meeting join meeting_company on meeting_company.meeting_id = meeting.id
      left join call on call.id = meeting.call_id
    where meeting.status <> 'cancelled'
    union all
    select company_id, sent_at, 'presentation', true, round_id, null, sent_by, 'presentation', id
    from presentation
    union all
    select company_id, answered_at, 'portal', true, round_id, null, sent_by, 'presentation', id
    from presentation where answered_at is not null
    on conflict do nothing
  `.execute(trx)
  await sql`
    update company set last_contact_at = latest.at
    from (
      select company_id, max(at) as at from company_contact_event
      where reached and taken_back_at is null and at <= now() group by company_id
    ) as latest
    where latest.company_id = company.id
  `.execute(trx)
}
