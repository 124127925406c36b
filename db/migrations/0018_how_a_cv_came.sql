-- A CV comes as a file, as pasted text or from the form in the product; a scan is read page by page.
alter table cv
  add column came_as text not null default 'file' check (came_as in ('file', 'pasted', 'form')),
  -- What was filled in, where the version comes from the form.
  add column form jsonb,
  -- How sure the text recognition was, in per cent; null where the file carries its text.
  add column confidence int check (confidence between 0 and 100),
  add column pages_read int;

-- What a person adds beside the reader's findings outlives the next reading.
alter table cv_finding
  add column found_by text not null default 'reader' check (found_by in ('reader', 'person'));
