import type fi from '../fi/portal'
import type { SameKeys } from '../text-keys'

export default {
  title: 'People presented to you',
  lead: 'Everyone here has given leave to show their profile to you. Answering takes a moment, and every answer helps.',
  waiting: 'Waiting for your answer',
  nothing_waiting_title: 'Everything is answered',
  nothing_waiting: 'Thank you! You will get an e-mail when someone new is presented to you.',
  answered: 'You have answered these',
  for_need: 'You are looking for: {{need}}',
  without_need: 'Other presentations',
  open_until: 'visible until {{day}}',
  profile_title: 'A person’s profile',
  profile_lead:
    'Profile {{reference}}, visible until {{day}}. The name is not shown here, so that skills come first.',
  message: 'A message to you',
  open_cv: 'Open the CV',
  cv_hint: 'For you only. We ask you not to pass it on.',
  what_do_you_think: 'What do you think?',
  thanks: 'Thank you for your answer!',
  answer_hint: 'One tap is enough. You can change the answer as long as the profile is visible.',
  why: {
    interested: 'What would suit next?',
    not_now: 'Why not now? It helps the person onwards.',
    tell_me_more: 'What would you like to know more about?',
  },
  comment: 'In your own words',
  comment_hint: 'Our contact person reads this. We pass it on to the person kindly, not word for word.',
  send_reasons: 'Send this too',
  reasons_title: 'More about your answer',
  reasons_kept: 'It was saved. Thank you!',
  gone_title: 'The profile is no longer available',
  gone: 'This profile is no longer available. If something was left open, please contact the person who presented it to you.',
  back: 'Back to the profiles',
} satisfies SameKeys<typeof fi>
