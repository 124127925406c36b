import { readCv } from '~/candidates/cv-reading-jobs.server'
import { action as paste } from '~/candidates/routes/cv-pasted'
import { argsOf, type SignedIn } from './as'
import { replyOf } from './reply'

/** Pastes a CV as a coordinator does and lets it be read. Gives its id. */
export async function pasteCv(
  coordinator: SignedIn,
  candidateId: string,
  lines: readonly string[],
): Promise<string> {
  const text = lines.join('\n')
  const { location } = await replyOf(() => paste(argsOf(coordinator.post('/', { text }), { candidateId })))
  const cvId = location?.split('/').at(-1) ?? ''
  await readCv({ cvId })
  return cvId
}
