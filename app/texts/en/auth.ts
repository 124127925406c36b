import type fi from '../fi/auth'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
