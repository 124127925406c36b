-- An import is read, checked, taken in and undone in the background, in portions: `last_line` is the last line of the
-- file that the present stage is done with, so that the next worker goes on from there.
alter table company_import
  drop constraint company_import_status_check,
  add column row_count int not null default 0,
  add column rows_done int not null default 0,
  add column last_line int not null default 0,
  add column progress_at timestamptz not null default now(),
  add column failure text,
  -- What the mapping page shows of each column: heading, samples, what it was taken for and why.
  add column columns jsonb not null default '[]',
  add column preset text,
  -- The headings, folded and hashed: a file with the same ones is mapped as before.
  add column fingerprint text,
  add column mapped_at timestamptz,
  -- Fields in which the file wins over what a known company has; in the others it only fills what is empty.
  add column overwritten text[] not null default '{}',
  add column undone_at timestamptz,
  add column undone_by uuid references user_account;

-- An open import kept no values with its rows and is begun again from its file.
update company_import set status = 'cancelled' where status in ('uploaded', 'checked');
delete from company_import_row
where import_id in (select id from company_import where status = 'cancelled');

alter table company_import
  alter column status set default 'reading',
  add constraint company_import_status_check check (
    status in (
      'reading', 'read', 'checking', 'checked', 'committing', 'committed', 'undoing', 'undone', 'cancelled', 'failed'
    )
  );
create index company_import_unfinished_idx on company_import (progress_at)
  where status in ('reading', 'checking', 'committing', 'undoing');
create index company_import_fingerprint_idx on company_import (fingerprint, id desc) where mapped_at is not null;

-- A row carries its values ready for the company table. `company_id` is given when the row is checked, before the
-- company is there, and stays when the company is gone: it has no foreign key.
drop index company_import_row_company_idx;
alter table company_import_row
  drop constraint company_import_row_company_id_fkey,
  add column business_id text,
  add column name text,
  add column form text,
  add column registered_on date,
  add column industry text,
  add column industry_code text,
  add column municipality text,
  add column street text,
  add column postcode text,
  add column website text,
  add column phone text,
  add column email text,
  add column size_band text,
  add column language text,
  add column web_text text,
  add column keywords text[],
  add column contact jsonb,
  add column contact_id uuid,
  add column first_line int,
  add column suppressed boolean not null default false,
  -- What an update does, by column: {"municipality": ["Ulvila", "Pori"]}, before and after.
  add column changes jsonb not null default '{}',
  -- Why an undo let something be, as codes: `changed:municipality`, `used:call`.
  add column left_alone text[] not null default '{}';
create index company_import_row_business_id_idx on company_import_row (import_id, business_id);
create index company_import_row_problem_idx on company_import_row (import_id, line) where problems <> '{}';
create index company_import_row_left_alone_idx on company_import_row (import_id, line) where left_alone <> '{}';

-- A row as a person corrected it before the commit: it outlives another choice of columns.
create table company_import_correction (
  import_id uuid not null references company_import on delete cascade,
  line int not null,
  cells jsonb not null,
  corrected_by uuid references user_account,
  corrected_at timestamptz not null default now(),
  primary key (import_id, line)
);
