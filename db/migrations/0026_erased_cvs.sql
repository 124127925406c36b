-- A CV that was shown can be erased: what stays is the hash that tells which file it was.
alter table presentation drop constraint presentation_cv_check;
alter table presentation add constraint presentation_cv_check
  check (tier = 'T1' or cv_id is not null or cv_sha256 is not null);
