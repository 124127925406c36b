-- The live page counts the calls of one campaign by day, hour and outcome out of this index alone.
create index call_live_idx on call (campaign_id, claimed_at) include (outcome, company_id)
  where outcome is not null and undone_at is null;
