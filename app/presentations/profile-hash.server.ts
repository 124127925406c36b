import { contentHash } from '~/platform/content-hash.server'
import type { ShownMatch, ShownProfile } from './shown-profile'

/** SHA-256 (hex) of what an employer is shown, the same whatever order the fields are kept in. */
export function profileHash(profile: ShownProfile, match: ShownMatch | null): string {
  return contentHash([profile, match])
}
