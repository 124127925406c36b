-- What a person has done about work without the house. The company stands in the person's own words and is never joined
-- to the register, so that nothing of it can come before an employer.
create table own_contact (
  id uuid primary key default new_id(),
  candidate_id uuid not null references candidate (id) on delete cascade,
  company text not null,
  contacted_on date not null,
  came_of_it text,
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create index own_contact_candidate_idx on own_contact (candidate_id, contacted_on desc, id desc);
