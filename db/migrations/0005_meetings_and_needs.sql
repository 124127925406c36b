create table meeting (
  id uuid primary key default new_id(),
  round_id uuid references employer_round,
  call_id uuid references call,
  kind text not null check (kind in ('one_to_one', 'joint', 'visit', 'workshop', 'event')),
  mode text not null check (mode in ('in_person', 'online', 'hybrid')),
  title text not null,
  starts_at timestamptz not null,
  minutes_long int not null default 60 check (minutes_long between 5 and 1440),
  place text,
  link text,
  status text not null default 'planned' check (status in ('planned', 'held', 'cancelled')),
  host_id uuid references user_account,
  summary text,
  cancel_reason text,
  status_at timestamptz,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index meeting_round_idx on meeting (round_id, starts_at);
create index meeting_starts_idx on meeting (starts_at desc, id desc);

create table meeting_company (
  meeting_id uuid not null references meeting on delete cascade,
  company_id uuid not null references company,
  attendance text check (attendance in ('present', 'absent', 'absent_notified')),
  primary key (meeting_id, company_id)
);
create index meeting_company_company_idx on meeting_company (company_id);

create table meeting_contact (
  meeting_id uuid not null references meeting on delete cascade,
  contact_id uuid not null references contact,
  attendance text check (attendance in ('present', 'absent', 'absent_notified')),
  primary key (meeting_id, contact_id)
);

create table meeting_candidate (
  meeting_id uuid not null references meeting on delete cascade,
  candidate_id uuid not null references candidate on delete cascade,
  attendance text check (attendance in ('present', 'absent', 'absent_notified')),
  primary key (meeting_id, candidate_id)
);
create index meeting_candidate_candidate_idx on meeting_candidate (candidate_id);

create table need (
  id uuid primary key default new_id(),
  company_id uuid not null references company,
  round_id uuid references employer_round,
  call_id uuid references call,
  meeting_id uuid references meeting,
  contact_id uuid references contact,
  title text not null,
  -- The employer's own words, quoted beside the CV in a match.
  description text,
  headcount int not null default 1 check (headcount between 1 and 500),
  forms text[] not null default '{}',
  municipality text,
  remote text not null default 'no' check (remote in ('no', 'partly', 'fully')),
  starts_on date,
  valid_until date,
  status text not null default 'open' check (status in ('open', 'filled', 'closed')),
  status_at timestamptz,
  status_by uuid references user_account,
  status_reason text,
  owner_id uuid references user_account,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index need_company_idx on need (company_id);
create index need_status_idx on need (status, id desc);

create table need_skill (
  id uuid primary key default new_id(),
  need_id uuid not null references need on delete cascade,
  position int not null,
  -- As the employer said it; skill_id is what the vocabulary makes of it, if anything.
  words text not null,
  skill_id text references skill,
  must boolean not null default true,
  level int check (level between 1 and 3),
  constraint need_skill_position_key unique (need_id, position)
);
create index need_skill_skill_idx on need_skill (skill_id);

create table need_language (
  need_id uuid not null references need on delete cascade,
  language text not null,
  level text not null check (level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native')),
  primary key (need_id, language)
);

-- A de-identified profile or a CV version shown to one named contact of one named company.
create table presentation (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate,
  company_id uuid not null references company,
  contact_id uuid not null references contact,
  need_id uuid references need,
  round_id uuid references employer_round,
  tier text not null check (tier in ('T1', 'T2')),
  consent_id uuid not null references consent,
  cv_id uuid references cv,
  cv_sha256 text,
  profile jsonb not null,
  profile_sha256 text not null,
  match jsonb,
  message text,
  status text not null default 'sent' check (status in ('sent', 'viewed', 'answered', 'closed', 'revoked')),
  sent_by uuid references user_account,
  sent_at timestamptz not null default now(),
  expires_on date not null,
  answer text check (answer in ('interested', 'not_now', 'tell_me_more')),
  answer_reasons text[] not null default '{}',
  answer_comment text,
  answered_by uuid references user_account,
  answered_at timestamptz,
  released_comment text,
  released_by uuid references user_account,
  released_at timestamptz,
  ended_by uuid references user_account,
  ended_at timestamptz,
  end_reason text,
  version int not null default 1,
  constraint presentation_cv_check check (tier = 'T1' or cv_id is not null)
);
create index presentation_candidate_idx on presentation (candidate_id, id desc);
create index presentation_company_idx on presentation (company_id, id desc);
create index presentation_contact_idx on presentation (contact_id, id desc);
create index presentation_need_idx on presentation (need_id, id desc);
create unique index presentation_open_key on presentation (candidate_id, contact_id, coalesce(need_id, candidate_id), tier)
  where status in ('sent', 'viewed', 'answered');

create table presentation_view (
  presentation_id uuid not null references presentation on delete cascade,
  user_id uuid not null references user_account,
  what text not null check (what in ('profile', 'cv')),
  at timestamptz not null default now()
);
create index presentation_view_idx on presentation_view (presentation_id, at);
