import type fi from '../fi/told'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Told, no need yet',
  lead: 'Skills that companies have told of in calls, surveys and meetings, until a need is written down.',
  words: 'Skill told',
  when: 'Where and when',
  next: 'Next',
  from: 'Told in',
  waiting: 'Waiting',
  aside: 'Set aside',
  make_need: 'Make a need',
  set_aside: 'Set aside',
  take_up: 'Take up again',
  reason_hint: 'For example: the place is filled, or the need was another company’s.',
  was_set_aside: 'Set aside.',
  taken_up: 'It waits again.',
  none: 'All that was told is written down as needs',
  none_hint: 'Skills told in a call, a survey or a meeting come here.',
  in: {
    call: 'Call',
    survey: 'Survey',
    meeting: 'Meeting',
  },
} satisfies SameKeys<typeof fi>
