-- What has come of the calls to a company of a list, each outcome once and undone calls left out: a campaign's companies are
-- counted by it, so that nobody who watches a campaign sorts all of its calls.
alter table call_task add column outcomes text[] not null default '{}';

create function task_outcomes(task uuid) returns text[] language sql stable as $$
  select coalesce(array_agg(distinct outcome), '{}') from call
  where task_id = task and outcome is not null and undone_at is null
$$;

update call_task set outcomes = task_outcomes(id)
where id in (select task_id from call where outcome is not null and undone_at is null);

-- Many calls at once, as a demonstration or a restored list brings them, are one update. A claim brings a call without an
-- outcome and leaves at once.
create function add_task_outcomes() returns trigger language plpgsql as $$
begin
  if not exists (select from inserted where outcome is not null and undone_at is null) then
    return null;
  end if;
  update call_task set outcomes = array(select distinct unnest(call_task.outcomes || made.outcomes) order by 1)
  from (
    select task_id, array_agg(outcome) as outcomes from inserted
    where outcome is not null and undone_at is null group by task_id
  ) as made
  where made.task_id = call_task.id;
  return null;
end $$;

create function keep_task_outcomes() returns trigger language plpgsql as $$
begin
  update call_task set outcomes = task_outcomes(id) where id = old.task_id;
  if tg_op = 'UPDATE' and new.task_id <> old.task_id then
    update call_task set outcomes = task_outcomes(id) where id = new.task_id;
  end if;
  return null;
end $$;

create trigger call_outcome_inserted after insert on call
referencing new table as inserted for each statement execute function add_task_outcomes();
create trigger call_outcome_changed after update on call
for each row when (
  old.outcome is distinct from new.outcome or old.undone_at is distinct from new.undone_at or old.task_id <> new.task_id
) execute function keep_task_outcomes();
create trigger call_outcome_deleted after delete on call
for each row when (old.outcome is not null) execute function keep_task_outcomes();
