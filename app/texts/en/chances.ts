import type fi from '../fi/chances'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Equal chances: who is presented',
  lead: 'How far people of different groups have come. As of {{day}}; the figures change once a month.',
  by: {
    group_language: 'By the group’s language',
    municipality: 'By municipality of residence',
    referred_by: 'By who referred them',
  },
  group: 'Group',
  people: 'People',
  all: 'In all',
  other: 'Others and small groups',
  not_told: 'Not known',
  class: {
    not_shown: 'Not presented',
    shown: 'Presented, not opened',
    viewed: 'Opened, no answer',
    refused: 'Answer: not now',
    interested: 'Employer interested',
    placed: 'In a work period',
  },
  from_to: '{{first}} – {{last}}',
  merged:
    'In one column, as there are too few people: {{steps}}. The steps stand apart once at least {{least}} people are on each.',
  hidden: 'hidden',
  hidden_sign: '–',
  empty_title: 'Too few people',
  empty: 'A table appears when there are so many people that nobody can be told from it.',
  explained_title: 'What the figures are',
  explained: {
    furthest: 'Each person is in a table once, in the column that tells how far the person has come.',
    hidden:
      'Counts under five are hidden (–), and as many others as it takes that nothing can be worked out from the sums. Small groups and columns have been merged.',
    small: 'Differences can be chance when groups are small. The table gives a reason to ask, not an answer.',
  },
  not_held_title: 'What we do not know',
  not_held:
    'Age, gender, origin, citizenship, health and family are not written down, because the service does not need them (GDPR art. 5.1 c, Non-discrimination Act 8 §). So nothing can be counted by them. The municipality of people under non-disclosure for safety is under Not known.',
} satisfies SameKeys<typeof fi>
