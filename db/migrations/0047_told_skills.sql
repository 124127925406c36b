-- Skills named in what was written down of a meeting, in the words that stand there.
alter table meeting add column skills_told text[] not null default '{}';

-- What a company told in a call or a meeting and no need is made of, with the reason.
create table told_aside (
  id uuid primary key default new_id(),
  call_id uuid references call (id) on delete cascade,
  meeting_id uuid references meeting (id) on delete cascade,
  reason text not null,
  aside_at timestamptz not null default now(),
  aside_by uuid not null references user_account (id),
  constraint told_aside_one_check check (num_nonnulls(call_id, meeting_id) = 1),
  constraint told_aside_call_key unique (call_id),
  constraint told_aside_meeting_key unique (meeting_id)
);

-- What was told and waits, newest first, and whether a need came of it.
create index call_told_idx on call (ended_at desc) where skills_needed <> '{}' and undone_at is null;
create index meeting_told_idx on meeting (starts_at desc) where skills_told <> '{}';
create index survey_recipient_to_review_idx on survey_recipient (answered_at desc)
  where answered_at is not null and reviewed_at is null;
create index need_call_id_idx on need (call_id) where call_id is not null;
create index need_meeting_id_idx on need (meeting_id) where meeting_id is not null;
