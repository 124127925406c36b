import type fi from '../fi/meetings'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
