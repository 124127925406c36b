import type fi from '../fi/campaigns'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
