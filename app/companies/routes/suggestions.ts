import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { suggestCompanies } from '../company-words.server'

/** Companies for a field in which one is chosen by typing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'companies.read')
  const words = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 100)
  return json({ suggestions: words.trim().length < 2 ? [] : await suggestCompanies(db, viewer, words) })
}
