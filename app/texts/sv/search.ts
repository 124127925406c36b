import type fi from '../fi/search'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
