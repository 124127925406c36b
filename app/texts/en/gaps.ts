import type fi from '../fi/gaps'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Skills that are missing',
  lead: 'Which single gap keeps people out of open needs. Looked at are {{count}} who can be presented, by their confirmed skills.',
  all: 'Must-haves of open needs',
  skill: 'Skill',
  need: 'Need',
  needs: 'Needs',
  needs_of_one: '{{count}} need asks for {{skill}}',
  needs_of_other: '{{count}} needs ask for {{skill}}',
  one_step: 'One step away',
  people_of_one: '{{count}} person who lacks only {{skill}}',
  people_of_other: '{{count}} people who lack only {{skill}}',
  rows_title: 'Who lacks only {{skill}}',
  no_rows: 'Nobody right now.',
  empty_title: 'Open needs ask for no must-have',
  empty: 'The table appears when needs say what is a must.',
  open: 'Skills that are missing',
  service: {
    language_support: 'language support',
    short_course: 'short course',
    apprenticeship: 'apprenticeship',
    pay_subsidy: 'pay subsidy',
  },
} satisfies SameKeys<typeof fi>
