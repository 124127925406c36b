import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { storeFile } from '~/files/files.server'
import { db } from '~/platform/db.server'
import { parseForm, submitOnce } from '~/platform/form.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { translatorFor } from '~/texts/language.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { TextArea } from '~/ui/form-fields'
import { FormPage } from '~/ui/form-page'
import { findEntrustedCandidate } from '../candidates.server'
import { PastedCvForm } from '../cv-decision'
import { addCv } from '../cvs.server'

export const meta = pageTitle('cvs:paste_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = orNotFound(await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId')))
  return { id: candidate.id, number: candidate.number }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const candidate = orNotFound(await findEntrustedCandidate(db, viewer, idParam(params, 'candidateId')))

  const form = await parseForm(request, PastedCvForm)
  if (!form.ok) return form.reply

  return submitOnce(form, viewer.userId, async (trx) => {
    const file = await storeFile(trx, viewer, {
      name: translatorFor(viewer.language)('cvs:pasted_name'),
      mediaType: 'text/plain',
      bytes: new TextEncoder().encode(form.value.text),
    })
    const cvId = await addCv(trx, viewer, candidate.id, file.id, { cameAs: 'pasted' })
    return { to: `/candidates/${candidate.id}/cvs/${cvId}`, toast: { text: 'cvs:pasted' } }
  })
}

export default function PastedCv() {
  const { t } = useText()
  const candidate = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('cvs:paste_title')}
      up={{ to: `/candidates/${candidate.id}`, label: candidate.number }}
      submit={t('ui:save')}
    >
      <TextArea name="text" label={t('cvs:paste_text')} hint={t('cvs:paste_hint')} rows={18} />
    </FormPage>
  )
}
