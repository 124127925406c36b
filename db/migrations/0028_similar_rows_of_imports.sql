-- A row that is a new company by its business ID and probably a known one by the rest; a person decides which. A row
-- that is passed over counts as skipped. The known company is no foreign key: it may be merged away before the commit.
alter table company_import_row
  add column similar_id uuid,
  add column similar_reasons text[] not null default '{}',
  add column decision text check (decision in ('new', 'skip', 'known')),
  drop constraint company_import_row_result_check,
  add constraint company_import_row_result_check check (
    result in ('new', 'updated', 'known', 'duplicate', 'skipped', 'refused')
  );
create index company_import_row_similar_idx on company_import_row (import_id, line) where similar_id is not null;
