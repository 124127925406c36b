import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { saveOwnLanguage } from '~/auth/accounts.server'
import { findViewer } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { safePath } from '~/platform/http.server'
import { rememberLanguage } from '~/texts/language.server'
import { isLanguage } from '~/texts/text-keys'

/** Public: anyone chooses the language of the pages; a signed-in person's choice follows the account. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await findViewer(request)

  const form = await request.formData()
  const to = safePath(form.get('to'), '/')
  const language = form.get('language')
  if (!isLanguage(language)) return redirect(to, 303)

  if (viewer) await saveOwnLanguage(db, viewer, language)
  return redirect(to, { status: 303, headers: { 'Set-Cookie': await rememberLanguage(language) } })
}

/** Public: a followed or remembered address changes nothing. */
export function loader() {
  return redirect('/')
}
