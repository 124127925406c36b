import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listActivity, recordReading } from '~/activity/activity.server'
import { ActivityFeed } from '~/activity/activity-feed'
import { may } from '~/auth/permissions'
import { requireMay } from '~/auth/viewer.server'
import { db } from '~/platform/db.server'
import { idParam, orNotFound } from '~/platform/http.server'
import type { TextKey } from '~/texts/text-keys'
import { pageTitle } from '~/texts/title'
import { useText } from '~/texts/use-text'
import { ButtonLink } from '~/ui/button'
import { Card, Notice, Page, Section } from '~/ui/page'
import { EmployerAnswer } from '../employer-answer'
import { isOpen } from '../presentation'
import { StandingBadge } from '../presentation-badges'
import { PresentationFacts, PresentationViews } from '../presentation-parts'
import { findPresentation, listPresentationViews } from '../presentations.server'
import { KeptProfile } from '../profile-card'

export const meta = pageTitle<typeof loader>((data, t) =>
  t('presentations:one_title', { number: data.presentation.number }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireMay(request, 'presentations.read')
  const presentation = orNotFound(await findPresentation(db, viewer, idParam(params, 'presentationId')))
  const [views, timeline] = await Promise.all([
    listPresentationViews(db, presentation.id),
    listActivity(db, { subject: ['presentation', presentation.id] }),
    recordReading(db, viewer.userId, 'presentation', { candidateId: presentation.candidateId }),
  ])
  return { presentation, views, timeline, mayWrite: may(viewer, 'presentations.write') }
}

export default function PresentationPage() {
  const { t } = useText()
  const { presentation, views, timeline, mayWrite } = useLoaderData<typeof loader>()
  const base = `/presentations/${presentation.id}`
  const open = isOpen(presentation.standing)
  return (
    <Page
      title={
        <>
          {t('presentations:one_title', { number: presentation.number })}{' '}
          <StandingBadge standing={presentation.standing} />
        </>
      }
      lead={t('presentations:one_lead', {
        contact: presentation.contactName,
        company: presentation.companyName,
      })}
      up={{ to: '/presentations', label: t('presentations:title') }}
      actions={
        mayWrite &&
        open && (
          <>
            <ButtonLink to={`${base}/closure`}>{t('presentations:close')}</ButtonLink>
            <ButtonLink look="danger" to={`${base}/revocation`}>
              {t('presentations:revoke')}
            </ButtonLink>
          </>
        )
      }
    >
      {!open && (
        <Notice tone={presentation.standing === 'revoked' ? 'bad' : 'info'}>
          {t(`presentations:standing_explained.${presentation.standing}` as TextKey)}
          {presentation.endReason && <> {presentation.endReason}</>}
        </Notice>
      )}
      <div className="grid gap-x-8 lg:grid-cols-2">
        <div>
          <Section id="answer" title={t('presentations:answer_label')}>
            <EmployerAnswer presentation={presentation} mayWrite={mayWrite} />
          </Section>
          <Section id="facts" title={t('ui:details')}>
            <Card>
              <PresentationFacts presentation={presentation} />
            </Card>
          </Section>
          <Section id="views" title={t('presentations:views')}>
            <PresentationViews views={views} />
          </Section>
          <Section id="timeline" title={t('ui:timeline')}>
            <ActivityFeed timeline={timeline} />
          </Section>
        </div>
        <Section id="profile" title={t('presentations:what_was_shown')}>
          <KeptProfile profile={presentation.profile} match={presentation.match} />
        </Section>
      </div>
    </Page>
  )
}
