-- A mail of a campaign is a first approach and waits for the rest of a company; other mail goes on with what was agreed.
alter table mail add column campaign_id uuid references campaign (id) on delete set null;
create index mail_campaign_id_idx on mail (campaign_id) where campaign_id is not null;
update mail set campaign_id = survey.campaign_id
from survey_recipient join survey on survey.id = survey_recipient.survey_id
where survey_recipient.mail_id = mail.id;

-- A survey also goes to a company of which no person is known, only its own address.
alter table survey_recipient alter column contact_id drop not null;
