-- The words for skills, people looking for work, their CVs, and what each person has allowed.
create table skill (
  id text primary key,
  kind text not null default 'skill',
  group_id text,
  label_fi text not null,
  label_sv text not null,
  label_en text not null,
  uri text,
  retired_at timestamptz
);

create table skill_word (
  skill_id text not null references skill on delete cascade,
  language text not null,
  word text not null,
  primary key (skill_id, language, word)
);
create index skill_word_trgm_idx on skill_word using gin (word gin_trgm_ops);

create table skill_edge (
  from_id text not null references skill on delete cascade,
  to_id text not null references skill on delete cascade,
  kind text not null check (kind in ('implies', 'broader', 'related')),
  primary key (from_id, to_id, kind)
);
create index skill_edge_to_idx on skill_edge (to_id, kind);

create sequence candidate_number_seq start 1001;

create table candidate (
  id uuid primary key default new_id(),
  number text not null default 'K-' || nextval('candidate_number_seq'),
  name text not null,
  email text,
  phone text,
  street text,
  municipality text,
  language text not null default 'fi' check (language in ('fi', 'sv', 'en')),
  -- Non-disclosure for safety (turvakielto): address and phone are shown to nobody but the person's coach.
  non_disclosure boolean not null default false,
  goal text,
  headline text,
  about text,
  forms text[] not null default '{}',
  works_in text[] not null default '{}',
  remote boolean not null default true,
  available_from date,
  coach_id uuid references user_account,
  referred_by text,
  referred_on date,
  eura_started_on date,
  eura_ended_on date,
  ended_at timestamptz,
  end_reason text,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1,
  constraint candidate_number_key unique (number)
);
create index candidate_name_idx on candidate (name collate "fi-FI-x-icu", id);
create index candidate_coach_idx on candidate (coach_id);

create table candidate_language (
  candidate_id uuid not null references candidate on delete cascade,
  language text not null,
  level text not null check (level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native')),
  primary key (candidate_id, language)
);

create table cv (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate on delete cascade,
  file_id uuid not null references stored_file,
  version_number int not null,
  status text not null default 'waiting' check (status in ('waiting', 'read', 'unreadable')),
  problem text,
  format text,
  language text,
  pages int,
  text text,
  reading jsonb,
  read_at timestamptz,
  uploaded_by uuid references user_account,
  uploaded_at timestamptz not null default now(),
  approved_on date,
  approved_by uuid references user_account,
  made_current_at timestamptz,
  removed_at timestamptz,
  constraint cv_candidate_version_key unique (candidate_id, version_number)
);

-- What a reader found in a CV; a person decides. A rejected skill stays rejected when the CV is read again.
create table cv_finding (
  id uuid primary key default new_id(),
  cv_id uuid not null references cv on delete cascade,
  candidate_id uuid not null references candidate on delete cascade,
  skill_id text not null references skill,
  words text not null,
  sentence text not null,
  starts_at int not null,
  ends_at int not null,
  level text,
  years numeric,
  decision text check (decision in ('confirmed', 'rejected')),
  decided_by uuid references user_account,
  decided_at timestamptz
);
create index cv_finding_cv_idx on cv_finding (cv_id);
create index cv_finding_candidate_idx on cv_finding (candidate_id, skill_id);

create table candidate_skill (
  candidate_id uuid not null references candidate on delete cascade,
  skill_id text not null references skill,
  level int check (level between 1 and 3),
  years numeric,
  source text not null check (source in ('cv', 'coach', 'person')),
  evidence text,
  cv_id uuid references cv,
  confirmed_by uuid references user_account,
  confirmed_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by uuid references user_account,
  primary key (candidate_id, skill_id)
);
create index candidate_skill_skill_idx on candidate_skill (skill_id, candidate_id) where removed_at is null;

-- The exact wording a person agreed to; never changed once used.
create table consent_text (
  id uuid primary key default new_id(),
  tier text not null check (tier in ('T1', 'T2', 'T3', 'T4', 'T5', 'T6')),
  version int not null,
  text_fi text not null,
  text_sv text not null,
  text_en text not null,
  valid_from date not null,
  created_at timestamptz not null default now(),
  constraint consent_text_tier_version_key unique (tier, version)
);

-- 380/2023 118 §: written consent or refusal, both marked. T1 de-identified profile, T2 identified CV.
create table consent (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate on delete cascade,
  tier text not null check (tier in ('T1', 'T2', 'T3', 'T4', 'T5', 'T6')),
  company_id uuid references company,
  round_id uuid references employer_round,
  answer text not null check (answer in ('given', 'refused')),
  consent_text_id uuid not null references consent_text,
  how text not null check (how in ('paper', 'meeting', 'online')),
  file_id uuid references stored_file,
  answered_on date not null,
  expires_on date,
  recorded_by uuid references user_account,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid references user_account,
  withdraw_reason text,
  superseded_at timestamptz,
  constraint consent_expiry_check check (answer = 'refused' or expires_on is not null)
);
create index consent_candidate_idx on consent (candidate_id, tier, recorded_at desc);
create index consent_company_idx on consent (company_id) where company_id is not null;

create table blocked_company (
  candidate_id uuid not null references candidate on delete cascade,
  company_id uuid not null references company,
  reason text,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  primary key (candidate_id, company_id)
);

-- A note only the person's coaches may read.
create table candidate_note (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate on delete cascade,
  channel text not null check (channel in ('meeting', 'phone', 'email', 'chat', 'online')),
  happened_on date not null,
  body text not null,
  created_by uuid references user_account,
  created_at timestamptz not null default now()
);
create index candidate_note_candidate_idx on candidate_note (candidate_id, id desc);
