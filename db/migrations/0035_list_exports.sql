-- Who took which list out of the house as a table, narrowed how, with how many rows.
create table list_export (
  id uuid primary key default new_id(),
  user_id uuid not null references user_account (id),
  list text not null check (length(list) between 1 and 40),
  -- Where the same rows stand on a page: its address with the filter.
  address text not null check (address like '/%'),
  asked_at timestamptz not null default now(),
  -- Rows that went out; null while they are going, or when the server stopped on the way.
  rows integer check (rows >= 0),
  -- Null also when the reader broke it off.
  completed_at timestamptz
);
create index list_export_user_idx on list_export (user_id, id desc);

insert into list_export (user_id, list, address, asked_at, rows, completed_at)
select actor_id, 'companies', '/companies', at, coalesce((detail ->> 'rows')::integer, 0), at
from activity
where action = 'companies_exported' and actor_id is not null
order by id;

delete from activity where action = 'companies_exported';
