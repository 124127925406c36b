-- What undoing a merge did not put back, because somebody had changed it since: {fields: [...], rows: 2}.
alter table company_merge add column left_alone jsonb;

-- Companies from before duplicates were looked for.
insert into duplicate_check (company_id) select id from company on conflict (company_id) do nothing;
