import type fi from '../fi/mail'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Outgoing mail',
  lead_kept: 'No mail service is set, so messages stay here. Their links work from here.',
  lead_sent: 'Messages leave through a mail service. The text of a sent message is not kept.',
  search: 'Recipient or subject',
  to: 'Recipient',
  subject: 'Subject',
  kind: 'Message',
  created: 'Written',
  state: 'State',
  states: {
    withheld: 'Held back: the company may not be mailed',
    waiting: 'Waiting',
    sent: 'Sent',
    kept: 'Kept here',
    done: 'Done',
  },
  problem: 'The service did not take the message ({{problem}}), tries: {{count}}',
  try_again: 'Try again',
  trying_again: 'Sending is tried again.',
  text_gone: 'The message has left and its text is not kept.',
  empty: 'No message has left yet',
  kinds: {
    own_page: 'Link to the own page',
    own_code: 'Code for the own page',
    invitation: 'Invitation',
    password_reset: 'Password reset',
    new_profiles: 'New profiles',
    meeting: 'Meeting',
    survey: 'Survey',
  },
  footer: 'This message was sent by Silta. If it is not meant for you, you can ignore it.',
  own_page: {
    subject: 'Something waits on your page',
    body: 'Hello!\n\nThere is something to look at on your own page. Open it with the link below. You will get a code that opens the page.\n\nThe link is for you only. Do not pass it on.',
    link: 'Open your page',
  },
  own_code: {
    subject: 'Your code is {{code}}',
    body: 'Your code is {{code}}. It works for 10 minutes.\n\nIf you did not ask for a code, you need not do anything.',
    sms: 'Silta: your code is {{code}}. It works for 10 minutes.',
  },
  invitation: {
    subject: 'Invitation to Silta',
    body: 'Hello!\n\nAn account in Silta has been opened for you. Choose a password by the link below. The link is valid for 7 days and works once.',
    link: 'Choose a password',
  },
  password_reset: {
    subject: 'Reset your password',
    body: 'Hello!\n\nA new password was asked for your account in Silta. Set it by the link below within an hour.\n\nIf you did not ask for this, your password is unchanged and you need not do anything.',
    link: 'Set a new password',
  },
  meeting: {
    booked: {
      subject: 'Meeting {{when}}',
      body: 'Hello!\n\n{{title}}\n\n{{when}}\n\n{{where}}\n\nThe calendar invitation is attached.',
    },
    changed: {
      subject: 'Meeting moved: {{when}}',
      body: 'Hello!\n\nThe meeting has changed. It is now:\n\n{{title}}\n\n{{when}}\n\n{{where}}\n\nThe new calendar invitation is attached and replaces the earlier one.',
    },
    cancelled: {
      subject: 'Meeting cancelled: {{when}}',
      body: 'Hello!\n\nThis meeting is cancelled:\n\n{{title}}\n\n{{when}}\n\nThe attached file takes it out of the calendar.',
    },
    declined: {
      subject: 'A guest cannot come: {{when}}',
      body: 'Hello!\n\nOne of those invited to the meeting cannot come. Its page shows who.\n\n{{title}}\n\n{{when}}',
    },
    guest_link: 'See, move or cancel',
    host_link: 'Open the meeting',
  },
  survey: {
    subject: 'A survey of the skills you need',
    again: 'Reminder: a survey of the skills you need',
    body: 'Hello!\n\n{{intro}}\n\n{{asker}}\n\nAnswering takes a few minutes. You can change your answer until {{until}}.',
    link: 'Answer the survey',
    opt_out: 'I do not want such messages',
  },
  new_profiles: {
    subject_one: 'One new profile is waiting for you',
    subject_other: '{{count}} new profiles are waiting for you',
    subject_for_need_one: 'One profile for your need {{need}}',
    subject_for_need_other: '{{count}} profiles for your need {{need}}',
    body_one:
      'Hello!\n\nOne person has been presented to you. Have a look at the profile and tell us what you think. Signing in takes a moment.',
    body_other:
      'Hello!\n\n{{count}} people have been presented to you. Have a look at the profiles and tell us what you think. Signing in takes a moment.',
    link: 'See the profiles',
  },
} satisfies SameKeys<typeof fi>
