import { sql } from 'kysely'
import { hashPassword } from '~/auth/password.server'
import { fillContactLedger } from '~/companies/contact-ledger.server'
import type { Db, Trx } from '~/platform/db.server'
import { loadVocabulary } from '~/skills/vocabulary.server'
import { addAssessments } from './assessments'
import { addCandidates } from './candidates'
import { addCaseloads } from './caseloads'
import { addCoachNotes } from './coach-notes'
import { addCohorts } from './cohorts'
import { openCompanyBook } from './companies'
import { addConsents, type ConsentTexts } from './consents'
import { addContactRules } from './contact-rules'
import { addCvs, readCvsLater } from './cvs.server'
import { addDealings, addPapersAndGroup } from './dealings.server'
import { DEMO_PASSWORD } from './demo-accounts'
import { addTypedTwice, mergeTypedTwice } from './duplicates.server'
import { type AccountLink, addEmployerAccounts } from './employer-accounts'
import { addEngagements } from './engagements'
import { addMeetings } from './meetings'
import { addMentoring } from './mentoring'
import { addNeeds } from './needs'
import { addPersonsSide, linkPerson } from './persons-side.server'
import { addPlacements } from './placements'
import { addPresentations } from './presentations.server'
import { addPublishedFigures } from './published-figures'
import { addRounds } from './rounds'
import type { Row, RowCollection, Table } from './row-collection'
import { sealShownLists } from './sealed-lists.server'
import { addSecondRoundCalls } from './second-round-calls'
import { addSegments } from './segments'
import { addSourceLists } from './source-lists'
import { addStaff } from './staff'
import { beginStory } from './story'
import { addHostCalendar, addSurvey } from './surveys'
import { addThirdRoundCalls } from './third-round-calls'

/** What is referred to comes before what refers to it. */
const INSERT_ORDER = [
  'user_account',
  'coach_absence',
  'project',
  'employer_round',
  'company',
  'contact',
  'suppression',
  'message_consent',
  'company_contact_event',
  'tag',
  'company_tag',
  'company_site',
  'company_note',
  'company_task',
  'company_promise',
  'acquaintance',
  'source_list',
  'source_list_company',
  'segment',
  'engagement',
  'campaign',
  'call_script',
  'campaign_company',
  'campaign_caller',
  'call_task',
  'call',
  'meeting',
  'meeting_company',
  'meeting_contact',
  'host_calendar',
  'host_hours',
  'candidate',
  'coach_change',
  'cadence',
  'candidacy_end',
  'self_assessment',
  'outside_assessment',
  'candidate_language',
  'cv',
  'cv_finding',
  'candidate_skill',
  'candidate_note',
  'meeting_candidate',
  'consent',
  'blocked_company',
  'need',
  'need_skill',
  'need_language',
  'survey',
  'survey_recipient',
  'survey_answer',
  'presentation',
  'presentation_view',
  'consent_question',
  'presentation_plan',
  'person_request',
  'own_contact',
  'reading',
  'placement',
  'placement_event',
  'check_in',
  'placement_assessment',
  'mentoring_programme',
  'mentor',
  'programme_participant',
  'mentoring_session',
  'session_attendance',
  'session_mentor',
  'cohort',
  'participation',
  'outcome',
  'published_figure',
  'activity',
] as const satisfies readonly Table[]

/** Rows of one statement: Postgres takes at most 65,535 parameters. */
const BATCH = 500

/**
 * Fills an empty database with the demonstration: a story of invented people and companies that ends today. Returns
 * false, and changes nothing, when there is any account, company or candidate already.
 */
export async function loadDemo(db: Db, now = new Date()): Promise<boolean> {
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  return db.transaction().execute(async (trx) => {
    // Two processes may start at once: the second waits here and then finds the first's accounts.
    await sql`lock table user_account in share row exclusive mode`.execute(trx)
    if (await holdsAnything(trx)) return false
    await tellStory(trx, now, passwordHash)
    await trx
      .insertInto('setting')
      .values({ key: 'demo', value: { loaded_at: now.toISOString() } })
      .execute()
    return true
  })
}

async function holdsAnything(trx: Trx): Promise<boolean> {
  const { any } = await trx
    .selectNoFrom((eb) =>
      eb
        .or([
          eb.exists(eb.selectFrom('user_account').select('id')),
          eb.exists(eb.selectFrom('company').select('id')),
          eb.exists(eb.selectFrom('candidate').select('id')),
        ])
        .as('any'),
    )
    .executeTakeFirstOrThrow()
  return Boolean(any)
}

async function tellStory(trx: Trx, now: Date, passwordHash: string): Promise<void> {
  const story = beginStory(now, loadVocabulary().vocabulary)
  const staff = addStaff(story, passwordHash)
  const rounds = addRounds(story, staff)
  const book = openCompanyBook(story, staff)
  const listed = addSourceLists(story, staff, book, rounds)
  const candidates = addCandidates(story, staff)
  const scene = { story, staff, rounds, book, listed, candidates }

  const called = addSecondRoundCalls(scene)
  addEngagements(scene, called)
  addThirdRoundCalls(scene)
  addContactRules(scene)
  addCohorts(scene)
  addCoachNotes(scene)
  addCaseloads(scene)
  addAssessments(scene)
  const meetings = addMeetings(scene, called)
  const needs = addNeeds(scene, meetings)
  const { accountOf, links } = addEmployerAccounts(scene)
  const consents = addConsents(scene, await consentTexts(trx))
  const cvs = await addCvs(trx, story, candidates)
  const presentations = addPresentations(scene, needs, { consents, cvs, accountOf })
  addPlacements(scene, needs, presentations)
  addMentoring(scene)
  addPersonsSide(scene, needs)
  addPublishedFigures(story)
  addSegments(scene)
  const typedTwice = addTypedTwice(scene)
  const dealtWith = addDealings(scene, called)
  addHostCalendar(scene)
  addSurvey(scene)

  await insertAll(trx, story.rows)
  await fillContactLedger(trx)
  await linkAccounts(trx, links)
  await addPapersAndGroup(trx, scene, dealtWith)
  await mergeTypedTwice(trx, scene, typedTwice)
  await linkPerson(trx, scene)
  await sealShownLists(trx)
  await readCvsLater(trx, cvs)
}

async function insertAll(trx: Trx, rows: RowCollection): Promise<void> {
  const forgotten = rows.tables().filter((table) => !(INSERT_ORDER as readonly Table[]).includes(table))
  if (forgotten.length > 0) throw new Error(`${forgotten.join(', ')} have no place in the order of inserts`)
  for (const table of INSERT_ORDER) {
    const all = rows.of(table)
    for (let from = 0; from < all.length; from += BATCH)
      await trx
        .insertInto(table as 'company')
        .values(all.slice(from, from + BATCH) as Row<'company'>[])
        .execute()
  }
}

async function linkAccounts(trx: Trx, links: readonly AccountLink[]): Promise<void> {
  for (const { userId, contactId } of links)
    await trx.updateTable('user_account').set({ contact_id: contactId }).where('id', '=', userId).execute()
}

/** The newest wording of each tier. */
async function consentTexts(trx: Trx): Promise<ConsentTexts> {
  const texts = await trx
    .selectFrom('consent_text')
    .select(['id', 'tier'])
    .where('tier', 'in', ['T1', 'T2'])
    .orderBy('version')
    .execute()
  const byTier = Object.fromEntries(texts.map(({ id, tier }) => [tier, id]))
  const { T1, T2 } = byTier
  if (!T1 || !T2) throw new Error('the wordings of consents are missing')
  return { T1, T2 }
}
