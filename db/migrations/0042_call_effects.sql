-- What an outcome wrote outside of its call, so that an undo can compare what was before, what was written and what stands
-- now. Of a contact only which one and in which version: names and addresses are not kept twice.
create table call_effect (
  call_id uuid primary key references call (id) on delete cascade,
  engagement_before jsonb,
  engagement_after jsonb not null,
  contact_added_id uuid references contact (id) on delete set null,
  address_added_to uuid references contact (id) on delete set null,
  contact_version integer
);
create index call_effect_contact_added_idx on call_effect (contact_added_id) where contact_added_id is not null;
create index call_effect_address_added_idx on call_effect (address_added_to) where address_added_to is not null;

alter table call drop column stage_before;
