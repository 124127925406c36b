import type fi from '../fi/presentations'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
