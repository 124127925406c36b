import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireMay } from '~/auth/viewer.server'
import { receiveCv } from '~/candidates/cv-upload.server'
import { CvUploadForm } from '~/candidates/cv-upload-form'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('history:cv.title')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, 'own_data.use')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  return receiveCv(request, viewer, ownCandidateId(viewer), () => '/own/data#cvs')
}

/** A person brings a CV of their own; the coach goes through it with the person before an employer sees anything. */
export default function NewOwnCv() {
  const { t } = useText()
  return (
    <OwnPage
      title={t('history:cv.title')}
      lead={t('history:cv.lead')}
      up={{ to: '/own/data', label: t('person:data.title') }}
    >
      <CvUploadForm />
    </OwnPage>
  )
}
