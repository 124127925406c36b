-- What the house knows of a company besides its row in a register: where it has sites, whose group it belongs to, who
-- knows whom there, what was promised, what is to be done, what was noted.

-- One undertaking by this business ID: the parent of the group. Companies with the same one are sisters.
alter table company
  add column parent_business_id text check (parent_business_id ~ '^[0-9]{7}-[0-9]$'),
  add constraint company_parent_check check (parent_business_id <> business_id);
create index company_parent_idx on company (parent_business_id) where parent_business_id is not null;

create table company_site (
  id uuid primary key default new_id(),
  company_id uuid not null references company,
  name text,
  street text,
  postcode text,
  municipality text,
  phone text,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index company_site_company_idx on company_site (company_id);

-- The house's own words for companies; one list for everybody.
create table tag (
  id uuid primary key default new_id(),
  name text not null,
  tone text not null default 'plain' check (tone in ('plain', 'info', 'good', 'warn', 'bad')),
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create unique index tag_name_key on tag (lower(name));
create table company_tag (
  company_id uuid not null references company,
  tag_id uuid not null references tag,
  added_by uuid references user_account,
  added_at timestamptz not null default now(),
  primary key (company_id, tag_id)
);
create index company_tag_tag_idx on company_tag (tag_id, company_id);

-- Who of the house knows whom at a company, and from where.
create table acquaintance (
  contact_id uuid not null references contact on delete cascade,
  user_id uuid not null references user_account,
  how text,
  noted_at timestamptz not null default now(),
  primary key (contact_id, user_id)
);

create table company_note (
  id uuid primary key default new_id(),
  company_id uuid not null references company,
  body text not null,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  removed_by uuid references user_account
);
create index company_note_company_idx on company_note (company_id, id desc) where removed_at is null;

create table company_file (
  id uuid primary key default new_id(),
  company_id uuid not null references company,
  file_id uuid not null references stored_file,
  title text not null,
  created_by uuid references user_account,
  created_at timestamptz not null default now()
);
create index company_file_company_idx on company_file (company_id, id desc);

create table company_task (
  id uuid primary key default new_id(),
  company_id uuid not null references company,
  title text not null,
  due_on date not null,
  owner_id uuid not null references user_account,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  done_by uuid references user_account,
  version int not null default 1
);
create index company_task_company_idx on company_task (company_id, due_on) where done_at is null;
create index company_task_owner_idx on company_task (owner_id, due_on, id) where done_at is null;

-- What one promised the other, and whether it was kept.
create table company_promise (
  id uuid primary key default new_id(),
  company_id uuid not null references company,
  promised_by text not null check (promised_by in ('house', 'company')),
  what text not null,
  promised_on date not null,
  due_on date,
  outcome text check (outcome in ('kept', 'broken', 'released')),
  outcome_at timestamptz,
  outcome_by uuid references user_account,
  outcome_note text,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  constraint company_promise_when_check check ((outcome is null) = (outcome_at is null))
);
create index company_promise_company_idx on company_promise (company_id, due_on) where outcome is null;

insert into acquaintance (contact_id, user_id, noted_at)
select id, known_by, created_at from contact where known_by is not null;
alter table contact drop column known_by;
