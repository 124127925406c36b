-- Growth and funding can be in an imported table as the other facts of a company.
alter table company_import_row
  add column growth text,
  add column growth_source text,
  add column funded text;
