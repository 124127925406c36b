-- Employers, the people who answer the phone there, where we found them, and who must not be contacted.
create table company (
  id uuid primary key default new_id(),
  business_id text,
  name text not null,
  name_lower text generated always as (lower(name)) stored,
  form text,
  industry_code text,
  industry text,
  registered_on date,
  municipality text,
  street text,
  postcode text,
  website text,
  phone text,
  email text,
  language text not null default 'fi' check (language in ('fi', 'sv', 'en')),
  category text not null default 'other' check (category in ('ict', 'headhunter', 'social_enterprise', 'manufacturing', 'other')),
  size_band text check (size_band in ('1-4', '5-9', '10-49', '50-249', '250+')),
  growth text check (growth in ('growing', 'steady', 'shrinking')),
  growth_source text,
  funded text,
  description text,
  owner_id uuid references user_account,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1,
  constraint company_business_id_key unique (business_id),
  constraint company_business_id_check check (business_id ~ '^[0-9]{7}-[0-9]$')
);
create index company_name_idx on company (name collate "fi-FI-x-icu", id);
create index company_name_trgm_idx on company using gin (name_lower gin_trgm_ops);
create index company_municipality_idx on company (municipality, name collate "fi-FI-x-icu", id);
create index company_created_idx on company (created_at desc, id desc);

create table contact (
  id uuid primary key default new_id(),
  company_id uuid not null references company,
  name text not null,
  role text,
  email text,
  phone text,
  language text check (language in ('fi', 'sv', 'en')),
  source text,
  known_by uuid references user_account,
  informed_on date,
  note text,
  left_at timestamptz,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index contact_company_idx on contact (company_id, name);
create index contact_email_idx on contact (lower(email)) where email is not null;
alter table user_account add constraint user_account_contact_fkey foreign key (contact_id) references contact;

-- Do not contact. Keyed by business id, number and address, outside projects, so that importing the same
-- company again, spelt otherwise, does not revive it.
create table suppression (
  id uuid primary key default new_id(),
  company_id uuid references company,
  business_id text,
  phone text,
  email text,
  channel text not null default 'all' check (channel in ('all', 'phone', 'email')),
  reason text not null check (reason in ('asked', 'list_import', 'other_body', 'decision')),
  asked_how text,
  wording text,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  lifted_at timestamptz,
  lifted_by uuid references user_account,
  lift_reason text,
  constraint suppression_target_check check (num_nonnulls(company_id, business_id, phone, email) > 0)
);
create index suppression_company_idx on suppression (company_id) where lifted_at is null;
create index suppression_business_id_idx on suppression (business_id) where lifted_at is null;
create index suppression_phone_idx on suppression (phone) where lifted_at is null;
create index suppression_email_idx on suppression (email) where lifted_at is null;

create table source_list (
  id uuid primary key default new_id(),
  round_id uuid references employer_round,
  name text not null,
  provider text not null default 'other' check (provider in ('own_crm', 'vainu', 'register', 'event', 'referral', 'network', 'other')),
  criteria text,
  keywords text[] not null default '{}',
  licence_note text,
  run_on date,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1
);

create table source_list_company (
  source_list_id uuid not null references source_list on delete cascade,
  company_id uuid not null references company,
  matched_keywords text[] not null default '{}',
  earlier_project boolean not null default false,
  added_at timestamptz not null default now(),
  primary key (source_list_id, company_id)
);
create index source_list_company_company_idx on source_list_company (company_id);

create table company_import (
  id uuid primary key default new_id(),
  source_list_id uuid references source_list,
  file_id uuid references stored_file,
  file_name text not null,
  file_sha256 text not null,
  encoding text,
  delimiter text,
  header jsonb not null default '[]',
  mapping jsonb not null default '{}',
  status text not null default 'uploaded' check (status in ('uploaded', 'checked', 'committed', 'cancelled')),
  counts jsonb not null default '{}',
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  committed_by uuid references user_account,
  committed_at timestamptz
);

-- One row of the file, kept so that every imported company can be traced to its line.
create table company_import_row (
  import_id uuid not null references company_import on delete cascade,
  line int not null,
  cells jsonb not null,
  result text not null check (result in ('new', 'updated', 'known', 'duplicate', 'refused')),
  problems text[] not null default '{}',
  company_id uuid references company,
  primary key (import_id, line)
);
create index company_import_row_result_idx on company_import_row (import_id, result, line);
create index company_import_row_company_idx on company_import_row (company_id) where company_id is not null;

-- A company's part in one round: how far it has come and what comes next.
create table engagement (
  id uuid primary key default new_id(),
  round_id uuid not null references employer_round,
  company_id uuid not null references company,
  stage text not null default 'identified' check (stage in (
    'identified', 'contacting', 'interested', 'meeting_agreed', 'needs_known', 'joined', 'active', 'dormant', 'ended',
    'not_now', 'declined', 'do_not_contact', 'unsuitable')),
  returning_partner boolean not null default false,
  motives text[] not null default '{}',
  promised text,
  next_action text,
  next_action_on date,
  owner_id uuid references user_account,
  reason text,
  interested_at timestamptz,
  joined_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1,
  constraint engagement_round_company_key unique (round_id, company_id)
);
create index engagement_company_idx on engagement (company_id);
create index engagement_next_action_idx on engagement (next_action_on) where next_action_on is not null;
