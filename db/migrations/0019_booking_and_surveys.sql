create extension if not exists btree_gist;

-- When somebody of the house can be met. Who has no row here is not offered to anybody.
create table host_calendar (
  user_id uuid primary key references user_account,
  minutes_long int not null default 45 check (minutes_long between 15 and 240),
  -- Kept free between two meetings.
  buffer_minutes int not null default 15 check (buffer_minutes between 0 and 120),
  -- Nobody is met sooner than this.
  notice_hours int not null default 24 check (notice_hours between 0 and 336),
  place text,
  link text,
  version int not null default 1
);

-- Finnish wall-clock time; 1 is Monday.
create table host_hours (
  user_id uuid not null references host_calendar on delete cascade,
  weekday int not null check (weekday between 1 and 7),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  primary key (user_id, weekday),
  constraint host_hours_order_check check (opens < closes)
);

-- What differs from the week: time taken by something else, or time given beside the usual hours.
create table host_time (
  id uuid primary key default new_id(),
  user_id uuid not null references host_calendar on delete cascade,
  kind text not null check (kind in ('busy', 'open')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text,
  constraint host_time_order_check check (starts_at < ends_at)
);
create index host_time_user_idx on host_time (user_id, ends_at);

-- A meeting that takes the host's time takes it alone, whoever books. Meetings written down afterwards take none.
alter table meeting
  add column holds_until timestamptz check (holds_until > starts_at),
  -- How often those invited were told of a change (RFC 5545, SEQUENCE).
  add column sequence int not null default 0,
  add constraint meeting_host_time_excl exclude using gist (host_id with =, tstzrange(starts_at, holds_until) with &&)
    where (holds_until is not null);
create index meeting_host_idx on meeting (host_id, starts_at) where status = 'planned';

-- Each mail that told somebody of a meeting. Its link carries a secret of which only the hash is kept; every link
-- that was sent opens the same page until the meeting is over.
create table meeting_invitation (
  id uuid primary key default new_id(),
  meeting_id uuid not null references meeting on delete cascade,
  contact_id uuid references contact,
  candidate_id uuid references candidate on delete cascade,
  user_id uuid references user_account,
  method text not null check (method in ('REQUEST', 'CANCEL')),
  sequence int not null,
  token_hash bytea unique,
  mail_id uuid references mail on delete set null,
  created_at timestamptz not null default now(),
  constraint meeting_invitation_guest_check check (num_nonnulls(contact_id, candidate_id, user_id) = 1)
);
create index meeting_invitation_meeting_idx on meeting_invitation (meeting_id, id desc);

-- A small file that goes with the mail, as text.
alter table mail
  add column file_name text,
  add column file_type text,
  add column file_text text;

-- A short web form sent to the companies of a campaign.
create table survey (
  id uuid primary key default new_id(),
  campaign_id uuid not null unique references campaign on delete cascade,
  -- 'instead': who has answered or refused is not called.
  place text not null check (place in ('instead', 'after')),
  questions text[] not null check (
    questions <> '{}' and questions <@ '{staff_skills,recruit_skills,strengths,gaps,difficulty,free_text}'
  ),
  intro_fi text,
  intro_sv text,
  intro_en text,
  remind_after_days int check (remind_after_days between 1 and 60),
  closes_on date not null,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1
);

create table survey_recipient (
  id uuid primary key default new_id(),
  survey_id uuid not null references survey on delete cascade,
  company_id uuid not null references company,
  contact_id uuid not null references contact,
  mail_id uuid references mail on delete set null,
  sent_by uuid references user_account,
  sent_at timestamptz not null default now(),
  reminded_at timestamptz,
  answered_at timestamptz,
  refused_at timestamptz,
  -- What the answers came to, by a person's decision; an answer changed later is looked at again.
  reviewed_at timestamptz,
  reviewed_by uuid references user_account,
  need_id uuid references need on delete set null,
  version int not null default 1,
  constraint survey_recipient_contact_key unique (survey_id, contact_id)
);
create index survey_recipient_company_idx on survey_recipient (company_id);

-- The secret of each link that was sent, hashed.
create table survey_link (
  token_hash bytea primary key,
  recipient_id uuid not null references survey_recipient on delete cascade
);
create index survey_link_recipient_idx on survey_link (recipient_id);

create table survey_answer (
  recipient_id uuid not null references survey_recipient on delete cascade,
  question text not null,
  -- Of skills there is one row each, in the order they were named.
  position int not null,
  words text not null,
  skill_id text references skill,
  primary key (recipient_id, question, position)
);
