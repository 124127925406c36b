-- Every search word that a company was ever listed with, once: few, so that a search can try its words on all of them.
create table listed_keyword (keyword text primary key);
insert into listed_keyword select distinct unnest(matched_keywords) from source_list_company;

create or replace function note_listed_words() returns trigger language plpgsql as $$
begin
  insert into company_fit_work (company_id) select distinct company_id from changed where matched_keywords <> '{}';
  insert into listed_keyword select distinct unnest(matched_keywords) from changed on conflict do nothing;
  return null;
end $$;
