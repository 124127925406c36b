-- The day a change of state really happened on; `at` is when it was written down.
alter table placement_event add column happened_on date;
