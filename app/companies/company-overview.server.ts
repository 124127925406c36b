import { sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'

/** How many of each kind the company's page shows; the rest is a click away in its own list. */
const shown = 10

type Who = Pick<Viewer, 'roles'>

/**
 * What has been going on with a company that the viewer has found: rounds, needs, calls, meetings, candidates
 * presented (by number only), placements and lists. A part that the viewer's roles may not read is null.
 */
export async function companyOverview(db: Db, viewer: Who, companyId: string) {
  const [engagements, needs, calls, meetings, presentations, placements, lists] = await Promise.all([
    companyEngagements(db, companyId),
    may(viewer, 'needs.read') ? companyNeeds(db, companyId) : null,
    companyCalls(db, companyId),
    may(viewer, 'meetings.read') ? companyMeetings(db, companyId) : null,
    may(viewer, 'presentations.read') ? companyPresentations(db, companyId) : null,
    may(viewer, 'placements.read') ? companyPlacements(db, companyId) : null,
    companyLists(db, companyId),
  ])
  return { engagements, needs, calls, meetings, presentations, placements, lists }
}

export type CompanyOverview = Awaited<ReturnType<typeof companyOverview>>

function companyEngagements(db: Db, companyId: string) {
  return db
    .selectFrom('engagement')
    .innerJoin('employer_round', 'employer_round.id', 'engagement.round_id')
    .leftJoin('user_account as owner', 'owner.id', 'engagement.owner_id')
    .select([
      'engagement.id',
      'engagement.round_id as roundId',
      'employer_round.name as roundName',
      'engagement.stage',
      'engagement.returning_partner as returningPartner',
      'engagement.promised',
      'engagement.next_action as nextAction',
      'engagement.next_action_on as nextActionOn',
      'owner.name as ownerName',
    ])
    .where('engagement.company_id', '=', companyId)
    .orderBy('engagement.id', 'desc')
    .limit(shown)
    .execute()
}

function companyNeeds(db: Db, companyId: string) {
  return db
    .selectFrom('need')
    .select(['need.id', 'need.title', 'need.headcount', 'need.status', 'need.valid_until as validUntil'])
    .where('need.company_id', '=', companyId)
    .orderBy('need.id', 'desc')
    .limit(shown)
    .execute()
}

function companyCalls(db: Db, companyId: string) {
  return db
    .selectFrom('call')
    .innerJoin('campaign', 'campaign.id', 'call.campaign_id')
    .innerJoin('user_account as caller', 'caller.id', 'call.caller_id')
    .select([
      'call.id',
      'call.ended_at as endedAt',
      'call.outcome',
      'call.reason',
      'call.note',
      'call.skills_needed as skillsNeeded',
      sql<{ question: string; answer: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('question', question, 'answer', answer) order by number)
        from call_answer where call_answer.call_id = call.id
      ), '[]')`.as('answers'),
      'campaign.name as campaignName',
      'caller.name as callerName',
    ])
    .where('call.company_id', '=', companyId)
    .where('call.outcome', 'is not', null)
    .where('call.undone_at', 'is', null)
    .orderBy('call.id', 'desc')
    .limit(shown)
    .execute()
}

function companyMeetings(db: Db, companyId: string) {
  return db
    .selectFrom('meeting')
    .innerJoin('meeting_company', 'meeting_company.meeting_id', 'meeting.id')
    .select([
      'meeting.id',
      'meeting.title',
      'meeting.starts_at as startsAt',
      'meeting.kind',
      'meeting.status',
    ])
    .where('meeting_company.company_id', '=', companyId)
    .orderBy('meeting.starts_at', 'desc')
    .limit(shown)
    .execute()
}

function companyPresentations(db: Db, companyId: string) {
  return db
    .selectFrom('presentation')
    .innerJoin('candidate', 'candidate.id', 'presentation.candidate_id')
    .innerJoin('contact', 'contact.id', 'presentation.contact_id')
    .select([
      'presentation.id',
      'candidate.number as candidateNumber',
      'contact.name as contactName',
      'presentation.answer',
      'presentation.sent_at as sentAt',
    ])
    .where('presentation.company_id', '=', companyId)
    .orderBy('presentation.id', 'desc')
    .limit(shown)
    .execute()
}

function companyPlacements(db: Db, companyId: string) {
  return db
    .selectFrom('placement')
    .innerJoin('candidate', 'candidate.id', 'placement.candidate_id')
    .select([
      'placement.id',
      'placement.title',
      'candidate.number as candidateNumber',
      'placement.form',
      'placement.status',
      'placement.starts_on as startsOn',
      'placement.ends_on as endsOn',
    ])
    .where('placement.company_id', '=', companyId)
    .orderBy('placement.starts_on', 'desc')
    .limit(shown)
    .execute()
}

function companyLists(db: Db, companyId: string) {
  return db
    .selectFrom('source_list_company')
    .innerJoin('source_list', 'source_list.id', 'source_list_company.source_list_id')
    .select([
      'source_list.id',
      'source_list.name',
      'source_list.provider',
      'source_list_company.matched_keywords as matchedKeywords',
      'source_list_company.added_at as addedAt',
    ])
    .where('source_list_company.company_id', '=', companyId)
    .orderBy('source_list_company.added_at', 'desc')
    .limit(shown)
    .execute()
}
