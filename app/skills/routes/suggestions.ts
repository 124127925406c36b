import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { namesSuggestedFor } from '../skill-words'
import { loadVocabulary } from '../vocabulary.server'

/** Names of skills for a field that is filled by typing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'skills.read')
  return json({ suggestions: namesSuggestedFor(request.url, viewer.language, loadVocabulary().vocabulary) })
}
