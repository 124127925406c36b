import { type ActionFunctionArgs, json } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { TypedCompany } from '../duplicates/known-companies'
import { suggestKnownCompanies } from '../duplicates/known-companies.server'

/** Companies like the one being typed. It is asked by POST, so that numbers and addresses stay out of the URL. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'companies.write')
  const typed = TypedCompany.safeParse(Object.fromEntries(await request.formData()))
  return json({ known: typed.success ? await suggestKnownCompanies(db, viewer, typed.data) : [] })
}
