-- The meetings agreed in a call, for its undo and for what was told in it.
create index meeting_call_id_idx on meeting (call_id) where call_id is not null;
