import type fi from '../fi/turns'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Whose turn',
  lead: 'Those who take part and can be presented: free within a month and consenting. Those not presented come first.',
  search_label: 'Number or headline',
  waited: 'Has waited',
  never: 'never presented',
  weeks: 'not for {{weeks}} weeks',
  times: 'Presentations',
  last: 'Last presented',
  see_needs: 'See needs',
  empty_title: 'Nobody can be presented right now',
  empty:
    'Somebody can be presented who takes part, is free within a month and has consented to be presented.',
  shown_one: 'Presented once, last {{moment}}.',
  shown_other: 'Presented {{count}} times, last {{moment}}.',
} satisfies SameKeys<typeof fi>
