-- Rules of matching that somebody made; version 1 stands in the code. The highest number is in force and none is ever
-- changed.
create table match_rules (
  version int primary key check (version > 1),
  id uuid not null unique default new_id(),
  weights jsonb not null,
  reason text not null,
  made_by uuid not null references user_account,
  made_at timestamptz not null default now()
);

-- Where a CV says a skill, and in how many dated jobs: what its strength is told by.
alter table cv_finding
  add column place text check (place in ('title', 'work', 'studies', 'list')),
  add column jobs int not null default 0;
alter table candidate_skill
  add column place text check (place in ('title', 'work', 'studies', 'list')),
  add column jobs int not null default 0;
update cv_finding set place = 'list';
update candidate_skill set place = 'list' where source = 'cv';

-- Words of the sentences of a CV that hold nothing personal, for needs in words that no vocabulary knows.
alter table cv add column words tsvector;
create index cv_words_idx on cv using gin (words) where made_current_at is not null and removed_at is null;

-- A skill read and not yet gone through shows its person in lists at once.
create index cv_finding_undecided_idx on cv_finding (skill_id, candidate_id) where decision is null;
-- Names every column a list of matches narrows by, so that the table itself is not read.
drop index candidate_skill_skill_idx;
create index candidate_skill_skill_idx on candidate_skill (skill_id, candidate_id)
  include (place, jobs, level, years) where removed_at is null;
