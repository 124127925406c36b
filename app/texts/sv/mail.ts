import type fi from '../fi/mail'
import type { SameKeys } from '../text-keys'

export default {} satisfies SameKeys<typeof fi>
