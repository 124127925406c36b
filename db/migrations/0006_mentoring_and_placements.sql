create table mentoring_programme (
  id uuid primary key default new_id(),
  round_id uuid references employer_round,
  name text not null,
  model text not null check (model in ('company_group', 'two_company_mentors', 'peer_facilitated', 'student_guidance', 'one_to_one')),
  goal text,
  facilitator_id uuid references user_account,
  channel_url text,
  starts_on date,
  ends_on date,
  status text not null default 'draft' check (status in ('draft', 'running', 'closed')),
  status_at timestamptz,
  status_by uuid references user_account,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1
);

create table mentor (
  id uuid primary key default new_id(),
  programme_id uuid not null references mentoring_programme on delete cascade,
  contact_id uuid not null references contact,
  confidentiality_signed_on date,
  left_at timestamptz,
  constraint mentor_programme_contact_key unique (programme_id, contact_id)
);
create index mentor_contact_idx on mentor (contact_id);

create table programme_participant (
  programme_id uuid not null references mentoring_programme on delete cascade,
  candidate_id uuid not null references candidate,
  joined_on date not null,
  left_on date,
  leave_reason text,
  primary key (programme_id, candidate_id)
);
create index programme_participant_candidate_idx on programme_participant (candidate_id);

create table mentoring_session (
  id uuid primary key default new_id(),
  programme_id uuid not null references mentoring_programme on delete cascade,
  kind text not null check (kind in ('group', 'individual', 'on_call', 'orientation', 'visit')),
  mode text not null check (mode in ('in_person', 'online', 'hybrid')),
  topic text,
  starts_at timestamptz not null,
  planned_minutes int not null check (planned_minutes between 5 and 1440),
  held_minutes int check (held_minutes between 1 and 1440),
  status text not null default 'planned' check (status in ('planned', 'held', 'cancelled')),
  cancel_reason text,
  status_at timestamptz,
  status_by uuid references user_account,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index mentoring_session_programme_idx on mentoring_session (programme_id, starts_at);

create table session_attendance (
  session_id uuid not null references mentoring_session on delete cascade,
  candidate_id uuid not null references candidate,
  attendance text not null check (attendance in ('present', 'late', 'absent_notified', 'absent')),
  reported_by uuid references user_account,
  reported_at timestamptz not null default now(),
  primary key (session_id, candidate_id)
);

create table session_mentor (
  session_id uuid not null references mentoring_session on delete cascade,
  mentor_id uuid not null references mentor on delete cascade,
  attendance text not null check (attendance in ('present', 'late', 'absent_notified', 'absent')),
  primary key (session_id, mentor_id)
);

create table placement (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate,
  company_id uuid not null references company,
  round_id uuid references employer_round,
  need_id uuid references need,
  presentation_id uuid references presentation,
  predecessor_id uuid references placement,
  form text not null check (form in ('work_trial', 'trainee', 'pay_subsidised', 'commission', 'hire')),
  employer_of_record text not null,
  supervisor_id uuid references contact,
  supervisor_name text,
  purpose text check (purpose in ('clarify_career', 'return_to_work')),
  title text not null,
  tasks text,
  place text,
  starts_on date not null,
  ends_on date,
  started_on date,
  ended_on date,
  hours_per_day numeric,
  days_per_week int,
  -- 57 §: the three signatures of a work-trial agreement.
  signed_by_candidate_on date,
  signed_by_host_on date,
  signed_by_authority_on date,
  insurance_ref text,
  -- 84 § 1: a subsidy is decided before the employment starts.
  subsidy_decided_on date,
  decision_ref text,
  -- 91 §: permit to hand a subsidised employee over to a user company.
  transfer_permit_ref text,
  status text not null default 'planned' check (status in (
    'planned', 'agreed', 'ready', 'running', 'paused', 'ended_as_planned', 'interrupted', 'terminated', 'cancelled')),
  coach_id uuid references user_account,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index placement_candidate_idx on placement (candidate_id, starts_on);
create index placement_company_idx on placement (company_id, starts_on);
create index placement_round_idx on placement (round_id);
create index placement_status_idx on placement (status, starts_on desc, id desc);
create unique index placement_predecessor_key on placement (predecessor_id) where status <> 'cancelled';

create table placement_event (
  id uuid primary key default new_id(),
  placement_id uuid not null references placement on delete cascade,
  from_status text,
  to_status text not null,
  at timestamptz not null default now(),
  actor_id uuid references user_account,
  ended_by_party text check (ended_by_party in ('candidate', 'host', 'authority')),
  reason text not null
);
create index placement_event_placement_idx on placement_event (placement_id, id);

create table check_in (
  id uuid primary key default new_id(),
  placement_id uuid not null references placement on delete cascade,
  held_on date not null,
  mode text not null check (mode in ('visit', 'phone', 'online', 'email')),
  heard text not null check (heard in ('candidate', 'host', 'both')),
  mood int check (mood between 1 and 5),
  on_track boolean not null,
  concern boolean not null default false,
  note text,
  created_by uuid references user_account,
  created_at timestamptz not null default now()
);
create index check_in_placement_idx on check_in (placement_id, held_on);

create table placement_assessment (
  id uuid primary key default new_id(),
  placement_id uuid not null references placement on delete cascade,
  kind text not null check (kind in ('mid', 'closing')),
  given_on date not null,
  given_by_name text,
  fit_to_work int check (fit_to_work between 1 and 5),
  readiness int check (readiness between 1 and 5),
  strengths text,
  to_develop text,
  would_hire text check (would_hire in ('yes', 'maybe', 'no')),
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  constraint placement_assessment_kind_key unique (placement_id, kind)
);

-- Groups of a project, and what came of each person's time in it.
create table cohort (
  id uuid primary key default new_id(),
  project_id uuid not null references project,
  name text not null,
  group_language text,
  starts_on date,
  ends_on date,
  seats int,
  note text
);

create table participation (
  id uuid primary key default new_id(),
  cohort_id uuid not null references cohort,
  candidate_id uuid not null references candidate,
  started_on date,
  ended_on date,
  end_reason text,
  constraint participation_cohort_candidate_key unique (cohort_id, candidate_id)
);
create index participation_candidate_idx on participation (candidate_id);

create table outcome (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate,
  participation_id uuid references participation,
  placement_id uuid references placement,
  round_id uuid references employer_round,
  class text not null check (class in ('employed', 'employed_or_work_trial', 'entrepreneur', 'work_trial', 'subsidised_work', 'studies', 'other_programme',
    'longer_service', 'work_ability_assessment', 'still_seeking', 'no_path_yet', 'moved', 'declined', 'unknown')),
  happened_on date not null,
  seen_as text not null default 'at_exit' check (seen_as in ('during', 'at_exit', 'after', 'six_months')),
  evidence text,
  recorded_by uuid references user_account,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid references user_account
);
create index outcome_candidate_idx on outcome (candidate_id, happened_on);
create index outcome_placement_idx on outcome (placement_id);
create index outcome_round_idx on outcome (round_id);

-- A figure as somebody published it, beside those Silta counts from rows. No value means not reported, never zero.
create table published_figure (
  id uuid primary key default new_id(),
  project_id uuid references project,
  code text not null,
  name_fi text not null,
  name_sv text not null,
  name_en text not null,
  definition_fi text not null,
  definition_sv text not null,
  definition_en text not null,
  planned numeric,
  value numeric,
  qualifier text not null check (qualifier in ('exact', 'approx', 'at_least', 'not_reported')),
  out_of numeric,
  unit text not null check (unit in ('persons', 'companies', 'participations', 'events', 'hours', 'euros', 'percent')),
  as_of date,
  source text not null,
  note text,
  constraint published_figure_value_check check ((value is null) = (qualifier = 'not_reported')),
  constraint published_figure_code_key unique (code)
);
