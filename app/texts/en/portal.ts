import type fi from '../fi/portal'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
