import { sql } from 'kysely'
import { may } from '~/auth/permissions'
import type { Viewer } from '~/auth/viewer.server'
import { visibleTasks } from '~/companies/dealings/tasks.server'
import { visibleMeetings } from '~/meetings/meetings.server'
import { visiblePlacements } from '~/placements/placements.server'
import { instantOf, plusDays, today } from '~/platform/dates'
import type { Db } from '~/platform/db.server'
import type { Standing } from '~/presentations/presentation'
import { visiblePresentations } from '~/presentations/presentations.server'
import { standing } from '~/presentations/standing.server'
import {
  acceptedPlans,
  consentsToRenew,
  dueNextSteps,
  openRequests,
  peopleAtPace,
} from './people-work.server'
import type { Step, Work, WorkKind, WorkLine } from './today'
import { count, SHOWN } from './work-lines.server'

/** How long an employer may think before somebody asks. */
const UNANSWERED_AFTER = { days: 7 }
/** The longest a running placement may go without anybody hearing how it is. */
const CHECK_IN_EVERY = { days: 30 }
const ASSESSMENT_BEFORE_END = { days: 7 }

type Who = Pick<Viewer, 'userId' | 'roles'>
type Counted = WorkLine & { count: number }

/** What waits for this person now, one query for each kind of work the roles may do; kinds without any are left out. */
export async function listWork(db: Db, viewer: Who): Promise<Work[]> {
  const day = today()
  const midnight = instantOf(`${plusDays(day, 1)}T00:00`)
  const weekAhead = instantOf(`${plusDays(day, 8)}T00:00`)
  const asked: (Promise<Work> | false)[] = [
    may(viewer, 'calls.make') && work('callbacks', '/calls', dueCallbacks(db, viewer, midnight)),
    may(viewer, 'companies.read') && work('tasks', '/tasks', dueTasks(db, viewer, plusDays(day, 8))),
    may(viewer, 'companies.write') && work('next_actions', '/rounds', dueActions(db, viewer, day)),
    may(viewer, 'meetings.read') &&
      work(
        'meetings_today',
        '/meetings?when=coming&dir=asc',
        plannedMeetings(db, viewer, instantOf(`${day}T00:00`), midnight),
      ),
    may(viewer, 'meetings.read') &&
      work(
        'meetings_week',
        '/meetings?when=coming&dir=asc',
        plannedMeetings(db, viewer, midnight, weekAhead),
      ),
    may(viewer, 'candidates.write') &&
      work('contact_too_long', '/caseload?pace=too_long', peopleAtPace(db, viewer, 'too_long')),
    may(viewer, 'candidates.write') &&
      work('contact_too_dense', '/caseload?pace=too_dense', peopleAtPace(db, viewer, 'too_dense')),
    may(viewer, 'candidates.write') &&
      work('next_steps', '/caseload?sort=next', dueNextSteps(db, viewer, day)),
    may(viewer, 'presentations.read') &&
      work('answers', '/presentations?status=answered', waitingAnswers(db, viewer)),
    may(viewer, 'presentations.read') &&
      work(
        'unanswered',
        '/presentations?status=waiting&sort=sent&dir=asc',
        unansweredPresentations(db, viewer),
      ),
    may(viewer, 'placements.write') &&
      work('check_ins', '/placements?status=open', overdueCheckIns(db, viewer, day)),
    may(viewer, 'placements.write') &&
      work('assessments', '/placements?status=open', dueAssessments(db, viewer, day)),
    may(viewer, 'consents.write') && work('consents_ending', '/consents', consentsToRenew(db, viewer)),
    may(viewer, 'presentations.write') &&
      work('plans_accepted', '/presentations/plans', acceptedPlans(db, viewer)),
    may(viewer, 'person_requests.answer') && work('requests_due', '/requests', openRequests(db, viewer)),
  ]
  const all = await Promise.all(asked.filter((one) => one !== false))
  return all.filter(({ count }) => count > 0)
}

async function work(kind: WorkKind, all: string, lines: { execute(): Promise<Counted[]> }): Promise<Work> {
  const found = await lines.execute()
  return {
    kind,
    all,
    count: found[0]?.count ?? 0,
    lines: found.map(({ count: _, ...line }) => line),
  }
}

/** One's own tasks that are overdue or come due before the day. */
function dueTasks(db: Db, viewer: Who, before: string) {
  return visibleTasks(db, viewer)
    .select([
      sql<string>`'/companies/' || company.id`.as('to'),
      'company_task.id',
      'company_task.title',
      'company.name as detail',
      'company_task.due_on as day',
      count,
    ])
    .where('company_task.owner_id', '=', viewer.userId)
    .where('company_task.done_at', 'is', null)
    .where('company_task.due_on', '<', before)
    .orderBy('company_task.due_on')
    .orderBy('company_task.id')
    .limit(SHOWN)
}

function dueCallbacks(db: Db, viewer: Who, before: Date) {
  return db
    .selectFrom('call_task')
    .innerJoin('company', 'company.id', 'call_task.company_id')
    .select([
      sql<string>`'/calls'`.as('to'),
      'call_task.id',
      'company.name as title',
      'call_task.due_at as at',
      count,
    ])
    .where('call_task.status', '=', 'callback')
    .where('call_task.callback_for', '=', viewer.userId)
    .where('call_task.due_at', '<', before)
    .orderBy('call_task.due_at')
    .limit(SHOWN)
}

function dueActions(db: Db, viewer: Who, day: string) {
  return db
    .selectFrom('engagement')
    .innerJoin('company', 'company.id', 'engagement.company_id')
    .select([
      sql<string>`'/companies/' || company.id`.as('to'),
      'engagement.id',
      'company.name as title',
      'engagement.next_action as detail',
      'engagement.next_action_on as day',
      count,
    ])
    .where('engagement.next_action_on', '<=', day)
    .where(({ or, eb }) =>
      or([eb('engagement.owner_id', '=', viewer.userId), eb('engagement.owner_id', 'is', null)]),
    )
    .where('engagement.stage', 'not in', ['ended', 'declined', 'do_not_contact', 'unsuitable'])
    .orderBy('engagement.next_action_on')
    .limit(SHOWN)
}

function plannedMeetings(db: Db, viewer: Who, from: Date, before: Date) {
  return visibleMeetings(db, viewer)
    .select([
      sql<string>`'/meetings/' || meeting.id`.as('to'),
      'meeting.id',
      'meeting.title',
      'meeting.place as detail',
      'meeting.starts_at as at',
      count,
    ])
    .where('meeting.status', '=', 'planned')
    .where('meeting.starts_at', '>=', from)
    .where('meeting.starts_at', '<', before)
    .orderBy('meeting.starts_at')
    .limit(SHOWN)
}

/** Presentations the employer may still look at, by company and the candidate's number. */
function presentationLines(db: Db, viewer: Who, standings: readonly Standing[]) {
  return visiblePresentations(db, viewer)
    .select([
      sql<string>`'/presentations/' || presentation.id`.as('to'),
      'presentation.id',
      'company.name as title',
      'candidate.number as detail',
      count,
    ])
    .where('presentation.status', 'in', standings)
    .where(standing(), 'in', standings)
    .limit(SHOWN)
}

function waitingAnswers(db: Db, viewer: Who) {
  return presentationLines(db, viewer, ['answered'])
    .select('presentation.answered_at as at')
    .orderBy('presentation.answered_at')
}

function unansweredPresentations(db: Db, viewer: Who) {
  return presentationLines(db, viewer, ['sent', 'viewed'])
    .select('presentation.sent_at as at')
    .where('presentation.sent_at', '<', sql<Date>`now() - make_interval(days => ${UNANSWERED_AFTER.days})`)
    .orderBy('presentation.sent_at')
}

/** Placements under way by company and the candidate's number. */
function placementLines(db: Db, viewer: Who) {
  return visiblePlacements(db, viewer)
    .select([
      sql<string>`'/placements/' || placement.id`.as('to'),
      'placement.id',
      'company.name as title',
      'candidate.number as detail',
      count,
    ])
    .where('placement.status', 'in', ['running', 'paused'])
    .limit(SHOWN)
}

function overdueCheckIns(db: Db, viewer: Who, day: string) {
  const lastHeard = sql<string>`coalesce(
    (select max(held_on) from check_in where check_in.placement_id = placement.id),
    placement.started_on,
    placement.starts_on
  )`
  return placementLines(db, viewer)
    .select(lastHeard.as('day'))
    .where(lastHeard, '<', plusDays(day, -CHECK_IN_EVERY.days))
    .orderBy(lastHeard)
}

function dueAssessments(db: Db, viewer: Who, day: string) {
  return placementLines(db, viewer)
    .select('placement.ends_on as day')
    .where('placement.ends_on', '<=', plusDays(day, ASSESSMENT_BEFORE_END.days))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('placement_assessment')
            .select('placement_assessment.id')
            .whereRef('placement_assessment.placement_id', '=', 'placement.id')
            .where('placement_assessment.kind', '=', 'closing'),
        ),
      ),
    )
    .orderBy('placement.ends_on')
}

/** The way into an empty installation, or nothing once everything on it has been done. */
export async function listFirstSteps(db: Db, viewer: Who): Promise<Step[]> {
  const done = await db
    .selectNoFrom([
      sql<boolean>`exists (select 1 from user_account offset 1)`.as('accounts'),
      sql<boolean>`exists (select 1 from company)`.as('companies'),
      sql<boolean>`exists (select 1 from candidate)`.as('candidates'),
      sql<boolean>`exists (select 1 from campaign)`.as('campaigns'),
    ])
    .executeTakeFirstOrThrow()
  const steps: (Step & { seen: boolean })[] = [
    { step: 'accounts', to: '/accounts/new', done: done.accounts, seen: may(viewer, 'accounts.manage') },
    {
      step: 'companies',
      to: '/companies/imports/new',
      done: done.companies,
      seen: may(viewer, 'companies.import'),
    },
    {
      step: 'candidates',
      to: '/candidates/new',
      done: done.candidates,
      seen: may(viewer, 'candidates.write'),
    },
    {
      step: 'campaigns',
      to: may(viewer, 'campaigns.write') ? '/campaigns/new' : '/campaigns',
      done: done.campaigns,
      seen: may(viewer, 'campaigns.write') || may(viewer, 'accounts.manage'),
    },
  ]
  const mine = steps.filter(({ seen }) => seen).slice(0, 3)
  return mine.every((step) => step.done) ? [] : mine.map(({ seen: _, ...step }) => step)
}
