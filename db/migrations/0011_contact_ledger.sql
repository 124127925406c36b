-- One employer, one call: every contact with a company, whoever made it and for whatever project.
create table company_contact_event (
  id uuid primary key default new_id(),
  company_id uuid not null references company,
  -- When it happened; a meeting that is agreed stands here with the time it will begin.
  at timestamptz not null default now(),
  channel text not null check (channel in ('call', 'email', 'sms', 'meeting', 'presentation', 'portal', 'survey', 'other')),
  -- Whether somebody of the company was met with. A try that nobody answered lets the company rest for hours, not days.
  reached boolean not null default true,
  round_id uuid references employer_round,
  campaign_id uuid references campaign,
  user_id uuid references user_account,
  -- The row that was the contact; one contact has one line, however often its row changes.
  subject_type text not null,
  subject_id uuid not null,
  note text,
  taken_back_at timestamptz,
  constraint company_contact_event_subject_key unique (subject_type, subject_id, company_id, channel)
);
create index company_contact_event_company_idx on company_contact_event (company_id, at desc) where taken_back_at is null;
create index company_contact_event_at_idx on company_contact_event (at) where taken_back_at is null;

-- The latest contact that reached somebody; kept with the ledger for lists that filter and sort by it.
alter table company add column last_contact_at timestamptz;

-- Somebody decided that a company is contacted although it should rest, and why.
create table contact_exception (
  id uuid primary key default new_id(),
  company_id uuid not null references company,
  -- For all callers of one campaign, or for the one who wrote it.
  campaign_id uuid references campaign,
  user_id uuid not null references user_account,
  reason text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index contact_exception_company_idx on contact_exception (company_id, expires_at);

-- Mail to an employer: for which company, round and colleague it goes, and why it was held back when it was.
alter table mail
  add column company_id uuid references company,
  add column round_id uuid references employer_round,
  add column user_id uuid references user_account,
  add column withheld_at timestamptz,
  add column withheld_reason text;

insert into company_contact_event (company_id, at, channel, reached, round_id, campaign_id, user_id, subject_type, subject_id)
select call.company_id, call.ended_at, 'call', call.outcome not in ('no_answer', 'busy', 'wrong_number'),
  campaign.round_id, call.campaign_id, call.caller_id, 'call', call.id
from call join campaign on campaign.id = call.campaign_id
where call.outcome is not null and call.undone_at is null
union all
select meeting_company.company_id, meeting.starts_at, 'meeting', true, meeting.round_id, null, meeting.host_id, 'meeting', meeting.id
from meeting join meeting_company on meeting_company.meeting_id = meeting.id
where meeting.status <> 'cancelled'
union all
select company_id, sent_at, 'presentation', true, round_id, null, sent_by, 'presentation', id
from presentation
union all
select company_id, answered_at, 'portal', true, round_id, null, sent_by, 'presentation', id
from presentation where answered_at is not null;

update company set last_contact_at = latest.at
from (
  select company_id, max(at) as at from company_contact_event where reached and at <= now() group by company_id
) as latest
where latest.company_id = company.id;

create index company_last_contact_idx on company (last_contact_at, id);
