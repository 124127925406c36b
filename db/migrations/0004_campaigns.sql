-- Call campaigns: an agreed list, callers, and one row a call.
create table campaign (
  id uuid primary key default new_id(),
  round_id uuid not null references employer_round,
  source_list_id uuid not null references source_list,
  name text not null,
  kind text not null default 'cold_call' check (kind in ('cold_call', 'survey')),
  goal text,
  script_fi text,
  script_sv text,
  script_en text,
  status text not null default 'list_building' check (status in ('list_building', 'list_approved', 'running', 'paused', 'closed')),
  starts_on date,
  ends_on date,
  lease_minutes int not null default 30 check (lease_minutes between 5 and 240),
  max_attempts int not null default 4 check (max_attempts between 1 and 20),
  retry_hours int not null default 20 check (retry_hours between 1 and 720),
  list_approved_at timestamptz,
  list_approved_by uuid references user_account,
  closed_at timestamptz,
  created_by uuid references user_account,
  created_at timestamptz not null default now(),
  version int not null default 1
);

-- The list under decision; frozen when approved.
create table campaign_company (
  campaign_id uuid not null references campaign on delete cascade,
  company_id uuid not null references company,
  decision text check (decision in ('include', 'exclude')),
  reason text,
  decided_by uuid references user_account,
  decided_at timestamptz,
  primary key (campaign_id, company_id)
);
create index campaign_company_company_idx on campaign_company (company_id);

create table campaign_caller (
  campaign_id uuid not null references campaign on delete cascade,
  user_id uuid not null references user_account,
  added_by uuid references user_account,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (campaign_id, user_id)
);
create index campaign_caller_user_idx on campaign_caller (user_id) where removed_at is null;

-- One company to be called in one campaign.
create table call_task (
  id uuid primary key default new_id(),
  campaign_id uuid not null references campaign on delete cascade,
  company_id uuid not null references company,
  status text not null default 'queued' check (status in ('queued', 'callback', 'done')),
  -- Not offered before this instant: a retry after no answer, or the time agreed for a callback.
  due_at timestamptz not null default now(),
  callback_for uuid references user_account,
  attempts int not null default 0,
  done_reason text,
  position int not null default 0,
  constraint call_task_campaign_company_key unique (campaign_id, company_id)
);
create index call_task_queue_idx on call_task (campaign_id, status, due_at, position) where status <> 'done';
create index call_task_company_idx on call_task (company_id);

-- One attempt. It is made when the caller takes the company and stays open until it has an outcome.
create table call (
  id uuid primary key default new_id(),
  task_id uuid not null references call_task on delete cascade,
  campaign_id uuid not null references campaign on delete cascade,
  company_id uuid not null references company,
  caller_id uuid not null references user_account,
  claimed_at timestamptz not null default now(),
  lease_until timestamptz not null,
  -- The lease ran out and the company went back to the queue without an outcome.
  released_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('no_answer', 'busy', 'wrong_number', 'wrong_person', 'callback', 'interested', 'joins_now',
    'not_interested', 'no_need_now', 'asked_no_more_contact', 'already_in_talks')),
  reason text,
  contact_id uuid references contact,
  recruiting_difficulty text check (recruiting_difficulty in ('yes', 'some', 'no')),
  limits_growth text check (limits_growth in ('yes', 'some', 'no')),
  motives text[] not null default '{}',
  skills_needed text[] not null default '{}',
  callback_at timestamptz,
  wording text,
  note text,
  undone_at timestamptz,
  undone_by uuid references user_account,
  constraint call_ended_check check ((outcome is null) = (ended_at is null))
);
-- Nobody rings a company while another is on the line with it, whatever the campaign.
create unique index call_open_company_key on call (company_id) where outcome is null and released_at is null;
create unique index call_open_caller_key on call (caller_id) where outcome is null and released_at is null;
create index call_task_idx on call (task_id, id desc);
create index call_company_idx on call (company_id, id desc);
create index call_campaign_idx on call (campaign_id, id desc);
create index call_caller_idx on call (caller_id, id desc);
