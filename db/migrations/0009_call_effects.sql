-- What an outcome says and changes beside the call itself, so that it can be shown and undone.
alter table call
  add column no_need_until date,
  add column meeting_wish text,
  add column suppression_id uuid references suppression,
  -- The engagement's stage before the outcome moved it.
  add column stage_before text;

-- A company taken out of a frozen list: the row stays, with who, when and why.
alter table call_task
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid references user_account,
  add column withdraw_reason text;
