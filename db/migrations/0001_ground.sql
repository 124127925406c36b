-- Who uses Silta, what they did, and what the house sends and stores.
create extension if not exists pg_trgm;

-- Time-ordered identifiers (RFC 9562 version 7) on any supported PostgreSQL: rows made together stay together
-- in the index.
create function new_id() returns uuid
language sql volatile parallel safe
as $$
  select (
    lpad(to_hex(floor(extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
    || '7' || substr(random.hex, 14, 3)
    || substr(random.hex, 17)
  )::uuid
  from (select replace(gen_random_uuid()::text, '-', '') as hex) as random
$$;

create table project (
  id uuid primary key default new_id(),
  code text not null,
  name text not null,
  funder text,
  starts_on date,
  ends_on date,
  created_at timestamptz not null default now(),
  constraint project_code_key unique (code)
);

-- One employer round: the work from a list of companies to what came of it.
create table employer_round (
  id uuid primary key default new_id(),
  project_id uuid not null references project,
  name text not null,
  goal text,
  starts_on date,
  ends_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  closed_at timestamptz
);

create table user_account (
  id uuid primary key default new_id(),
  email text not null,
  name text not null,
  roles text[] not null,
  organisation text,
  language text not null default 'fi' check (language in ('fi', 'sv', 'en')),
  password_hash text,
  contact_id uuid,
  invited_at timestamptz,
  invited_by uuid references user_account,
  accepted_at timestamptz,
  expires_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references user_account,
  version int not null default 1,
  created_at timestamptz not null default now(),
  constraint user_account_roles_check check (
    cardinality(roles) > 0
    and roles <@ array['administrator', 'liaison', 'coordinator', 'project_manager', 'caller', 'employer', 'mentor']
  ),
  constraint user_account_email_check check (email = lower(email))
);
create unique index user_account_email_key on user_account (email);
create index user_account_contact_idx on user_account (contact_id) where contact_id is not null;

create table session (
  id_hash bytea primary key,
  user_id uuid not null references user_account on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  device text
);
create index session_user_idx on session (user_id);
create index session_expires_idx on session (expires_at);

-- Invitations and password resets: the address carries a secret, the table only its hash.
create table account_link (
  token_hash bytea primary key,
  user_id uuid not null references user_account on delete cascade,
  purpose text not null check (purpose in ('invitation', 'reset')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_link_user_idx on account_link (user_id);

-- Failed sign-ins by hashed key (address or network origin), for the rate limit.
create table sign_in_failure (
  key_hash bytea not null,
  at timestamptz not null default now()
);
create index sign_in_failure_key_idx on sign_in_failure (key_hash, at);

-- A form sent twice with the same token and the same content is done once.
create table form_submission (
  token uuid not null,
  content_hash bytea not null,
  user_id uuid,
  location text,
  at timestamptz not null default now(),
  primary key (token, content_hash)
);
create index form_submission_at_idx on form_submission (at);

-- The one timeline: every change, who made it, what it was about.
create table activity (
  id uuid primary key default new_id(),
  at timestamptz not null default now(),
  actor_id uuid references user_account,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  round_id uuid,
  campaign_id uuid,
  company_id uuid,
  candidate_id uuid,
  detail jsonb not null default '{}'
);
create index activity_subject_idx on activity (subject_type, subject_id, id desc);
create index activity_company_idx on activity (company_id, id desc) where company_id is not null;
create index activity_candidate_idx on activity (candidate_id, id desc) where candidate_id is not null;
create index activity_campaign_idx on activity (campaign_id, id desc) where campaign_id is not null;

-- Who read a person's data, and what an external caller was shown (906/2019 17 §).
create table reading (
  id uuid primary key default new_id(),
  at timestamptz not null default now(),
  user_id uuid not null references user_account,
  what text not null,
  candidate_id uuid,
  company_id uuid
);
create index reading_candidate_idx on reading (candidate_id, id desc) where candidate_id is not null;
create index reading_user_idx on reading (user_id, id desc);

create table stored_file (
  id uuid primary key default new_id(),
  name text not null,
  media_type text not null,
  bytes int not null,
  sha256 text not null,
  created_by uuid references user_account,
  created_at timestamptz not null default now()
);

-- Outgoing mail. Without a mail service it stays here, readable to administrators.
create table mail (
  id uuid primary key default new_id(),
  kind text not null,
  to_address text not null,
  language text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  sent_by_service text,
  attempts int not null default 0,
  last_problem text
);
create index mail_created_idx on mail (id desc);

create table setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by uuid references user_account
);
