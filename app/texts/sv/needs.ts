import type fi from '../fi/needs'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
