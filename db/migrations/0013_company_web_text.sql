-- What a list or a company's own pages say about it, as one text to search; people do not edit it.
alter table company add column web_text text;
