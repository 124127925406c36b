-- Whose caseload a person is in, who stands in, how often they meet, and how their time here ended.

create table coach_change (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate on delete cascade,
  from_id uuid references user_account,
  to_id uuid references user_account,
  reason text,
  changed_by uuid references user_account,
  changed_at timestamptz not null default now()
);
create index coach_change_candidate_idx on coach_change (candidate_id, id desc);
insert into coach_change (candidate_id, to_id, changed_by, changed_at)
select id, coach_id, created_by, created_at from candidate where coach_id is not null order by created_at;

-- On these days the substitute does the coach's work; the bounds are days of the absence.
create table coach_absence (
  id uuid primary key default new_id(),
  coach_id uuid not null references user_account,
  substitute_id uuid not null references user_account,
  starts_on date not null,
  ends_on date not null,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  cancelled_at timestamptz,
  constraint coach_absence_days_check check (ends_on >= starts_on),
  constraint coach_absence_other_check check (substitute_id <> coach_id),
  constraint coach_absence_days_excl exclude using gist
    (coach_id with =, daterange(starts_on, ends_on, '[]') with &&) where (cancelled_at is null)
);
create index coach_absence_substitute_idx on coach_absence (substitute_id, ends_on) where cancelled_at is null;

-- Regular but not too often: days between contacts as agreed with the person.
create table cadence (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate on delete cascade,
  min_days int not null check (min_days between 0 and 365),
  max_days int not null check (max_days between 1 and 365),
  valid_from date not null,
  valid_until date,
  agreed_by uuid references user_account,
  agreed_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint cadence_gap_check check (max_days > min_days),
  constraint cadence_days_check check (valid_until >= valid_from)
);
create unique index cadence_in_force_key on cadence (candidate_id) where ended_at is null;
create index cadence_candidate_idx on cadence (candidate_id, id desc);

alter table candidate_note
  add column minutes int check (minutes between 1 and 1440),
  -- Nobody was reached: written down, but no contact.
  add column not_reached boolean not null default false,
  -- For the own coach only, not for a substitute. Notes from before the choice were written for the coach alone.
  add column restricted boolean not null default true;
alter table candidate_note alter column restricted set default false;
create index candidate_note_day_idx on candidate_note (candidate_id, happened_on desc, id desc);
create index session_attendance_candidate_idx on session_attendance (candidate_id);

alter table candidate
  add column next_step text,
  add column next_step_on date;

-- Each time somebody's candidacy ended. Those from before the comparison was asked for have none.
create table candidacy_end (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate on delete cascade,
  reason text not null,
  goal text,
  goal_outcome text check (goal_outcome in ('reached', 'partly', 'changed', 'not_reached', 'no_goal')),
  comparison text,
  handed_back_to text,
  handed_back_on date,
  ended_by uuid references user_account,
  ended_at timestamptz not null default now(),
  reopened_by uuid references user_account,
  reopened_at timestamptz,
  constraint candidacy_end_hand_back_check check ((handed_back_to is null) = (handed_back_on is null))
);
create index candidacy_end_candidate_idx on candidacy_end (candidate_id, id desc);
insert into candidacy_end (candidate_id, reason, goal, ended_at)
select id, coalesce(end_reason, 'other'), goal, ended_at from candidate
where ended_at is not null and erased_at is null order by ended_at;
