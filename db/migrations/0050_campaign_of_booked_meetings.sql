-- A meeting that a call booked, and the invitations to it, are contacts of the call's campaign.
create index meeting_invitation_mail_idx on meeting_invitation (mail_id);

update company_contact_event as event set campaign_id = call.campaign_id
from meeting join call on call.id = meeting.call_id
where event.subject_type = 'meeting' and event.subject_id = meeting.id and event.campaign_id is null;

update company_contact_event as event set campaign_id = call.campaign_id
from meeting_invitation as invitation
  join meeting on meeting.id = invitation.meeting_id
  join call on call.id = meeting.call_id
where event.subject_type = 'mail' and event.subject_id = invitation.mail_id and event.campaign_id is null;
