import type fi from '../fi/companies'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
