-- What a person took away can be brought back until it is deleted in the night.
alter table own_contact add column removed_at timestamptz;
create index own_contact_removed_idx on own_contact (removed_at) where removed_at is not null;
