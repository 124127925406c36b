import type fi from '../fi/placements'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
