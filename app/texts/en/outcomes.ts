import type fi from '../fi/outcomes'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
