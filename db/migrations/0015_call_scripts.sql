-- What callers say and ask: one row a version, never changed. A call keeps the version it was made with.
create table call_script (
  id uuid primary key default new_id(),
  campaign_id uuid not null references campaign on delete cascade,
  number int not null,
  text_fi text,
  text_sv text,
  text_en text,
  made_by uuid references user_account,
  made_at timestamptz not null default now(),
  constraint call_script_campaign_number_key unique (campaign_id, number),
  constraint call_script_text_check check (coalesce(text_fi, text_sv, text_en) is not null)
);

insert into call_script (campaign_id, number, text_fi, text_sv, text_en, made_by, made_at)
select id, 1,
  nullif(replace(replace(script_fi, '{{', '{'), '}}', '}'), ''),
  nullif(replace(replace(script_sv, '{{', '{'), '}}', '}'), ''),
  nullif(replace(replace(script_en, '{{', '{'), '}}', '}'), ''),
  created_by, created_at
from campaign
where nullif(concat(script_fi, script_sv, script_en), '') is not null;

alter table campaign
  drop column script_fi,
  drop column script_sv,
  drop column script_en,
  -- Calls are recorded by the callers' own telephony only where this is set: days until a recording is deleted.
  add column recording_kept_days int check (recording_kept_days between 1 and 3650);

alter table call
  add column script_id uuid references call_script,
  add column script_language text check (script_language in ('fi', 'sv', 'en')),
  -- From the first key of the outcome to sending it.
  add column wrap_up_ms int check (wrap_up_ms >= 0),
  -- When the company was told that the call is recorded, or the caller said that this one is not.
  add column recording_told_at timestamptz,
  add column not_recorded_at timestamptz;
create index call_script_id_idx on call (script_id) where script_id is not null;

-- What the company answered to the questions of the script, in the order asked.
create table call_answer (
  call_id uuid not null references call on delete cascade,
  number int not null,
  question text not null,
  answer text not null,
  primary key (call_id, number)
);

-- One call opened on the caller's own phone: a link for once, then a session that sees this call only. It ends with
-- the session that made it.
create table call_phone (
  id uuid primary key default new_id(),
  call_id uuid not null references call on delete cascade,
  user_id uuid not null references user_account on delete cascade,
  session_hash bytea not null references session (id_hash) on delete cascade,
  link_hash bytea not null,
  made_at timestamptz not null default now(),
  link_expires_at timestamptz not null,
  opened_at timestamptz,
  key_hash bytea,
  expires_at timestamptz,
  constraint call_phone_link_key unique (link_hash),
  constraint call_phone_key_key unique (key_hash),
  constraint call_phone_call_key unique (call_id)
);
create index call_phone_session_idx on call_phone (session_hash);
