-- The search over everything meets any part of a name; phone numbers are met whole.
create index contact_name_trgm_idx on contact using gin (lower(name) gin_trgm_ops);
create index contact_phone_idx on contact (phone) where phone is not null;
create index company_phone_idx on company (phone) where phone is not null;
create index candidate_name_trgm_idx on candidate using gin (lower(name) gin_trgm_ops);
create index need_title_trgm_idx on need using gin (lower(title) gin_trgm_ops);
create index meeting_title_trgm_idx on meeting using gin (lower(title) gin_trgm_ops);

-- The home page asks these for every member of staff.
create index call_task_callback_idx on call_task (callback_for, due_at) where status = 'callback';
create index presentation_waiting_idx on presentation (sent_at) where status in ('sent', 'viewed');
create index presentation_answered_idx on presentation (answered_at) where status = 'answered';
