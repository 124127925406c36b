-- Who put a word in the queue by hand; a later reading of its CV leaves such a word there.
alter table unknown_word_use add column asked_by uuid references user_account (id);
