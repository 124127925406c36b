-- Why a company has no business ID; it says something only while the company has none.
alter table company
  add column no_business_id text check (no_business_id in ('not_registered', 'foreign', 'not_known'));

-- Rows are compared with known companies and with each other by these, written once. `matched` says that a known
-- company was found by the row's details alone; whoever decides otherwise leaves it so and writes a decision.
alter table company_import_row
  add column name_key text,
  add column place_key text,
  add column web_domain text,
  add column matched boolean not null default false;
create index company_import_row_first_line_idx on company_import_row (import_id, first_line)
  where first_line is not null;

-- A ban holds for whoever comes back without a business ID under the same web domain.
alter table suppression add column web_domain text;
update suppression set web_domain = company.web_domain from company where company.id = suppression.company_id;
create index suppression_web_domain_idx on suppression (web_domain) where lifted_at is null;
