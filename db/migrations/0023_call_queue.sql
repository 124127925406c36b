-- When a campaign calls, in Finnish time, and how its queue mixes second tries with companies not yet tried.
alter table campaign
  add column calls_from text not null default '08:00' check (calls_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add column calls_until text not null default '17:00' check (calls_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$'),
  -- 1 is Monday.
  add column call_weekdays int[] not null default '{1,2,3,4,5}' check (call_weekdays <@ '{1,2,3,4,5,6,7}' and call_weekdays <> '{}'),
  add column calls_on_holidays boolean not null default false,
  -- Of a hundred companies that are no callbacks, so many are second tries.
  add column retry_share int not null default 50 check (retry_share between 0 and 100),
  add constraint campaign_calling_hours_check check (calls_from < calls_until);

-- By which step of the queue the caller got the company.
alter table call add column step text check (step in ('own_callback', 'callback', 'retry', 'fresh'));

-- One index for each step of the queue, in its order: a claim reads from the beginning and stops at the first it may take.
drop index call_task_queue_idx;
create index call_task_callbacks_idx on call_task (campaign_id, due_at, id) where status = 'callback';
create index call_task_retries_idx on call_task (campaign_id, due_at, id) where status = 'queued' and attempts > 0;
create index call_task_fresh_idx on call_task (campaign_id, position, id) where status = 'queued' and attempts = 0;
