-- The industry in the classification of 2025, as a file gives it.
alter table company_import_row add column industry_code_2025 text;
