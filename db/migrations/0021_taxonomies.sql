-- Classifications made elsewhere, as ESCO: kept as they come, beside our own vocabulary, and joined to it.
create table taxonomy_import (
  id uuid primary key default new_id(),
  -- Null where a command on the server imports.
  file_id uuid references stored_file (id),
  file_name text not null,
  file_sha256 text,
  taxonomy text check (taxonomy in ('esco', 'ict')),
  -- As the publisher counts: '1.1.1'; null where neither the files nor the person told.
  version text,
  status text not null default 'reading'
    check (status in ('reading', 'saving', 'done', 'cancelled', 'failed')),
  failure text,
  rows_done int not null default 0,
  row_count int not null default 0,
  counts jsonb not null default '{}',
  created_by uuid references user_account (id),
  created_at timestamptz not null default now(),
  progress_at timestamptz not null default now(),
  ended_at timestamptz
);

create table taxonomy_concept (
  uri text primary key,
  taxonomy text not null check (taxonomy in ('esco', 'ict')),
  kind text not null check (kind in ('skill', 'group', 'occupation', 'occupation_group')),
  code text,
  -- {"en": "manage musical staff"}: the preferred label by language code.
  labels jsonb not null,
  -- {"en": ["direct musical staff"]}: other labels by language code.
  other_labels jsonb not null default '{}',
  -- Our own skill that is the same thing, and the one it may be.
  skill_id text references skill (id),
  proposed_skill_id text references skill (id),
  -- Null is open; without decided_by the labels decided.
  decision text check (decision in ('joined', 'apart', 'ignored')),
  decided_by uuid references user_account (id),
  decided_at timestamptz,
  -- No longer in the newest import.
  retired_at timestamptz,
  check ((decision is not distinct from 'joined') = (skill_id is not null))
);
create index taxonomy_concept_skill on taxonomy_concept (skill_id) where skill_id is not null;
create index taxonomy_concept_open on taxonomy_concept (uri)
  where proposed_skill_id is not null and decision is null and retired_at is null;

create table taxonomy_link (
  from_uri text not null references taxonomy_concept (uri) on delete cascade,
  to_uri text not null references taxonomy_concept (uri) on delete cascade,
  -- essential and optional: what an occupation or a skill asks for; broader: the heading it stands under.
  kind text not null check (kind in ('broader', 'essential', 'optional', 'implies')),
  primary key (from_uri, kind, to_uri)
);
