-- Finding companies worth calling: a text to search in, saved filters, what speaks for calling a company and how
-- many of our people it could use, and changes to many companies at once that can be taken back.
alter table company
  -- The industry in TOL 2025; industry_code keeps TOL 2008, which older registers and lists give.
  add column industry_code_2025 text,
  -- Every field a word may stand in, in small letters. The text from the web is cut where nobody reads on.
  add column search_text text generated always as (
    lower(
      name || E'\n' || coalesce(business_id, '') || E'\n' || coalesce(industry, '') || E'\n'
      || coalesce(industry_code, '') || E'\n' || coalesce(municipality, '') || E'\n' || coalesce(website, '') || E'\n'
      || coalesce(funded, '') || E'\n' || coalesce(growth_source, '') || E'\n' || coalesce(description, '') || E'\n'
      || left(coalesce(web_text, ''), 20000)
    )
  ) stored,
  -- How many words are met is told to the planner by a sample; a rare word beside a common one needs a large one.
  alter column search_text set statistics 300;
create index company_search_idx on company using gin (search_text gin_trgm_ops);
create index company_industry_code_idx on company (industry_code text_pattern_ops) where industry_code is not null;
create index company_industry_2025_idx on company (industry_code_2025 text_pattern_ops) where industry_code_2025 is not null;
create index company_size_idx on company (size_band);
create index company_growth_idx on company (growth) where growth is not null;
create index company_funded_idx on company (id) where funded is not null;
create index company_owner_idx on company (owner_id) where owner_id is not null;
create index company_place_key_idx on company (place_key);
create index source_list_company_keywords_idx on source_list_company using gin (matched_keywords);

-- A saved filter over companies: private, or shared with the house.
create table segment (
  id uuid primary key default new_id(),
  name text not null,
  filter jsonb not null,
  made_by uuid not null references user_account,
  made_at timestamptz not null default now(),
  shared_at timestamptz,
  removed_at timestamptz,
  version int not null default 1
);
create index segment_made_by_idx on segment (made_by) where removed_at is null;

alter table source_list
  -- Made from a filter: the filter as it was then, and the saved one it came from.
  add column filter jsonb,
  add column segment_id uuid references segment;

-- What a company's own words say it works with, read by the skill vocabulary.
create table company_skill (
  company_id uuid not null references company on delete cascade,
  skill_id text not null references skill on delete cascade,
  primary key (company_id, skill_id)
);
create index company_skill_skill_idx on company_skill (skill_id, company_id);

-- How many people ready to be introduced to the company share a skill with its words or open needs; no row means none.
create table company_fit (
  company_id uuid primary key references company on delete cascade,
  candidates int not null check (candidates > 0),
  skills text[] not null,
  counted_at timestamptz not null default now()
);
create index company_fit_candidates_idx on company_fit (candidates);

-- What the count has yet to take in. Rows are only added and taken away, so that nobody waits for another's commit.
create table company_fit_work (
  id bigint generated always as identity primary key,
  company_id uuid,
  skill_id text
);

create function note_company_words() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into company_fit_work (company_id)
    select id from changed where coalesce(description, web_text, industry) is not null;
  else
    insert into company_fit_work (company_id)
    select changed.id from changed join before on before.id = changed.id
    where changed.search_text is distinct from before.search_text;
  end if;
  return null;
end $$;
create trigger company_words_added after insert on company
  referencing new table as changed for each statement execute function note_company_words();
create trigger company_words_changed after update on company
  referencing old table as before new table as changed for each statement execute function note_company_words();

create function note_need() returns trigger language plpgsql as $$
begin
  insert into company_fit_work (company_id) values (coalesce(new.company_id, old.company_id));
  return null;
end $$;
create trigger need_changed after insert or update of status on need for each row execute function note_need();

create function note_need_skill() returns trigger language plpgsql as $$
begin
  insert into company_fit_work (company_id) select company_id from need where id = coalesce(new.need_id, old.need_id);
  return null;
end $$;
create trigger need_skill_changed after insert or update or delete on need_skill
  for each row execute function note_need_skill();

create function note_candidate_skill() returns trigger language plpgsql as $$
begin
  insert into company_fit_work (skill_id) values (coalesce(new.skill_id, old.skill_id));
  return null;
end $$;
create trigger candidate_skill_changed after insert or update or delete on candidate_skill
  for each row execute function note_candidate_skill();

create function note_candidate() returns trigger language plpgsql as $$
begin
  insert into company_fit_work (skill_id)
  select skill_id from candidate_skill
  where candidate_id = case when tg_table_name = 'candidate' then (to_jsonb(new) ->> 'id')::uuid
    else coalesce((to_jsonb(new) ->> 'candidate_id')::uuid, (to_jsonb(old) ->> 'candidate_id')::uuid) end
    and removed_at is null;
  return null;
end $$;
create trigger candidate_ready after update of ended_at, available_from on candidate
  for each row execute function note_candidate();
create trigger consent_changed after insert or update or delete on consent
  for each row execute function note_candidate();
create trigger block_changed after insert or delete on blocked_company
  for each row execute function note_candidate();

-- What speaks for calling a company now. The campaign's own points where they differ from those of the house; each
-- call keeps the points it got and what for.
alter table campaign add column order_rules jsonb;
alter table call_task
  add column points int not null default 0,
  add column point_reasons jsonb not null default '[]';

-- One act on many companies, with what was there before, so that it can be taken back.
create table bulk_change (
  id uuid primary key default new_id(),
  kind text not null check (kind in ('listed', 'owner', 'tagged')),
  -- The list or the tag; the new owner, or null when none is to be.
  target_id uuid,
  made_by uuid not null references user_account,
  made_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid references user_account
);
create table bulk_change_company (
  bulk_change_id uuid not null references bulk_change on delete cascade,
  company_id uuid not null references company on delete cascade,
  before_id uuid,
  primary key (bulk_change_id, company_id)
);
