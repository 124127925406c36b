import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordReading } from '~/activity/activity.server'
import { requireMay } from '~/auth/viewer.server'
import { findCandidate } from '~/candidates/candidates.server'
import { db } from '~/platform/db.server'
import { idParam, notFound } from '~/platform/http.server'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { Page } from '~/ui/page'
import { previewOf } from '../preview.server'
import { PreviewWarnings } from '../preview-warnings'
import { ProfileCard } from '../profile-card'

export const meta = pageTitle('presentations:profile_preview.title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.read')
  const candidate = await findCandidate(db, viewer, idParam(params, 'candidateId'))
  const preview = candidate && (await previewOf(db, viewer, candidate.id, null))
  if (!preview) throw notFound()
  await recordReading(db, viewer.userId, 'presentation_preview', { candidateId: candidate.id })
  return { id: candidate.id, number: candidate.number, preview }
}

export default function ProfilePreview() {
  const { t } = useText()
  const { id, number, preview } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      title={t('presentations:profile_preview.title')}
      lead={t('presentations:profile_preview.lead')}
      up={{ to: `/candidates/${id}`, label: number }}
    >
      <PreviewWarnings preview={preview} />
      <ProfileCard profile={preview.profile} match={null} />
    </Page>
  )
}
