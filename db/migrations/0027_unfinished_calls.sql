-- Calls that a caller had to let go of before they had an outcome: a claim asks for the late ones before anything else.
create index call_let_go_idx on call (caller_id, released_at) where outcome is null and released_at is not null;
