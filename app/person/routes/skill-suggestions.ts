import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { namesSuggestedFor } from '~/skills/skill-words'
import { loadVocabulary } from '~/skills/vocabulary.server'

/** Names of skills for a field that a person fills by typing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  return json({ suggestions: namesSuggestedFor(request.url, viewer.language, loadVocabulary().vocabulary) })
}
