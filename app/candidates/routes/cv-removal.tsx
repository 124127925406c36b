import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { FormPage } from '~/ui/form-page'
import { actOnCv } from '../cv-action.server'
import { findCv, removeCv } from '../cvs.server'

export const meta = pageTitle('cvs:remove')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'candidates.write')
  const at = { candidateId: idParam(params, 'candidateId'), cvId: idParam(params, 'cvId') }
  const cv = orNotFound(await findCv(db, viewer, at))
  return { number: cv.number, fileName: cv.fileName, to: `/candidates/${at.candidateId}/cvs/${cv.id}` }
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireMay(args.request, 'candidates.write')
  return actOnCv(args, viewer, removeCv, { text: 'cvs:removed', to: 'candidate' })
}

export default function RemoveCv() {
  const { t } = useText()
  const { number, fileName, to } = useLoaderData<typeof loader>()
  return (
    <FormPage
      title={t('cvs:remove')}
      lead={t('cvs:remove_lead', { name: fileName })}
      up={{ to, label: t('cvs:title', { number }) }}
      submit={t('cvs:remove')}
      look="danger"
    />
  )
}
