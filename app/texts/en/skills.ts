import type fi from '../fi/skills'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
