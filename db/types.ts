// Written by `npm run schema` from db/migrations. Do not edit.
import type { ColumnType } from 'kysely'

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
type Computed<T> = T extends ColumnType<infer S, unknown, unknown> ? ColumnType<S, never, never> : ColumnType<T, never, never>

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }

/** Read as a value; written as the object itself, never as JSON text. */
type Json = ColumnType<JsonValue, object, object>
/** `YYYY-MM-DD` */
type CalendarDay = string
type Instant = ColumnType<Date, Date | string, Date | string>
type Amount = ColumnType<number, number | string, number | string>

export interface AccountLinkTable {
  token_hash: Buffer
  user_id: string
  purpose: string
  created_at: Generated<Instant>
  expires_at: Instant
  used_at: Instant | null
}

export interface AcquaintanceTable {
  contact_id: string
  user_id: string
  how: string | null
  noted_at: Generated<Instant>
}

export interface ActivityTable {
  id: Generated<string>
  at: Generated<Instant>
  actor_id: string | null
  action: string
  subject_type: string
  subject_id: string
  round_id: string | null
  campaign_id: string | null
  company_id: string | null
  candidate_id: string | null
  detail: Generated<Json>
}

export interface AssessmentFormTable {
  id: Generated<string>
  instrument: string
  version: number
  content: Json
  reason: string
  made_by: string
  made_at: Generated<Instant>
}

export interface BlockedCompanyTable {
  candidate_id: string
  company_id: string
  reason: string | null
  created_by: string | null
  created_at: Generated<Instant>
}

export interface BulkChangeTable {
  id: Generated<string>
  kind: string
  target_id: string | null
  made_by: string
  made_at: Generated<Instant>
  undone_at: Instant | null
  undone_by: string | null
}

export interface BulkChangeCompanyTable {
  bulk_change_id: string
  company_id: string
  before_id: string | null
}

export interface CadenceTable {
  id: Generated<string>
  candidate_id: string
  min_days: number
  max_days: number
  valid_from: CalendarDay
  valid_until: CalendarDay | null
  agreed_by: string | null
  agreed_at: Generated<Instant>
  ended_at: Instant | null
}

export interface CallTable {
  id: Generated<string>
  task_id: string
  campaign_id: string
  company_id: string
  caller_id: string
  claimed_at: Generated<Instant>
  lease_until: Instant
  released_at: Instant | null
  ended_at: Instant | null
  outcome: string | null
  reason: string | null
  contact_id: string | null
  recruiting_difficulty: string | null
  limits_growth: string | null
  motives: Generated<string[]>
  skills_needed: Generated<string[]>
  callback_at: Instant | null
  wording: string | null
  note: string | null
  undone_at: Instant | null
  undone_by: string | null
  no_need_until: CalendarDay | null
  meeting_wish: string | null
  suppression_id: string | null
  script_id: string | null
  script_language: string | null
  wrap_up_ms: number | null
  recording_told_at: Instant | null
  not_recorded_at: Instant | null
  step: string | null
}

export interface CallAnswerTable {
  call_id: string
  number: number
  question: string
  answer: string
}

export interface CallEffectTable {
  call_id: string
  engagement_before: Json | null
  engagement_after: Json
  contact_added_id: string | null
  address_added_to: string | null
  contact_version: number | null
}

export interface CallPhoneTable {
  id: Generated<string>
  call_id: string
  user_id: string
  session_hash: Buffer
  link_hash: Buffer
  made_at: Generated<Instant>
  link_expires_at: Instant
  opened_at: Instant | null
  key_hash: Buffer | null
  expires_at: Instant | null
}

export interface CallScriptTable {
  id: Generated<string>
  campaign_id: string
  number: number
  text_fi: string | null
  text_sv: string | null
  text_en: string | null
  made_by: string | null
  made_at: Generated<Instant>
}

export interface CallTaskTable {
  id: Generated<string>
  campaign_id: string
  company_id: string
  status: Generated<string>
  due_at: Generated<Instant>
  callback_for: string | null
  attempts: Generated<number>
  done_reason: string | null
  position: Generated<number>
  withdrawn_at: Instant | null
  withdrawn_by: string | null
  withdraw_reason: string | null
  points: Generated<number>
  point_reasons: Generated<Json>
  outcomes: Generated<string[]>
}

export interface CampaignTable {
  id: Generated<string>
  round_id: string
  source_list_id: string
  name: string
  kind: Generated<string>
  goal: string | null
  status: Generated<string>
  starts_on: CalendarDay | null
  ends_on: CalendarDay | null
  lease_minutes: Generated<number>
  max_attempts: Generated<number>
  retry_hours: Generated<number>
  list_approved_at: Instant | null
  list_approved_by: string | null
  closed_at: Instant | null
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
  order_rules: Json | null
  recording_kept_days: number | null
  calls_from: Generated<string>
  calls_until: Generated<string>
  call_weekdays: Generated<number[]>
  calls_on_holidays: Generated<boolean>
  retry_share: Generated<number>
}

export interface CampaignCallerTable {
  campaign_id: string
  user_id: string
  added_by: string | null
  added_at: Generated<Instant>
  removed_at: Instant | null
}

export interface CampaignCompanyTable {
  campaign_id: string
  company_id: string
  decision: string | null
  reason: string | null
  decided_by: string | null
  decided_at: Instant | null
}

export interface CandidacyEndTable {
  id: Generated<string>
  candidate_id: string
  reason: string
  goal: string | null
  goal_outcome: string | null
  comparison: string | null
  handed_back_to: string | null
  handed_back_on: CalendarDay | null
  ended_by: string | null
  ended_at: Generated<Instant>
  reopened_by: string | null
  reopened_at: Instant | null
}

export interface CandidateTable {
  id: Generated<string>
  number: Generated<string>
  name: string
  email: string | null
  phone: string | null
  street: string | null
  municipality: string | null
  language: Generated<string>
  non_disclosure: Generated<boolean>
  goal: string | null
  headline: string | null
  about: string | null
  forms: Generated<string[]>
  works_in: Generated<string[]>
  remote: Generated<boolean>
  available_from: CalendarDay | null
  coach_id: string | null
  referred_by: string | null
  referred_on: CalendarDay | null
  eura_started_on: CalendarDay | null
  eura_ended_on: CalendarDay | null
  ended_at: Instant | null
  end_reason: string | null
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
  erased_at: Instant | null
  next_step: string | null
  next_step_on: CalendarDay | null
}

export interface CandidateFactSourceTable {
  candidate_id: string
  fact: string
  source: string
  written_by: string | null
  written_at: Generated<Instant>
}

export interface CandidateLanguageTable {
  candidate_id: string
  language: string
  level: string
}

export interface CandidateNoteTable {
  id: Generated<string>
  candidate_id: string
  channel: string
  happened_on: CalendarDay
  body: string
  created_by: string | null
  created_at: Generated<Instant>
  minutes: number | null
  not_reached: Generated<boolean>
  restricted: Generated<boolean>
}

export interface CandidateSkillTable {
  candidate_id: string
  skill_id: string
  level: number | null
  years: Amount | null
  source: string
  evidence: string | null
  cv_id: string | null
  confirmed_by: string | null
  confirmed_at: Generated<Instant>
  removed_at: Instant | null
  removed_by: string | null
  place: string | null
  jobs: Generated<number>
  person_confirmed_at: Instant | null
}

export interface CheckInTable {
  id: Generated<string>
  placement_id: string
  held_on: CalendarDay
  mode: string
  heard: string
  mood: number | null
  on_track: boolean
  concern: Generated<boolean>
  note: string | null
  created_by: string | null
  created_at: Generated<Instant>
}

export interface CoachAbsenceTable {
  id: Generated<string>
  coach_id: string
  substitute_id: string
  starts_on: CalendarDay
  ends_on: CalendarDay
  created_by: string | null
  created_at: Generated<Instant>
  cancelled_at: Instant | null
}

export interface CoachChangeTable {
  id: Generated<string>
  candidate_id: string
  from_id: string | null
  to_id: string | null
  reason: string | null
  changed_by: string | null
  changed_at: Generated<Instant>
}

export interface CohortTable {
  id: Generated<string>
  project_id: string
  name: string
  group_language: string | null
  starts_on: CalendarDay | null
  ends_on: CalendarDay | null
  seats: number | null
  note: string | null
}

export interface CompanyTable {
  id: Generated<string>
  business_id: string | null
  name: string
  name_lower: Computed<string | null>
  form: string | null
  industry_code: string | null
  industry: string | null
  registered_on: CalendarDay | null
  municipality: string | null
  street: string | null
  postcode: string | null
  website: string | null
  phone: string | null
  email: string | null
  language: Generated<string>
  category: Generated<string>
  size_band: string | null
  growth: string | null
  growth_source: string | null
  funded: string | null
  description: string | null
  owner_id: string | null
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
  last_contact_at: Instant | null
  name_key: Computed<string | null>
  place_key: Computed<string | null>
  web_domain: Computed<string | null>
  web_text: string | null
  industry_code_2025: string | null
  search_text: Computed<string | null>
  phone_key: Computed<Buffer | null>
  email_key: Computed<Buffer | null>
  parent_business_id: string | null
  no_business_id: string | null
}

export interface CompanyContactEventTable {
  id: Generated<string>
  company_id: string
  at: Generated<Instant>
  channel: string
  reached: Generated<boolean>
  round_id: string | null
  campaign_id: string | null
  user_id: string | null
  subject_type: string
  subject_id: string
  note: string | null
  taken_back_at: Instant | null
}

export interface CompanyFileTable {
  id: Generated<string>
  company_id: string
  file_id: string
  title: string
  created_by: string | null
  created_at: Generated<Instant>
}

export interface CompanyFitTable {
  company_id: string
  candidates: number
  skills: string[]
  counted_at: Generated<Instant>
}

export interface CompanyFitWorkTable {
  id: Computed<number>
  company_id: string | null
  skill_id: string | null
}

export interface CompanyImportTable {
  id: Generated<string>
  source_list_id: string | null
  file_id: string | null
  file_name: string
  file_sha256: string
  encoding: string | null
  delimiter: string | null
  header: Generated<Json>
  mapping: Generated<Json>
  status: Generated<string>
  counts: Generated<Json>
  created_by: string | null
  created_at: Generated<Instant>
  committed_by: string | null
  committed_at: Instant | null
  row_count: Generated<number>
  rows_done: Generated<number>
  last_line: Generated<number>
  progress_at: Generated<Instant>
  failure: string | null
  columns: Generated<Json>
  preset: string | null
  fingerprint: string | null
  mapped_at: Instant | null
  overwritten: Generated<string[]>
  undone_at: Instant | null
  undone_by: string | null
}

export interface CompanyImportCorrectionTable {
  import_id: string
  line: number
  cells: Json
  corrected_by: string | null
  corrected_at: Generated<Instant>
}

export interface CompanyImportRowTable {
  import_id: string
  line: number
  cells: Json
  result: string
  problems: Generated<string[]>
  company_id: string | null
  business_id: string | null
  name: string | null
  form: string | null
  registered_on: CalendarDay | null
  industry: string | null
  industry_code: string | null
  municipality: string | null
  street: string | null
  postcode: string | null
  website: string | null
  phone: string | null
  email: string | null
  size_band: string | null
  language: string | null
  web_text: string | null
  keywords: string[] | null
  contact: Json | null
  contact_id: string | null
  first_line: number | null
  suppressed: Generated<boolean>
  changes: Generated<Json>
  left_alone: Generated<string[]>
  similar_id: string | null
  similar_reasons: Generated<string[]>
  decision: string | null
  industry_code_2025: string | null
  name_key: string | null
  place_key: string | null
  web_domain: string | null
  matched: Generated<boolean>
  growth: string | null
  growth_source: string | null
  funded: string | null
}

export interface CompanyMergeTable {
  id: Generated<string>
  kept_id: string
  removed_id: string
  removed: Json
  removed_name: string
  removed_business_id: string | null
  changes: Generated<Json>
  merged_by: string | null
  merged_at: Generated<Instant>
  undone_by: string | null
  undone_at: Instant | null
  left_alone: Json | null
}

export interface CompanyMergeRowTable {
  merge_id: string
  position: number
  table_name: string
  kind: string
  key: Json
  before: Generated<Json>
  after: Generated<Json>
}

export interface CompanyNoteTable {
  id: Generated<string>
  company_id: string
  body: string
  created_by: string | null
  created_at: Generated<Instant>
  removed_at: Instant | null
  removed_by: string | null
}

export interface CompanyPromiseTable {
  id: Generated<string>
  company_id: string
  promised_by: string
  what: string
  promised_on: CalendarDay
  due_on: CalendarDay | null
  outcome: string | null
  outcome_at: Instant | null
  outcome_by: string | null
  outcome_note: string | null
  created_by: string | null
  created_at: Generated<Instant>
}

export interface CompanySiteTable {
  id: Generated<string>
  company_id: string
  name: string | null
  street: string | null
  postcode: string | null
  municipality: string | null
  phone: string | null
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
}

export interface CompanySkillTable {
  company_id: string
  skill_id: string
}

export interface CompanyTagTable {
  company_id: string
  tag_id: string
  added_by: string | null
  added_at: Generated<Instant>
}

export interface CompanyTaskTable {
  id: Generated<string>
  company_id: string
  title: string
  due_on: CalendarDay
  owner_id: string
  created_by: string | null
  created_at: Generated<Instant>
  done_at: Instant | null
  done_by: string | null
  version: Generated<number>
}

export interface ConsentTable {
  id: Generated<string>
  candidate_id: string
  tier: string
  company_id: string | null
  round_id: string | null
  answer: string
  consent_text_id: string
  how: string
  file_id: string | null
  answered_on: CalendarDay
  expires_on: CalendarDay | null
  recorded_by: string | null
  recorded_at: Generated<Instant>
  withdrawn_at: Instant | null
  withdrawn_by: string | null
  withdraw_reason: string | null
  superseded_at: Instant | null
  item: string | null
  purpose: string | null
  reopened_because: string | null
}

export interface ConsentQuestionTable {
  id: Generated<string>
  candidate_id: string
  tier: string
  company_id: string | null
  round_id: string | null
  item: string | null
  purpose: string | null
  because: string
  need_id: string | null
  renews_id: string | null
  asked_by: string | null
  asked_at: Generated<Instant>
  taken_back_at: Instant | null
  taken_back_by: string | null
  answered_at: Instant | null
  consent_id: string | null
}

export interface ConsentTextTable {
  id: Generated<string>
  tier: string
  version: number
  text_fi: string
  text_sv: string
  text_en: string
  valid_from: CalendarDay
  created_at: Generated<Instant>
}

export interface ContactTable {
  id: Generated<string>
  company_id: string
  name: string
  role: string | null
  email: string | null
  phone: string | null
  language: string | null
  source: string | null
  informed_on: CalendarDay | null
  note: string | null
  left_at: Instant | null
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
}

export interface ContactExceptionTable {
  id: Generated<string>
  company_id: string
  campaign_id: string | null
  user_id: string
  reason: string
  created_at: Generated<Instant>
  expires_at: Instant
}

export interface CvTable {
  id: Generated<string>
  candidate_id: string
  file_id: string
  version_number: number
  status: Generated<string>
  problem: string | null
  format: string | null
  language: string | null
  pages: number | null
  text: string | null
  reading: Json | null
  read_at: Instant | null
  uploaded_by: string | null
  uploaded_at: Generated<Instant>
  approved_on: CalendarDay | null
  approved_by: string | null
  made_current_at: Instant | null
  removed_at: Instant | null
  words: string | null
  came_as: Generated<string>
  form: Json | null
  confidence: number | null
  pages_read: number | null
}

export interface CvFindingTable {
  id: Generated<string>
  cv_id: string
  candidate_id: string
  skill_id: string
  words: string
  sentence: string
  starts_at: number
  ends_at: number
  level: string | null
  years: Amount | null
  decision: string | null
  decided_by: string | null
  decided_at: Instant | null
  place: string | null
  jobs: Generated<number>
  found_by: Generated<string>
}

export interface DuplicateCheckTable {
  company_id: string
  asked_at: Generated<Instant>
}

export interface DuplicatePairTable {
  first_id: string
  second_id: string
  reasons: string[]
  strength: number
  found_at: Generated<Instant>
  dismissed_at: Instant | null
  dismissed_by: string | null
}

export interface EmployerRoundTable {
  id: Generated<string>
  project_id: string
  name: string
  goal: string | null
  starts_on: CalendarDay | null
  ends_on: CalendarDay | null
  version: Generated<number>
  created_at: Generated<Instant>
  closed_at: Instant | null
}

export interface EngagementTable {
  id: Generated<string>
  round_id: string
  company_id: string
  stage: Generated<string>
  returning_partner: Generated<boolean>
  motives: Generated<string[]>
  promised: string | null
  next_action: string | null
  next_action_on: CalendarDay | null
  owner_id: string | null
  reason: string | null
  interested_at: Instant | null
  joined_at: Instant | null
  created_at: Generated<Instant>
  version: Generated<number>
}

export interface ErasedAddressTable {
  erasure_id: string
  salt: Buffer
  hash: Buffer
}

export interface ErasureTable {
  id: Generated<string>
  candidate_id: string
  reason: string
  erased_by: string | null
  erased_at: Generated<Instant>
}

export interface FormSubmissionTable {
  token: string
  content_hash: Buffer
  user_id: string | null
  location: string | null
  at: Generated<Instant>
}

export interface HostCalendarTable {
  user_id: string
  minutes_long: Generated<number>
  buffer_minutes: Generated<number>
  notice_hours: Generated<number>
  place: string | null
  link: string | null
  version: Generated<number>
}

export interface HostHoursTable {
  user_id: string
  weekday: number
  opens: string
  closes: string
}

export interface HostTimeTable {
  id: Generated<string>
  user_id: string
  kind: string
  starts_at: Instant
  ends_at: Instant
  note: string | null
}

export interface ListExportTable {
  id: Generated<string>
  user_id: string
  list: string
  address: string
  asked_at: Generated<Instant>
  rows: number | null
  completed_at: Instant | null
}

export interface ListedKeywordTable {
  keyword: string
}

export interface MailTable {
  id: Generated<string>
  kind: string
  to_address: string
  language: string
  subject: string
  body_text: string
  body_html: string
  created_at: Generated<Instant>
  sent_at: Instant | null
  sent_by_service: string | null
  attempts: Generated<number>
  last_problem: string | null
  company_id: string | null
  round_id: string | null
  user_id: string | null
  withheld_at: Instant | null
  withheld_reason: string | null
  channel: Generated<string>
  file_name: string | null
  file_type: string | null
  file_text: string | null
  campaign_id: string | null
}

export interface MatchDecisionTable {
  id: Generated<string>
  need_id: string
  candidate_id: string
  decision: string
  reason: string | null
  decided_by: string | null
  decided_at: Generated<Instant>
  undone_at: Instant | null
  undone_by: string | null
}

export interface MatchRulesTable {
  version: number
  id: Generated<string>
  weights: Json
  reason: string
  made_by: string
  made_at: Generated<Instant>
}

export interface MeetingTable {
  id: Generated<string>
  round_id: string | null
  call_id: string | null
  kind: string
  mode: string
  title: string
  starts_at: Instant
  minutes_long: Generated<number>
  place: string | null
  link: string | null
  status: Generated<string>
  host_id: string | null
  summary: string | null
  cancel_reason: string | null
  status_at: Instant | null
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
  holds_until: Instant | null
  sequence: Generated<number>
  skills_told: Generated<string[]>
}

export interface MeetingCandidateTable {
  meeting_id: string
  candidate_id: string
  attendance: string | null
}

export interface MeetingCompanyTable {
  meeting_id: string
  company_id: string
  attendance: string | null
}

export interface MeetingContactTable {
  meeting_id: string
  contact_id: string
  attendance: string | null
}

export interface MeetingInvitationTable {
  id: Generated<string>
  meeting_id: string
  contact_id: string | null
  candidate_id: string | null
  user_id: string | null
  method: string
  sequence: number
  token_hash: Buffer | null
  mail_id: string | null
  created_at: Generated<Instant>
}

export interface MentorTable {
  id: Generated<string>
  programme_id: string
  contact_id: string
  confidentiality_signed_on: CalendarDay | null
  left_at: Instant | null
}

export interface MentoringProgrammeTable {
  id: Generated<string>
  round_id: string | null
  name: string
  model: string
  goal: string | null
  facilitator_id: string | null
  channel_url: string | null
  starts_on: CalendarDay | null
  ends_on: CalendarDay | null
  status: Generated<string>
  status_at: Instant | null
  status_by: string | null
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
}

export interface MentoringSessionTable {
  id: Generated<string>
  programme_id: string
  kind: string
  mode: string
  topic: string | null
  starts_at: Instant
  planned_minutes: number
  held_minutes: number | null
  status: Generated<string>
  cancel_reason: string | null
  status_at: Instant | null
  status_by: string | null
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
}

export interface MessageConsentTable {
  id: Generated<string>
  company_id: string
  channels: string[]
  given_by: string
  how: string
  given_on: CalendarDay
  recorded_by: string | null
  recorded_at: Generated<Instant>
  withdrawn_at: Instant | null
  withdrawn_by: string | null
}

export interface NeedTable {
  id: Generated<string>
  company_id: string
  round_id: string | null
  call_id: string | null
  meeting_id: string | null
  contact_id: string | null
  title: string
  description: string | null
  headcount: Generated<number>
  forms: Generated<string[]>
  municipality: string | null
  remote: Generated<string>
  starts_on: CalendarDay | null
  valid_until: CalendarDay | null
  status: Generated<string>
  status_at: Instant | null
  status_by: string | null
  status_reason: string | null
  owner_id: string | null
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
}

export interface NeedLanguageTable {
  need_id: string
  language: string
  level: string
}

export interface NeedSkillTable {
  id: Generated<string>
  need_id: string
  position: number
  words: string
  skill_id: string | null
  must: Generated<boolean>
  level: number | null
}

export interface OutcomeTable {
  id: Generated<string>
  candidate_id: string
  participation_id: string | null
  placement_id: string | null
  round_id: string | null
  class: string
  happened_on: CalendarDay
  seen_as: Generated<string>
  evidence: string | null
  recorded_by: string | null
  recorded_at: Generated<Instant>
  withdrawn_at: Instant | null
  withdrawn_by: string | null
}

export interface OutsideAssessmentTable {
  id: Generated<string>
  candidate_id: string
  instrument: string
  wave: string
  planned_on: CalendarDay | null
  done_on: CalendarDay | null
  recorded_by: string | null
  recorded_at: Generated<Instant>
}

export interface OwnContactTable {
  id: Generated<string>
  candidate_id: string
  company: string
  contacted_on: CalendarDay
  came_of_it: string | null
  created_at: Generated<Instant>
  version: Generated<number>
  removed_at: Instant | null
}

export interface ParticipationTable {
  id: Generated<string>
  cohort_id: string
  candidate_id: string
  started_on: CalendarDay | null
  ended_on: CalendarDay | null
  end_reason: string | null
}

export interface PersonCodeTable {
  id: Generated<string>
  link_hash: Buffer
  code_hash: Buffer
  channel: string
  made_at: Generated<Instant>
  expires_at: Instant
  tries: Generated<number>
  used_at: Instant | null
}

export interface PersonLinkTable {
  token_hash: Buffer
  candidate_id: string
  made_by: string | null
  made_at: Generated<Instant>
  expires_at: Instant
}

export interface PersonRequestTable {
  id: Generated<string>
  candidate_id: string
  kind: string
  words: string | null
  how: string
  received_on: CalendarDay
  due_on: CalendarDay
  extended_until: CalendarDay | null
  extension_reason: string | null
  answered_at: Instant | null
  answered_by: string | null
  outcome: string | null
  answer: string | null
  recorded_by: string | null
  created_at: Generated<Instant>
}

export interface PlacementTable {
  id: Generated<string>
  candidate_id: string
  company_id: string
  round_id: string | null
  need_id: string | null
  presentation_id: string | null
  predecessor_id: string | null
  form: string
  employer_of_record: string
  supervisor_id: string | null
  supervisor_name: string | null
  purpose: string | null
  title: string
  tasks: string | null
  place: string | null
  starts_on: CalendarDay
  ends_on: CalendarDay | null
  started_on: CalendarDay | null
  ended_on: CalendarDay | null
  hours_per_day: Amount | null
  days_per_week: number | null
  signed_by_candidate_on: CalendarDay | null
  signed_by_host_on: CalendarDay | null
  signed_by_authority_on: CalendarDay | null
  insurance_ref: string | null
  subsidy_decided_on: CalendarDay | null
  decision_ref: string | null
  transfer_permit_ref: string | null
  status: Generated<string>
  coach_id: string | null
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
}

export interface PlacementAssessmentTable {
  id: Generated<string>
  placement_id: string
  kind: string
  given_on: CalendarDay
  given_by_name: string | null
  fit_to_work: number | null
  readiness: number | null
  strengths: string | null
  to_develop: string | null
  would_hire: string | null
  created_by: string | null
  created_at: Generated<Instant>
}

export interface PlacementEventTable {
  id: Generated<string>
  placement_id: string
  from_status: string | null
  to_status: string
  at: Generated<Instant>
  actor_id: string | null
  ended_by_party: string | null
  reason: string
  happened_on: CalendarDay | null
}

export interface PresentationTable {
  id: Generated<string>
  candidate_id: string
  company_id: string
  contact_id: string
  need_id: string | null
  round_id: string | null
  tier: string
  consent_id: string
  cv_id: string | null
  cv_sha256: string | null
  profile: Json
  profile_sha256: string
  match: Json | null
  message: string | null
  status: Generated<string>
  sent_by: string | null
  sent_at: Generated<Instant>
  expires_on: CalendarDay
  answer: string | null
  answer_reasons: Generated<string[]>
  answer_comment: string | null
  answered_by: string | null
  answered_at: Instant | null
  released_comment: string | null
  released_by: string | null
  released_at: Instant | null
  ended_by: string | null
  ended_at: Instant | null
  end_reason: string | null
  version: Generated<number>
  second_look: string | null
}

export interface PresentationPlanTable {
  id: Generated<string>
  candidate_id: string
  company_id: string
  contact_id: string
  need_id: string | null
  tier: string
  cv_id: string | null
  profile: Json
  profile_sha256: string
  match: Json | null
  message: string | null
  second_look: string | null
  expires_on: CalendarDay
  planned_by: string | null
  planned_at: Generated<Instant>
  answer: string | null
  answer_reason: string | null
  answered_at: Instant | null
  cancelled_at: Instant | null
  cancelled_by: string | null
  presentation_id: string | null
  out_of_order: string | null
}

export interface PresentationViewTable {
  presentation_id: string
  user_id: string
  what: string
  at: Generated<Instant>
}

export interface ProgrammeParticipantTable {
  programme_id: string
  candidate_id: string
  joined_on: CalendarDay
  left_on: CalendarDay | null
  leave_reason: string | null
}

export interface ProjectTable {
  id: Generated<string>
  code: string
  name: string
  funder: string | null
  starts_on: CalendarDay | null
  ends_on: CalendarDay | null
  created_at: Generated<Instant>
}

export interface PublishedFigureTable {
  id: Generated<string>
  project_id: string | null
  code: string
  name_fi: string
  name_sv: string
  name_en: string
  definition_fi: string
  definition_sv: string
  definition_en: string
  planned: Amount | null
  value: Amount | null
  qualifier: string
  out_of: Amount | null
  unit: string
  as_of: CalendarDay | null
  source: string
  note: string | null
}

export interface ReadingTable {
  id: Generated<string>
  at: Generated<Instant>
  user_id: string
  what: string
  candidate_id: string | null
  company_id: string | null
}

export interface SealedListTable {
  id: Generated<string>
  presentation_id: string
  need_id: string
  sealed_by: string | null
  sealed_at: Generated<Instant>
  rules_version: number
  rules: Json
  need: Json
  seed: string
  more: boolean
  sha256: string
}

export interface SealedListPersonTable {
  sealed_list_id: string
  candidate_id: string
  place: number | null
  presented: boolean
  passed_over: boolean
  left_out: boolean
  shown_before: boolean
  consent: string
  times_shown: number
  tier: string
  strength: number
  facts: Json | null
  facts_sha256: string
}

export interface SegmentTable {
  id: Generated<string>
  name: string
  filter: Json
  made_by: string
  made_at: Generated<Instant>
  shared_at: Instant | null
  removed_at: Instant | null
  version: Generated<number>
}

export interface SelfAssessmentTable {
  id: Generated<string>
  candidate_id: string
  instrument: string
  form_version: number
  wave: string
  answers: Json
  result: Json
  how: string
  done_on: CalendarDay
  recorded_by: string | null
  recorded_at: Generated<Instant>
}

export interface SessionTable {
  id_hash: Buffer
  user_id: string
  created_at: Generated<Instant>
  expires_at: Instant
  ends_at: Instant
  device: string | null
}

export interface SessionAttendanceTable {
  session_id: string
  candidate_id: string
  attendance: string
  reported_by: string | null
  reported_at: Generated<Instant>
}

export interface SessionMentorTable {
  session_id: string
  mentor_id: string
  attendance: string
}

export interface SettingTable {
  key: string
  value: Json
  changed_at: Generated<Instant>
  changed_by: string | null
}

export interface SignInFailureTable {
  key_hash: Buffer
  at: Generated<Instant>
}

export interface SkillTable {
  id: string
  kind: Generated<string>
  group_id: string | null
  label_fi: string
  label_sv: string
  label_en: string
  uri: string | null
  retired_at: Instant | null
  origin: Generated<string>
  version: Generated<number>
}

export interface SkillEdgeTable {
  from_id: string
  to_id: string
  kind: string
  origin: Generated<string>
}

export interface SkillWordTable {
  skill_id: string
  language: string
  word: string
  origin: Generated<string>
  strict: Generated<boolean>
}

export interface SourceListTable {
  id: Generated<string>
  round_id: string | null
  name: string
  provider: Generated<string>
  criteria: string | null
  keywords: Generated<string[]>
  licence_note: string | null
  run_on: CalendarDay | null
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
  filter: Json | null
  segment_id: string | null
}

export interface SourceListCompanyTable {
  source_list_id: string
  company_id: string
  matched_keywords: Generated<string[]>
  earlier_project: Generated<boolean>
  added_at: Generated<Instant>
}

export interface StoredFileTable {
  id: Generated<string>
  name: string
  media_type: string
  bytes: number
  sha256: string
  created_by: string | null
  created_at: Generated<Instant>
}

export interface SuppressionTable {
  id: Generated<string>
  company_id: string | null
  business_id: string | null
  channel: Generated<string>
  reason: string
  asked_how: string | null
  wording: string | null
  created_by: string | null
  created_at: Generated<Instant>
  lifted_at: Instant | null
  lifted_by: string | null
  lift_reason: string | null
  phone_key: Buffer | null
  email_key: Buffer | null
  phone_shown: string | null
  email_shown: string | null
  name_key: string | null
  place_key: string | null
  asked_by: string | null
  asked_on: CalendarDay | null
  web_domain: string | null
}

export interface SurveyTable {
  id: Generated<string>
  campaign_id: string
  place: string
  questions: string[]
  intro_fi: string | null
  intro_sv: string | null
  intro_en: string | null
  remind_after_days: number | null
  closes_on: CalendarDay
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
}

export interface SurveyAnswerTable {
  recipient_id: string
  question: string
  position: number
  words: string
  skill_id: string | null
}

export interface SurveyLinkTable {
  token_hash: Buffer
  recipient_id: string
}

export interface SurveyRecipientTable {
  id: Generated<string>
  survey_id: string
  company_id: string
  contact_id: string | null
  mail_id: string | null
  sent_by: string | null
  sent_at: Generated<Instant>
  reminded_at: Instant | null
  answered_at: Instant | null
  refused_at: Instant | null
  reviewed_at: Instant | null
  reviewed_by: string | null
  need_id: string | null
  version: Generated<number>
  opened_at: Instant | null
}

export interface TagTable {
  id: Generated<string>
  name: string
  tone: Generated<string>
  created_by: string | null
  created_at: Generated<Instant>
  version: Generated<number>
}

export interface TaxonomyConceptTable {
  uri: string
  taxonomy: string
  kind: string
  code: string | null
  labels: Json
  other_labels: Generated<Json>
  skill_id: string | null
  proposed_skill_id: string | null
  decision: string | null
  decided_by: string | null
  decided_at: Instant | null
  retired_at: Instant | null
}

export interface TaxonomyImportTable {
  id: Generated<string>
  file_id: string | null
  file_name: string
  file_sha256: string | null
  taxonomy: string | null
  version: string | null
  status: Generated<string>
  failure: string | null
  rows_done: Generated<number>
  row_count: Generated<number>
  counts: Generated<Json>
  created_by: string | null
  created_at: Generated<Instant>
  progress_at: Generated<Instant>
  ended_at: Instant | null
}

export interface TaxonomyLinkTable {
  from_uri: string
  to_uri: string
  kind: string
}

export interface ToldAsideTable {
  id: Generated<string>
  call_id: string | null
  meeting_id: string | null
  reason: string
  aside_at: Generated<Instant>
  aside_by: string
}

export interface UnknownWordTable {
  id: Generated<string>
  key: string
  words: string
  cvs: Generated<number>
  needs: Generated<number>
  decision: string | null
  skill_id: string | null
  decided_by: string | null
  decided_at: Instant | null
}

export interface UnknownWordUseTable {
  word_id: string
  cv_id: string | null
  need_id: string | null
  example: string | null
  asked_by: string | null
}

export interface UserAccountTable {
  id: Generated<string>
  email: string
  name: string
  roles: string[]
  organisation: string | null
  language: Generated<string>
  password_hash: string | null
  contact_id: string | null
  invited_at: Instant | null
  invited_by: string | null
  accepted_at: Instant | null
  expires_at: Instant | null
  closed_at: Instant | null
  closed_by: string | null
  version: Generated<number>
  created_at: Generated<Instant>
  candidate_id: string | null
}

export interface Database {
  account_link: AccountLinkTable
  acquaintance: AcquaintanceTable
  activity: ActivityTable
  assessment_form: AssessmentFormTable
  blocked_company: BlockedCompanyTable
  bulk_change: BulkChangeTable
  bulk_change_company: BulkChangeCompanyTable
  cadence: CadenceTable
  call: CallTable
  call_answer: CallAnswerTable
  call_effect: CallEffectTable
  call_phone: CallPhoneTable
  call_script: CallScriptTable
  call_task: CallTaskTable
  campaign: CampaignTable
  campaign_caller: CampaignCallerTable
  campaign_company: CampaignCompanyTable
  candidacy_end: CandidacyEndTable
  candidate: CandidateTable
  candidate_fact_source: CandidateFactSourceTable
  candidate_language: CandidateLanguageTable
  candidate_note: CandidateNoteTable
  candidate_skill: CandidateSkillTable
  check_in: CheckInTable
  coach_absence: CoachAbsenceTable
  coach_change: CoachChangeTable
  cohort: CohortTable
  company: CompanyTable
  company_contact_event: CompanyContactEventTable
  company_file: CompanyFileTable
  company_fit: CompanyFitTable
  company_fit_work: CompanyFitWorkTable
  company_import: CompanyImportTable
  company_import_correction: CompanyImportCorrectionTable
  company_import_row: CompanyImportRowTable
  company_merge: CompanyMergeTable
  company_merge_row: CompanyMergeRowTable
  company_note: CompanyNoteTable
  company_promise: CompanyPromiseTable
  company_site: CompanySiteTable
  company_skill: CompanySkillTable
  company_tag: CompanyTagTable
  company_task: CompanyTaskTable
  consent: ConsentTable
  consent_question: ConsentQuestionTable
  consent_text: ConsentTextTable
  contact: ContactTable
  contact_exception: ContactExceptionTable
  cv: CvTable
  cv_finding: CvFindingTable
  duplicate_check: DuplicateCheckTable
  duplicate_pair: DuplicatePairTable
  employer_round: EmployerRoundTable
  engagement: EngagementTable
  erased_address: ErasedAddressTable
  erasure: ErasureTable
  form_submission: FormSubmissionTable
  host_calendar: HostCalendarTable
  host_hours: HostHoursTable
  host_time: HostTimeTable
  list_export: ListExportTable
  listed_keyword: ListedKeywordTable
  mail: MailTable
  match_decision: MatchDecisionTable
  match_rules: MatchRulesTable
  meeting: MeetingTable
  meeting_candidate: MeetingCandidateTable
  meeting_company: MeetingCompanyTable
  meeting_contact: MeetingContactTable
  meeting_invitation: MeetingInvitationTable
  mentor: MentorTable
  mentoring_programme: MentoringProgrammeTable
  mentoring_session: MentoringSessionTable
  message_consent: MessageConsentTable
  need: NeedTable
  need_language: NeedLanguageTable
  need_skill: NeedSkillTable
  outcome: OutcomeTable
  outside_assessment: OutsideAssessmentTable
  own_contact: OwnContactTable
  participation: ParticipationTable
  person_code: PersonCodeTable
  person_link: PersonLinkTable
  person_request: PersonRequestTable
  placement: PlacementTable
  placement_assessment: PlacementAssessmentTable
  placement_event: PlacementEventTable
  presentation: PresentationTable
  presentation_plan: PresentationPlanTable
  presentation_view: PresentationViewTable
  programme_participant: ProgrammeParticipantTable
  project: ProjectTable
  published_figure: PublishedFigureTable
  reading: ReadingTable
  sealed_list: SealedListTable
  sealed_list_person: SealedListPersonTable
  segment: SegmentTable
  self_assessment: SelfAssessmentTable
  session: SessionTable
  session_attendance: SessionAttendanceTable
  session_mentor: SessionMentorTable
  setting: SettingTable
  sign_in_failure: SignInFailureTable
  skill: SkillTable
  skill_edge: SkillEdgeTable
  skill_word: SkillWordTable
  source_list: SourceListTable
  source_list_company: SourceListCompanyTable
  stored_file: StoredFileTable
  suppression: SuppressionTable
  survey: SurveyTable
  survey_answer: SurveyAnswerTable
  survey_link: SurveyLinkTable
  survey_recipient: SurveyRecipientTable
  tag: TagTable
  taxonomy_concept: TaxonomyConceptTable
  taxonomy_import: TaxonomyImportTable
  taxonomy_link: TaxonomyLinkTable
  told_aside: ToldAsideTable
  unknown_word: UnknownWordTable
  unknown_word_use: UnknownWordUseTable
  user_account: UserAccountTable
}
