import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { suggestSkills } from '../skill-words'
import { loadVocabulary } from '../vocabulary.server'

const MOST_SUGGESTIONS = 10

/** Names of skills for a field that is filled by typing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'skills.read')
  const typed = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 80)
  const found = suggestSkills(typed, viewer.language, MOST_SUGGESTIONS, loadVocabulary().vocabulary)
  return json({ suggestions: found.map(({ name }) => name) })
}
