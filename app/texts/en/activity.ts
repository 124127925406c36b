import type fi from '../fi/activity'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
