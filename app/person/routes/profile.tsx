import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { orNotFound } from '~/platform/http.server'
import { previewForPerson } from '~/presentations/preview.server'
import { ProfileCard } from '~/presentations/profile-card'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/page'
import { OwnPage } from '../own-page'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('person:profile.title')

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const preview = orNotFound(await previewForPerson(db, ownCandidateId(viewer)))
  return preview
}

export default function OwnProfile() {
  const { t, format, language } = useText()
  const { profile, rareSkills, hints } = useLoaderData<typeof loader>()
  const telling = [
    rareSkills.length > 0 &&
      t('person:profile.rare', { skills: format.list(rareSkills.map((skill) => skill[language])) }),
    hints.capitalised.length > 0 &&
      t('person:profile.capitalised', { words: format.list(hints.capitalised) }),
    hints.hidden > 0 && t('person:profile.hidden'),
  ].filter((line) => typeof line === 'string')
  return (
    <OwnPage
      title={t('person:profile.title')}
      lead={t('person:profile.lead')}
      up={{ to: '/own', label: t('person:title') }}
      actions={<ButtonLink to="/own/requests/new?kind=correction">{t('person:data.correct')}</ButtonLink>}
    >
      {telling.length > 0 && (
        <Notice tone="warn" title={t('person:profile.telling')}>
          <ul className="list-disc space-y-1 pl-5">
            {telling.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <ProfileCard profile={profile} match={null} />
    </OwnPage>
  )
}
