import type fi from '../fi/candidates'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
