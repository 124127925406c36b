-- When the form behind the personal link was first opened.
alter table survey_recipient add column opened_at timestamptz;
update survey_recipient set opened_at = coalesce(answered_at, refused_at) where answered_at is not null or refused_at is not null;
