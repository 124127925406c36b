import type { Viewer } from '~/auth/viewer.server'
import type { Db } from '~/platform/db.server'
import { visibleCandidates } from './candidates.server'

/** The candidate still taking part who is meant by words with a number such as K-1001, or undefined. */
export async function findCandidateByNumber(db: Db, viewer: Viewer, words: string) {
  const number = words.match(/K-\d+/i)?.[0]?.toUpperCase()
  if (!number) return undefined
  return visibleCandidates(db, viewer)
    .select('candidate.id')
    .where('candidate.number', '=', number)
    .where('candidate.ended_at', 'is', null)
    .executeTakeFirst()
}
