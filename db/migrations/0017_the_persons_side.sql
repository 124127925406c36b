-- The person's own pages: who enters them and how, what is asked there, and what the law lets a person demand.

-- A person's account has no password and names nobody: its name is the candidate's number.
alter table user_account add column candidate_id uuid references candidate on delete cascade;
create unique index user_account_candidate_key on user_account (candidate_id) where candidate_id is not null;
alter table user_account drop constraint user_account_roles_check;
alter table user_account add constraint user_account_roles_check check (
  cardinality(roles) > 0
  and roles <@ array['administrator', 'liaison', 'coordinator', 'project_manager', 'caller', 'employer', 'mentor', 'person']
);

-- The way to a person's pages: the address carries a secret, the table only its hash.
create table person_link (
  token_hash bytea primary key,
  candidate_id uuid not null references candidate on delete cascade,
  made_by uuid references user_account,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index person_link_candidate_idx on person_link (candidate_id);

-- The second factor: a code of six digits, hashed together with the secret of the link.
create table person_code (
  id uuid primary key default new_id(),
  link_hash bytea not null references person_link on delete cascade,
  code_hash bytea not null,
  channel text not null check (channel in ('email', 'sms')),
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  tries int not null default 0,
  used_at timestamptz
);
create index person_code_link_idx on person_code (link_hash, made_at);

alter table mail add column channel text not null default 'email' check (channel in ('email', 'sms'));

alter table consent add column item text;
alter table consent add column purpose text;
alter table consent add column reopened_because text check (reopened_because in ('person', 'need'));
create index consent_expiry_idx on consent (expires_on)
  where answer = 'given' and withdrawn_at is null and superseded_at is null;

-- A question to the person that waits for an answer or has had it. Nobody is asked twice at a time, nor again after
-- a no unless there is a new need or the person comes back to it.
create table consent_question (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate on delete cascade,
  tier text not null check (tier in ('T1', 'T2', 'T3', 'T4', 'T5', 'T6')),
  company_id uuid references company,
  round_id uuid references employer_round,
  item text,
  purpose text,
  because text not null check (because in ('first', 'renewal', 'need', 'person')),
  need_id uuid references need,
  renews_id uuid references consent,
  asked_by uuid references user_account,
  asked_at timestamptz not null default now(),
  taken_back_at timestamptz,
  taken_back_by uuid references user_account,
  answered_at timestamptz,
  consent_id uuid references consent
);
create unique index consent_question_open_key on consent_question
  (candidate_id, tier, coalesce(company_id, round_id, candidate_id), coalesce(item, ''))
  where answered_at is null and taken_back_at is null;
create index consent_question_candidate_idx on consent_question (candidate_id, id desc);

-- A presentation shown to the person before anyone else; it is sent only as it was accepted.
create table presentation_plan (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate on delete cascade,
  company_id uuid not null references company,
  contact_id uuid not null references contact,
  need_id uuid references need,
  tier text not null check (tier in ('T1', 'T2')),
  cv_id uuid references cv,
  profile jsonb not null,
  profile_sha256 text not null,
  match jsonb,
  message text,
  second_look text,
  expires_on date not null,
  planned_by uuid references user_account,
  planned_at timestamptz not null default now(),
  answer text check (answer in ('accepted', 'declined')),
  answer_reason text,
  answered_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by uuid references user_account,
  presentation_id uuid references presentation,
  constraint presentation_plan_when_check check ((answer is null) = (answered_at is null))
);
create unique index presentation_plan_open_key on presentation_plan
  (candidate_id, contact_id, coalesce(need_id, candidate_id), tier)
  where answer is null and cancelled_at is null;
create index presentation_plan_candidate_idx on presentation_plan (candidate_id, id desc);
create index presentation_plan_planner_idx on presentation_plan (planned_by, answered_at)
  where presentation_id is null and cancelled_at is null;

-- Why somebody under non-disclosure for safety was shown after all: the second look at it.
alter table presentation add column second_look text;

alter table candidate_skill add column person_confirmed_at timestamptz;

-- GDPR 12, 15-17: what a person has asked of the register, answered within a month.
create table person_request (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate,
  kind text not null check (kind in ('copy', 'correction', 'erasure', 'other')),
  words text,
  how text not null check (how in ('own_page', 'letter', 'meeting', 'phone')),
  received_on date not null,
  due_on date not null,
  extended_until date,
  extension_reason text,
  answered_at timestamptz,
  answered_by uuid references user_account,
  outcome text check (outcome in ('done', 'partly', 'refused')),
  answer text,
  recorded_by uuid references user_account,
  created_at timestamptz not null default now(),
  constraint person_request_when_check check ((answered_at is null) = (outcome is null))
);
create index person_request_candidate_idx on person_request (candidate_id, id desc);
create index person_request_open_idx on person_request (due_on) where answered_at is null;

-- A person's data were removed. The row of the candidate stays as a bare number, so that figures do not change.
alter table candidate add column erased_at timestamptz;
create table erasure (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate,
  reason text not null,
  erased_by uuid references user_account,
  erased_at timestamptz not null default now()
);
-- By these an erased person is recognised who would come back by an import: sha256 over salt and address.
create table erased_address (
  erasure_id uuid not null references erasure,
  salt bytea not null,
  hash bytea not null
);

-- The wordings of the tiers that share nothing with employers by themselves, or more than a profile.
insert into consent_text (tier, version, text_fi, text_sv, text_en, valid_from) values
('T3', 1,
 'Tässä nimetyn terveyttäni koskevan tiedon saa kertoa tässä nimetylle yritykselle tässä kerrottua tarkoitusta varten. Muuta terveydestäni ei kerrota. Tieto kerrotaan vain, jos se on välttämätöntä. Suostumus on vapaaehtoinen. Voin perua sen milloin tahansa, eikä peruminen vaikuta palveluihini.',
 'Den uppgift om min hälsa som nämns här får ges till det företag som nämns här för det ändamål som anges här. Inget annat om min hälsa berättas. Uppgiften ges bara om det är nödvändigt. Samtycket är frivilligt. Jag kan återkalla det när som helst och det påverkar inte mina tjänster.',
 'The item about my health named here may be told to the company named here for the purpose given here. Nothing else about my health is told. It is told only if that is necessary. My consent is voluntary. I can withdraw it at any time, and that does not affect the services I get.',
 '2026-01-01'),
('T4', 1,
 'Minuun saa ottaa yhteyttä palvelun päättymisen jälkeen ja kysyä, miten minulla menee. Vastaaminen on aina vapaaehtoista. Voin perua suostumuksen milloin tahansa.',
 'Man får kontakta mig efter att tjänsten har upphört och fråga hur det går för mig. Det är alltid frivilligt att svara. Jag kan återkalla samtycket när som helst.',
 'I may be contacted after the service has ended and asked how I am doing. Answering is always voluntary. I can withdraw my consent at any time.',
 '2026-01-01'),
('T5', 1,
 'Kokemukseni saa kertoa julkisesti siten kuin tässä on sovittu. Näen tekstin tai kuvan ennen julkaisemista. Voin perua suostumuksen milloin tahansa; jo painettua ei voi perua, mutta verkosta se poistetaan.',
 'Min erfarenhet får berättas offentligt så som har avtalats här. Jag ser texten eller bilden innan den publiceras. Jag kan återkalla samtycket när som helst; det som redan är tryckt kan inte återkallas, men på nätet tas det bort.',
 'My experience may be told in public as agreed here. I see the text or picture before it is published. I can withdraw my consent at any time; what has been printed cannot be taken back, but it is removed from the web.',
 '2026-01-01'),
('T6', 1,
 'Tässä nimetyltä yritykseltä saa pyytää minusta suosituksen tai työtodistuksen, ja yritys saa toimia suosittelijanani. Suostumus on vapaaehtoinen. Voin perua sen milloin tahansa.',
 'Av det företag som nämns här får man begära ett vitsord eller ett arbetsintyg om mig, och företaget får vara min referens. Samtycket är frivilligt. Jag kan återkalla det när som helst.',
 'The company named here may be asked for a reference or a certificate about me, and may act as my referee. My consent is voluntary. I can withdraw it at any time.',
 '2026-01-01');
