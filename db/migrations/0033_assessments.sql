-- What people assess of themselves with the house's own forms, and that an assessment was made elsewhere.

-- Later versions of the two forms; the first stands in the code and is never changed.
create table assessment_form (
  id uuid primary key default new_id(),
  instrument text not null check (instrument in ('digital_skills', 'job_search')),
  version int not null check (version > 1),
  content jsonb not null,
  reason text not null,
  made_by uuid not null references user_account,
  made_at timestamptz not null default now(),
  constraint assessment_form_version_key unique (instrument, version)
);

-- Answers are kept because the person agreed to it, and go when the person says so: the row is deleted.
create table self_assessment (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate on delete cascade,
  instrument text not null check (instrument in ('digital_skills', 'job_search')),
  form_version int not null,
  wave text not null check (wave in ('start', 'end')),
  answers jsonb not null,
  result jsonb not null,
  how text not null check (how in ('own_page', 'with_coach')),
  done_on date not null,
  recorded_by uuid references user_account,
  recorded_at timestamptz not null default now()
);
create index self_assessment_candidate_idx on self_assessment (candidate_id, id desc);

-- CREAR, Kykyviisari and others: that it was or will be made and when, never an answer.
create table outside_assessment (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate on delete cascade,
  instrument text not null check (instrument in ('crear', 'kykyviisari', 'other')),
  wave text not null check (wave in ('start', 'middle', 'end', 'later')),
  planned_on date,
  done_on date,
  recorded_by uuid references user_account,
  recorded_at timestamptz not null default now(),
  constraint outside_assessment_day_check check (coalesce(planned_on, done_on) is not null)
);
create index outside_assessment_candidate_idx on outside_assessment (candidate_id, id desc);
