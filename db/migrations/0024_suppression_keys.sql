-- A ban outlives the company, the import and the spelling: it is kept by keys. Numbers and addresses are kept hashed
-- and shown only in part: whoever asked to be left alone does not stay in a list for it.
create function reach_key(reach text) returns bytea
language sql immutable strict parallel safe
as $$ select sha256(convert_to(lower(trim(reach)), 'UTF8')) $$;

alter table company
  add column phone_key bytea generated always as (reach_key(phone)) stored,
  add column email_key bytea generated always as (reach_key(email)) stored;
create index company_phone_key_idx on company (phone_key) where phone_key is not null;
create index company_email_key_idx on company (email_key) where email_key is not null;

alter table suppression
  add column phone_key bytea,
  add column email_key bytea,
  -- What is shown of the number and the address.
  add column phone_shown text,
  add column email_shown text,
  -- The name and place as they are compared, for companies that a list names without their business ID.
  add column name_key text,
  add column place_key text,
  -- Who of the company asked, and on which day.
  add column asked_by text,
  add column asked_on date;

update suppression set
  phone_key = reach_key(phone),
  email_key = reach_key(email),
  phone_shown = left(phone, 4) || '…' || right(phone, 3),
  email_shown = left(email, 1) || '…@' || split_part(email, '@', 2),
  asked_on = case when reason = 'asked' then (created_at at time zone 'Europe/Helsinki')::date end;
update suppression set name_key = company.name_key, place_key = company.place_key
from company where company.id = suppression.company_id;

alter table suppression
  drop constraint suppression_target_check,
  drop constraint suppression_channel_check,
  drop column phone,
  drop column email,
  add constraint suppression_target_check check (num_nonnulls(company_id, business_id, phone_key, email_key, name_key) > 0),
  add constraint suppression_channel_check check (channel in ('all', 'phone', 'email', 'sms'));
create index suppression_phone_key_idx on suppression (phone_key) where lifted_at is null;
create index suppression_email_key_idx on suppression (email_key) where lifted_at is null;
create index suppression_name_key_idx on suppression (name_key) where lifted_at is null;

-- A sole trader is a natural person: no e-mail or text message without consent given before (917/2014 200 §).
create table message_consent (
  id uuid primary key default new_id(),
  company_id uuid not null references company,
  channels text[] not null check (channels <@ '{email,sms}' and channels <> '{}'),
  given_by text not null,
  how text not null,
  given_on date not null,
  recorded_by uuid references user_account,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid references user_account
);
create index message_consent_company_idx on message_consent (company_id) where withdrawn_at is null;
