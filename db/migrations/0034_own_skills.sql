-- Skills and words that an administrator adds. They stand beside the built-in vocabulary, which every start may renew
-- from its files, and are never touched by that.
alter table skill
  add column origin text not null default 'built_in' check (origin in ('built_in', 'own')),
  add column version int not null default 1;
alter table skill_word
  add column origin text not null default 'built_in' check (origin in ('built_in', 'own')),
  -- Found only beside what makes it a skill: the word means something else too.
  add column strict boolean not null default false;
alter table skill_edge
  add column origin text not null default 'built_in' check (origin in ('built_in', 'own'));
create index skill_own on skill (id) where origin = 'own';
create index skill_word_own on skill_word (skill_id) where origin = 'own';
create index skill_edge_own on skill_edge (from_id) where origin = 'own';

-- Words that looked like a skill in a CV or a need and matched none, by their spelling in small letters.
create table unknown_word (
  id uuid primary key default new_id(),
  key text not null unique,
  words text not null,
  -- How many CVs and needs hold it now; kept by the trigger below.
  cvs int not null default 0,
  needs int not null default 0,
  -- Null waits. What it was made into is in skill_id.
  decision text check (decision in ('added', 'joined', 'ignored')),
  skill_id text references skill (id),
  decided_by uuid references user_account (id),
  decided_at timestamptz,
  check ((coalesce(decision, 'ignored') <> 'ignored') = (skill_id is not null))
);
create index unknown_word_waiting on unknown_word ((cvs + needs) desc, id) where decision is null;

create table unknown_word_use (
  word_id uuid not null references unknown_word (id) on delete cascade,
  cv_id uuid references cv (id) on delete cascade,
  need_id uuid references need (id) on delete cascade,
  -- A sentence without personal facts in which the word stands.
  example text,
  check (num_nonnulls(cv_id, need_id) = 1)
);
create unique index unknown_word_use_cv on unknown_word_use (word_id, cv_id) where cv_id is not null;
create unique index unknown_word_use_need on unknown_word_use (word_id, need_id) where need_id is not null;
create index unknown_word_use_of_cv on unknown_word_use (cv_id) where cv_id is not null;
create index unknown_word_use_of_need on unknown_word_use (need_id) where need_id is not null;

create function count_unknown_word_uses() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update unknown_word set cvs = unknown_word.cvs + used.cvs, needs = unknown_word.needs + used.needs
    from (select word_id, count(cv_id) as cvs, count(need_id) as needs from changed group by word_id) as used
    where unknown_word.id = used.word_id;
  else
    update unknown_word set cvs = unknown_word.cvs - used.cvs, needs = unknown_word.needs - used.needs
    from (select word_id, count(cv_id) as cvs, count(need_id) as needs from changed group by word_id) as used
    where unknown_word.id = used.word_id;
    -- A word nobody uses any more says nothing, and may come from a person who was erased.
    delete from unknown_word where decision is null and cvs = 0 and needs = 0
      and id in (select word_id from changed);
  end if;
  return null;
end
$$;
create trigger unknown_word_used after insert on unknown_word_use
  referencing new table as changed for each statement execute function count_unknown_word_uses();
create trigger unknown_word_left after delete on unknown_word_use
  referencing old table as changed for each statement execute function count_unknown_word_uses();
