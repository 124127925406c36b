-- A tag is taken from many companies by one act too.
alter table bulk_change
  drop constraint bulk_change_kind_check,
  add constraint bulk_change_kind_check check (kind in ('listed', 'owner', 'tagged', 'untagged'));
