import type fi from '../fi/mentoring'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
