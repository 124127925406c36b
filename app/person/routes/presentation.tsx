import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import { isOpen } from '~/presentations/presentation'
import { ProfileCard } from '~/presentations/profile-card'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Notice, Section } from '~/ui/page'
import { OwnPage } from '../own-page'
import { PresentationState } from '../own-presentations'
import { findOwnPresentation } from '../own-presentations.server'
import { ownCandidateId } from '../own-session.server'

export const meta = pageTitle('person:shown_title')

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'own_data.use')
  const presentation = orNotFound(
    await findOwnPresentation(db, ownCandidateId(viewer), idParam(params, 'presentationId')),
  )
  return { presentation, open: isOpen(presentation.standing) }
}

export default function OwnPresentation() {
  const { t, format } = useText()
  const { presentation, open } = useLoaderData<typeof loader>()
  return (
    <OwnPage
      title={
        <>
          {presentation.companyName} <PresentationState presentation={presentation} />
        </>
      }
      lead={[
        presentation.contactName,
        presentation.needTitle,
        t('person:sent_at', { moment: format.moment(presentation.sentAt) }),
        open && t('portal:open_until', { day: format.day(presentation.expiresOn) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      up={{ to: '/own/presentations', label: t('person:shown_title') }}
    >
      <Section id="answer" title={t('person:what_came_back')}>
        {presentation.released ? (
          <Card>
            <p className="whitespace-pre-line">{presentation.released}</p>
          </Card>
        ) : (
          <p className="text-soft">{t(presentation.answer ? 'person:answer_coming' : 'person:no_answer')}</p>
        )}
      </Section>
      <Section id="views" title={t('person:who_opened')}>
        {presentation.views.length === 0 ? (
          <p className="text-soft">{t('person:not_seen')}</p>
        ) : (
          <ul className="space-y-1">
            {presentation.views.map((view) => (
              <li key={`${view.what}-${view.at.toISOString()}`}>
                {format.moment(view.at)}: {view.name},{' '}
                {t(view.what === 'cv' ? 'presentations:viewed_cv' : 'presentations:viewed_profile')}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="profile" title={t('person:this_was_shown')}>
        <p className="mb-3 text-soft">{t('person:exactly_this')}</p>
        {presentation.message && (
          <Notice title={t('person:message_to_employer')}>{presentation.message}</Notice>
        )}
        <ProfileCard profile={presentation.profile} match={presentation.match} />
        {presentation.cvId && (
          <p className="mt-3">
            <a className="link" href={`/own/cvs/${presentation.cvId}/file`}>
              {t('person:cv_was_shown')}
            </a>
          </p>
        )}
      </Section>
      {open && (
        <p>
          <ButtonLink look="danger" to={`/own/consents/${presentation.consentId}/withdrawal`}>
            {t('person:stop_showing')}
          </ButtonLink>
        </p>
      )}
    </OwnPage>
  )
}
