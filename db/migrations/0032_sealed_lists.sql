-- What people decided about who is put forward for a need: a draft of a presentation, or somebody left out and why.
create table match_decision (
  id uuid primary key default new_id(),
  need_id uuid not null references need,
  candidate_id uuid not null references candidate,
  decision text not null check (decision in ('put_forward', 'left_out')),
  reason text,
  decided_by uuid references user_account,
  decided_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid references user_account
);
create unique index match_decision_in_force_key on match_decision (need_id, candidate_id) where undone_at is null;
create index match_decision_candidate_idx on match_decision (candidate_id);

alter table presentation_plan add column out_of_order text;

-- The list that a presentation came of: what was compared, by which rules, in which order.
create table sealed_list (
  id uuid primary key default new_id(),
  presentation_id uuid not null unique references presentation,
  need_id uuid not null references need,
  sealed_by uuid references user_account,
  sealed_at timestamptz not null default now(),
  rules_version int not null,
  rules jsonb not null,
  need jsonb not null,
  seed text not null,
  -- Others covered something too and were not compared line by line.
  more boolean not null,
  sha256 text not null
);
create index sealed_list_need_idx on sealed_list (need_id, id);
create table sealed_list_person (
  sealed_list_id uuid not null references sealed_list,
  candidate_id uuid not null references candidate,
  -- Null for somebody who covers nothing of the need.
  place int,
  presented boolean not null,
  passed_over boolean not null,
  left_out boolean not null,
  shown_before boolean not null,
  consent text not null,
  times_shown int not null,
  tier text not null,
  strength int not null,
  -- What was compared of the person and a person's words about the choice; the hash stays when they go.
  facts jsonb,
  facts_sha256 text not null,
  primary key (sealed_list_id, candidate_id)
);
create index sealed_list_person_candidate_idx on sealed_list_person (candidate_id, sealed_list_id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Facts go, and nothing else, of somebody erased or gone for half a year.
create function allow_forgetting_facts() returns trigger language plpgsql as $$
begin
  if new.facts is null
    and to_jsonb(new) - 'facts' = to_jsonb(old) - 'facts'
    and (
      exists (select from erasure where erasure.candidate_id = old.candidate_id)
      or exists (
        select from candidate where candidate.id = old.candidate_id and ended_at < now() - interval '6 months'
      )
    )
  then
    return new;
  end if;
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Emptying a demonstration is the one way to be rid of what is sealed.
create function refuse_truncation() returns trigger language plpgsql as $$
begin
  if not exists (select from setting where key = 'demo') then
    raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create trigger sealed_list_kept before update or delete on sealed_list
  for each row execute function refuse_change();
create trigger sealed_list_person_kept before delete on sealed_list_person
  for each row execute function refuse_change();
create trigger sealed_list_person_forgotten before update on sealed_list_person
  for each row execute function allow_forgetting_facts();
create trigger sealed_list_not_emptied before truncate on sealed_list
  for each statement execute function refuse_truncation();
create trigger sealed_list_person_not_emptied before truncate on sealed_list_person
  for each statement execute function refuse_truncation();
create trigger match_rules_kept before update or delete on match_rules
  for each row execute function refuse_change();
