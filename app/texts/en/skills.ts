import type fi from '../fi/skills'
import type { SameKeys } from '../text-keys'

export default {
  title: 'Skill vocabulary',
  lead: 'Silta recognises these skills in a CV and in an employer’s words, in three languages and inflected.',
  search: 'A skill or another name for it',
  words: 'Other names',
} satisfies SameKeys<typeof fi>
