-- What companies are narrowed by besides: rare values are found without reading every row.
create index company_form_idx on company (form) where form is not null;
create index company_language_idx on company (language);
create index company_postcode_idx on company (postcode text_pattern_ops) where postcode is not null;
create index company_without_phone_idx on company (id) where phone is null;
create index company_without_email_idx on company (id) where email is null;

-- One's own latest changes to many companies.
create index bulk_change_made_by_idx on bulk_change (made_by, id desc);
