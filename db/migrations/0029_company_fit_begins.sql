-- What stands before the count of fitting people began is counted once; from now on a list's search words count too.
create function note_listed_words() returns trigger language plpgsql as $$
begin
  insert into company_fit_work (company_id) select distinct company_id from changed where matched_keywords <> '{}';
  return null;
end $$;
create trigger listed_words_added after insert on source_list_company
  referencing new table as changed for each statement execute function note_listed_words();
create trigger listed_words_changed after update on source_list_company
  referencing new table as changed for each statement execute function note_listed_words();

insert into company_fit_work (company_id)
select id from company
where coalesce(description, web_text) is not null
  or exists (select from need where need.company_id = company.id)
  or exists (select from source_list_company as listed where listed.company_id = company.id and matched_keywords <> '{}');

-- Companies never contacted come first, and last the other way round.
create index company_quiet_idx on company (last_contact_at nulls first, id);
