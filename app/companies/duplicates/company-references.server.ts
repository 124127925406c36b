import { type RawBuilder, sql } from 'kysely'

/** A table whose rows belong to a company, and what becomes of them when two companies are made one. */
export type CompanyReference = {
  table: string
  /** The column that names the company; `company_id` unless told. */
  column?: string
  /** The columns that, with the company, name one row. */
  key: readonly string[]
  /** Set where a company has at most one row for each value of these: the rows of both companies become one. */
  oneFor?: readonly string[]
  /** Narrows `oneFor` to some rows, as the table's own rule does; `kept` and `gone` are the two rows. */
  oneWhen?: RawBuilder<unknown>
  /** What the row that stays takes from the other, by column; without it the other just goes. */
  combine?: Record<string, RawBuilder<unknown>>
  /** Rows that hang on the row that goes and hang on the other from now on. */
  children?: readonly { table: string; column: string }[]
}

const either = (column: string) => sql`coalesce(kept.${sql.ref(column)}, gone.${sql.ref(column)})`
const both = (column: string) =>
  sql`array(select distinct unnest(kept.${sql.ref(column)} || gone.${sql.ref(column)}) order by 1)`
const earlier = (column: string) => sql`least(kept.${sql.ref(column)}, gone.${sql.ref(column)})`

/** From the least known to the furthest come; a wish not to be contacted outweighs all. */
const stageRank = (
  row: 'kept' | 'gone',
) => sql`array_position(array['identified', 'contacting', 'not_now', 'unsuitable',
  'declined', 'interested', 'meeting_agreed', 'needs_known', 'dormant', 'ended', 'joined', 'active', 'do_not_contact'],
  ${sql.ref(`${row}.stage`)})`
const ofFurtherStage = (column: string) => sql`case when ${stageRank('gone')} > ${stageRank('kept')}
  then gone.${sql.ref(column)} else kept.${sql.ref(column)} end`
const ofNextStep = (column: string) => sql`case
  when kept.next_action is null or gone.next_action_on < kept.next_action_on
  then gone.${sql.ref(column)} else kept.${sql.ref(column)} end`
const ofDecision = (column: string) => sql`case
  when kept.decision is null or gone.decision = 'exclude' then gone.${sql.ref(column)} else kept.${sql.ref(column)} end`
/** A company that has answered, or was taken out, is not rung again for the other half of it. */
const ofFinishedTask = (column: string) => sql`case
  when kept.status <> 'done' and (gone.status = 'done' or (gone.status = 'callback' and kept.status = 'queued'))
  then gone.${sql.ref(column)} else kept.${sql.ref(column)} end`
const isOpen = (row: 'kept' | 'gone') =>
  sql`${sql.ref(`${row}.answered_at`)} is null and ${sql.ref(`${row}.taken_back_at`)} is null`

/** Worked out from a company's own words and needs: gone with the company, and worked out anew for the one that stays. */
export const workedOutReferences = ['company_skill', 'company_fit'] as const

/**
 * Every table that refers to a company. A test compares it with the catalog, so that a new table has to say here what
 * a merge does with its rows.
 */
export const companyReferences: readonly CompanyReference[] = [
  { table: 'contact', key: ['id'] },
  { table: 'suppression', key: ['id'] },
  { table: 'message_consent', key: ['id'] },
  {
    table: 'source_list_company',
    key: ['source_list_id'],
    oneFor: ['source_list_id'],
    combine: {
      matched_keywords: both('matched_keywords'),
      earlier_project: sql`kept.earlier_project or gone.earlier_project`,
      added_at: earlier('added_at'),
    },
  },
  {
    table: 'engagement',
    key: ['round_id'],
    oneFor: ['round_id'],
    combine: {
      stage: ofFurtherStage('stage'),
      reason: ofFurtherStage('reason'),
      returning_partner: sql`kept.returning_partner or gone.returning_partner`,
      motives: both('motives'),
      promised: sql`nullif(concat_ws(' / ', kept.promised, nullif(gone.promised, kept.promised)), '')`,
      next_action: ofNextStep('next_action'),
      next_action_on: ofNextStep('next_action_on'),
      owner_id: either('owner_id'),
      interested_at: earlier('interested_at'),
      joined_at: earlier('joined_at'),
      created_at: earlier('created_at'),
      version: sql`greatest(kept.version, gone.version) + 1`,
    },
  },
  { table: 'consent', key: ['id'] },
  {
    table: 'consent_question',
    key: ['id'],
    oneFor: ['candidate_id', 'tier', 'item'],
    oneWhen: sql`${isOpen('kept')} and ${isOpen('gone')}`,
  },
  { table: 'blocked_company', key: ['candidate_id'], oneFor: ['candidate_id'] },
  {
    table: 'campaign_company',
    key: ['campaign_id'],
    oneFor: ['campaign_id'],
    combine: {
      decision: ofDecision('decision'),
      reason: ofDecision('reason'),
      decided_by: ofDecision('decided_by'),
      decided_at: ofDecision('decided_at'),
    },
  },
  {
    table: 'call_task',
    key: ['campaign_id'],
    oneFor: ['campaign_id'],
    children: [{ table: 'call', column: 'task_id' }],
    combine: {
      status: ofFinishedTask('status'),
      done_reason: ofFinishedTask('done_reason'),
      callback_for: ofFinishedTask('callback_for'),
      due_at: sql`case when kept.status = gone.status then greatest(kept.due_at, gone.due_at)
        else ${ofFinishedTask('due_at')} end`,
      attempts: sql`kept.attempts + gone.attempts`,
      withdrawn_at: ofFinishedTask('withdrawn_at'),
      withdrawn_by: ofFinishedTask('withdrawn_by'),
      withdraw_reason: ofFinishedTask('withdraw_reason'),
    },
  },
  { table: 'call', key: ['id'] },
  {
    table: 'meeting_company',
    key: ['meeting_id'],
    oneFor: ['meeting_id'],
    combine: {
      attendance: sql`case when 'present' in (kept.attendance, gone.attendance) then 'present'
        else coalesce(kept.attendance, gone.attendance) end`,
    },
  },
  { table: 'need', key: ['id'] },
  { table: 'presentation', key: ['id'] },
  { table: 'presentation_plan', key: ['id'] },
  { table: 'placement', key: ['id'] },
  {
    table: 'company_contact_event',
    key: ['id'],
    oneFor: ['subject_type', 'subject_id', 'channel'],
    combine: {
      reached: sql`kept.reached or gone.reached`,
      taken_back_at: sql`case when kept.taken_back_at is null or gone.taken_back_at is null then null
        else kept.taken_back_at end`,
    },
  },
  { table: 'contact_exception', key: ['id'] },
  { table: 'company_site', key: ['id'] },
  { table: 'company_tag', key: ['tag_id'], oneFor: ['tag_id'] },
  { table: 'company_note', key: ['id'] },
  { table: 'company_file', key: ['id'] },
  { table: 'company_task', key: ['id'] },
  { table: 'company_promise', key: ['id'] },
  { table: 'bulk_change_company', key: ['bulk_change_id'], oneFor: ['bulk_change_id'] },
  { table: 'mail', key: ['id'] },
  { table: 'survey_recipient', key: ['id'] },
  // These name companies without a foreign key: the timeline, and merges made earlier into the one that goes now.
  { table: 'activity', key: ['id'] },
  { table: 'company_merge', column: 'kept_id', key: ['id'] },
]
