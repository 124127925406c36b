import type fi from '../fi/suggestions'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Suggest presentations',
  lead: 'All open needs and everybody who can be presented, at once. Nothing is sent from this page.',
  rule_title: 'How the suggestions come about',
  rule: {
    who: 'Somebody takes part whose confirmed skills cover some must-have and whom nothing hinders: no refusal, no practical obstacle, not presented or left out already.',
    turns:
      'Turns go round: first who was presented least, then who fits the fewest needs, then the lot of the day.',
    best: 'In turn each gets the need that fits best and has room.',
    moved: 'If all that fit are full, somebody moves to another need that suits, so that everybody has room.',
    five: 'A need has at most five people at a time. A person is suggested for at most three needs.',
    people:
      'A person decides on each. Those chosen become drafts, and consent is checked before anything is sent.',
  },
  drafts: 'Chosen and not yet presented',
  suggested: 'Suggestions',
  with_chance: '{{count}} / {{ready}} get a chance.',
  empty_title: 'No suggestions',
  empty: 'Right now nobody fits the open needs who has not been presented already.',
  taken_one: 'One is before the employer or chosen already.',
  taken_other: '{{count}} are before the employer or chosen already.',
  first_chance: 'First chance.',
  turn: 'Turn {{turn}}.',
  moved: 'Moved here so that another has room too.',
  accept: 'Choose to present',
  without: 'Without a suggestion: {{count}}',
  without_lead: 'They can be presented, but no place was found among the open needs now.',
  no_room: 'needs that fit are full',
  fits_nothing: 'no need that fits',
  draft: {
    reason_hint: 'The person can read this.',
    done: 'Chosen to be presented. Nothing was sent.',
  },
} satisfies SameKeys<typeof fi>
